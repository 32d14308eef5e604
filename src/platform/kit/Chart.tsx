import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'

export interface FigureProps {
  /** The finding, as a sentence: « Les financeurs ont retenu de 40 à 61 % de leur enveloppe ». */
  title: string
  measure?: string
  /** Source and vintage. */
  source: string
  children?: Child
  /** The same numbers: a drawing is never alone. */
  table: Child
  kind?: 'chart' | 'map'
}

export function Figure({ title, measure, source, children, table, kind = 'chart' }: FigureProps): Html {
  return (
    <figure class={kind}>
      <figcaption>
        <h3>{title}</h3>
        {measure ? <p class="soft">{measure}</p> : null}
      </figcaption>
      {children}
      <p class="source">{source}</p>
      {table}
    </figure>
  )
}
