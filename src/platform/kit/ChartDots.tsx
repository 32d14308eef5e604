import { raw } from 'hono/html'
import { Figure, type FigureProps } from './Chart.tsx'
import { type DotsShape, dotsOptions } from './chart-dots.ts'
import { drawChart } from './chart-plot.ts'
import type { Html } from './html.ts'

export interface ChartDotsProps extends DotsShape, Omit<FigureProps, 'children' | 'kind'> {
  description?: string
}

/**
 * Dots on a line, one a row: what is looked at (brick), what it is compared with (ring), a third (grey); a dotted line is the gap
 * between the first two, a wide one the margin of error. For the gap of a neighbourhood to its intermunicipality and to France:
 * `<ChartDots title="…" source="…" table={…} series={['Quartier', 'Agglomération', 'France']} format={percent}
 *   rows={[{ label: '2022', points: [{ value: 42, low: 39, high: 45 }, { value: 54 }, { value: 65 }], gap: '12 points' }]} />`
 */
export async function ChartDots(props: ChartDotsProps): Promise<Html> {
  const { title, series, rows, format } = props
  const said = rows.map(({ label, points, gap }) => {
    const known = points.flatMap((point, rank) => (point ? [`${series[rank] ?? ''} ${format(point.value)}`] : []))
    return `${label} : ${[...known, ...(gap ? [`écart ${gap}`] : [])].join(', ')}`
  })
  const description = props.description ?? `${said.join(' ; ')}.`
  const drawn = await drawChart({ title, description, options: (plotting, width) => dotsOptions(plotting, width, props) })
  return (
    <Figure {...props}>
      <DotKeys series={series} />
      <div class="drawn">
        {raw(drawn.wide)}
        {raw(drawn.narrow)}
      </div>
    </Figure>
  )
}

function DotKeys({ series }: { series: readonly string[] }): Html {
  return (
    <ul class="keys">
      {series.map((label, rank) => (
        <li>
          <svg aria-hidden="true">
            <circle class={`point-${rank + 1}`} cx="12" cy="6" r="4.5" stroke-width="2" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
