import type { Child } from 'hono/jsx'
import { controlAttributes, FieldError, fieldId } from './field.tsx'
import type { LastYear } from './fields.tsx'
import type { Html } from './html.ts'

/** A budget, one account a line, last year under the box. */
export function Ledger({ id, title, children }: { id: string; title: string; children?: Child }): Html {
  return (
    <section class="ledger" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

export function LedgerGroup({ code, label, children }: { code?: string; label: string; children?: Child }): Html {
  return (
    <fieldset>
      <legend>
        {code ? <span class="code">{code} </span> : null}
        {label}
      </legend>
      {children}
    </fieldset>
  )
}

export interface BudgetLineProps {
  name: string
  label: string
  code?: string
  value?: string
  hint?: Child
  error?: string
  lastYear?: LastYear
  readonly?: boolean
}

export function BudgetLine({ code, lastYear, ...field }: BudgetLineProps): Html {
  const id = fieldId(field.name)
  const control = controlAttributes({ ...field, optional: true }, lastYear ? `${id}-n1` : undefined)
  return (
    <div class="line">
      <FieldError id={id} error={field.error} />
      <div>
        <label for={id}>
          {code ? <span class="code">{code} </span> : null}
          {field.label}
        </label>
        {field.hint ? (
          <p class="hint" id={`${id}-aide`}>
            {field.hint}
          </p>
        ) : null}
      </div>
      <div class="money">
        <input {...control} inputmode="decimal" value={field.value} />
        <span aria-hidden="true">€</span>
        {lastYear ? (
          <p class="hint n1 num" id={`${id}-n1`}>
            {`${lastYear.year} : ${lastYear.value}`}
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** A total is never typed: the server counts, an island counts again while one types. */
export function LedgerSum({ label, value, grand = false }: { label: string; value: string; grand?: boolean }): Html {
  return (
    <p class={grand ? 'sum grand' : 'sum'}>
      <span>{label}</span>
      <output>{value}</output>
    </p>
  )
}

export interface BalanceRow {
  label: string
  value: string
}

/** Totals that stay in view under a long budget; its parent is a plain block. */
export function Balance({ rows }: { rows: readonly BalanceRow[] }): Html {
  return (
    <dl class="balance">
      {rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
