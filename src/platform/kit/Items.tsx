import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'

export interface Item {
  text: Child
  hint?: Child
  href?: string
  end?: Child
}

function ItemLine({ item }: { item: Item }): Html {
  return (
    <li>
      <span>
        {item.href ? <a href={item.href}>{item.text}</a> : item.text}
        {item.hint ? (
          <>
            <br />
            <span class="hint">{item.hint}</span>
          </>
        ) : null}
      </span>
      {item.end === undefined ? null : <span class="num">{item.end}</span>}
    </li>
  )
}

/** A counted list: what it is on the left, how much or in what state on the right. */
export function Items({ items, ordered = false }: { items: readonly Item[]; ordered?: boolean }): Html {
  const lines = items.map((item) => <ItemLine item={item} />)
  return ordered ? <ol class="items">{lines}</ol> : <ul class="items">{lines}</ul>
}
