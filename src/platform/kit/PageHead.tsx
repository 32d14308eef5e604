import type { Child } from 'hono/jsx'
import type { Crumb } from './frame.ts'
import type { Html } from './html.ts'

export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }): Html | null {
  if (crumbs.length === 0) return null
  return (
    <nav class="crumbs" aria-label="Fil d’Ariane">
      <ol>
        {crumbs.map((crumb) =>
          crumb.href ? (
            <li>
              <a href={crumb.href}>{crumb.label}</a>
            </li>
          ) : (
            <li aria-current="page">{crumb.label}</li>
          ),
        )}
      </ol>
    </nav>
  )
}

export interface PageHeadProps {
  heading: Child
  crumbs?: readonly Crumb[]
  meta?: readonly Child[]
  lead?: Child
  actions?: Child
}

/** Where one is, what it is, what one can do; one filled button at most. */
export function PageHead({ heading, crumbs = [], meta = [], lead, actions }: PageHeadProps): Html {
  return (
    <div class="page-head">
      <Crumbs crumbs={crumbs} />
      {actions ? (
        <div class="row spread base">
          <h1>{heading}</h1>
          <div class="row">{actions}</div>
        </div>
      ) : (
        <h1>{heading}</h1>
      )}
      {lead ? <p class="lead">{lead}</p> : null}
      {meta.length === 0 ? null : (
        <p class="meta">
          {meta.map((part) => (
            <span>{part}</span>
          ))}
        </p>
      )}
    </div>
  )
}
