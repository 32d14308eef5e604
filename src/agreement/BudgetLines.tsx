import { BUDGET_GROUPS, type BudgetGroup, type BudgetSide } from '#calls/budget-accounts.ts'
import type { Html } from '#platform/kit/html.ts'
import { Icon } from '#platform/kit/Icon.tsx'
import { BudgetLine, Ledger, LedgerGroup } from '#platform/kit/Ledger.tsx'
import type { LinePrefix } from './amount-lines.ts'

export interface BudgetLinesProps {
  side: BudgetSide
  title: string
  prefix: LinePrefix
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
  /** What was planned, by account, under each label. */
  planned?: Readonly<Record<string, string>>
  children?: Html
}

/** The lines in use first; the others are folded, one click away. */
export function BudgetLines(props: BudgetLinesProps): Html {
  const { side, title, prefix, children } = props
  const groups = BUDGET_GROUPS.filter((group) => group.side === side)
  const id = `${prefix}-${side}`
  return (
    <div class="stack">
      <Ledger id={id} title={title}>
        {children}
        {groups.map((group) => (
          <Lines {...props} group={group} used />
        ))}
      </Ledger>
      <details class="fold">
        <summary>
          {`${title}\u00A0: ajouter une ligne`}
          <Icon name="chevron-down" />
        </summary>
        <Ledger id={`${id}-autres`} title="Autres lignes">
          {groups.map((group) => (
            <Lines {...props} group={group} used={false} />
          ))}
        </Ledger>
      </details>
    </div>
  )
}

function isUsed({ values, planned, prefix, errors }: BudgetLinesProps, code: string): boolean {
  const name = `${prefix}.${code}`
  return (values[name] ?? '') !== '' || planned?.[code] !== undefined || errors[name] !== undefined
}

function Lines(props: BudgetLinesProps & { group: BudgetGroup; used: boolean }): Html | null {
  const { group, used, prefix, values, errors, planned } = props
  const accounts = group.accounts.filter(({ code }) => isUsed(props, code) === used)
  if (accounts.length === 0) return null
  return (
    <LedgerGroup label={group.label} code={/^\d/.test(group.code) ? group.code : undefined}>
      {accounts.map(({ code, label }) => (
        <BudgetLine
          name={`${prefix}.${code}`}
          label={label}
          code={/^\d+$/.test(code) ? code : undefined}
          value={values[`${prefix}.${code}`]}
          error={errors[`${prefix}.${code}`]}
          hint={planned?.[code] === undefined ? undefined : `Prévu\u00A0: ${planned[code]}`}
        />
      ))}
    </LedgerGroup>
  )
}
