import type { Child } from 'hono/jsx'
import type { Html } from './html.ts'

export interface SectionProps {
  title: string
  id: string
  intro?: Child
  action?: Child
  level?: 2 | 3
  children?: Child
}

/** The normal block of a page: a labelled region with its heading. */
export function Section({ title, id, intro, action, level = 2, children }: SectionProps): Html {
  const heading = level === 2 ? <h2 id={id}>{title}</h2> : <h3 id={id}>{title}</h3>
  return (
    <section class="stack" aria-labelledby={id}>
      {action ? (
        <div class="row spread base">
          {heading}
          <div class="row">{action}</div>
        </div>
      ) : (
        heading
      )}
      {intro ? <p>{intro}</p> : null}
      {children}
    </section>
  )
}

export function PrintOnly({ children }: { children?: Child }): Html {
  return <div class="print-only">{children}</div>
}

export function ScreenOnly({ children }: { children?: Child }): Html {
  return <div class="screen-only">{children}</div>
}

/** For screen readers only. */
export function Hidden({ children }: { children?: Child }): Html {
  return <span class="vh">{children}</span>
}
