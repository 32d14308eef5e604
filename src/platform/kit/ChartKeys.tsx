import { CHART_LOOKS, type ChartLook, fillOf } from './chart-looks.ts'
import type { Html } from './html.ts'

/** What each fill means: words beside a swatch of the same pattern. */
export function ChartKeys({ keys }: { keys: readonly { look: ChartLook; label: string }[] }): Html {
  return (
    <ul class="keys">
      {keys.map(({ look, label }) => (
        <li>
          <svg aria-hidden="true">
            <rect class="c-edge" fill={fillOf(look)} width="24" height="12" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

/** The patterns, which must live in the page that uses them. */
export function ChartPatterns(): Html {
  return (
    <>
      {CHART_LOOKS.map((look) => (
        <pattern id={`c-${look}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class={`c-ground-${look}`} width="8" height="8" />
          <path class={`c-ink-${look}`} d={MARKS[look]} />
        </pattern>
      ))}
    </>
  )
}

const MARKS = {
  '1': '',
  '2': 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  '3': 'M2 2h1.5v1.5H2zM6 6h1.5v1.5H6z',
  '4': 'M2 0v8M6 0v8',
  '5': 'M0 0l8 8M8 0l-8 8',
  '6': 'M0 2h8M0 6h8',
} satisfies Record<ChartLook, string>
