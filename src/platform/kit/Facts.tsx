import type { Child } from 'hono/jsx'
import type { AmountStep } from './Amount.tsx'
import type { BadgeState } from './Badge.tsx'
import type { Html } from './html.ts'

export interface FigureItem {
  label: Child
  value: Child
  note?: Child
  step?: AmountStep
}

export interface FiguresProps {
  items: readonly FigureItem[]
  boxed?: boolean
  state?: BadgeState
}

/** Three or four numbers that matter. */
export function Figures({ items, boxed = false, state }: FiguresProps): Html {
  return (
    <dl class={boxed ? 'box figures' : 'figures'} data-state={state}>
      {items.map((item) => (
        <div>
          <dt data-step={item.step}>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.note ? <dd class="note">{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}

export interface Fact {
  name: Child
  value: Child
}

/** Pairs of name and value. What is not known is said: « à venir », « sans objet ». */
export function Facts({ items }: { items: readonly Fact[] }): Html {
  return (
    <dl class="facts">
      {items.map((item) => (
        <>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </>
      ))}
    </dl>
  )
}
