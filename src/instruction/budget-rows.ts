import { BUDGET_GROUPS, type BudgetGroup } from '#calls/budget-accounts.ts'
import { type Cents, cents, sumCents } from '#platform/money.ts'

export interface BudgetContent {
  lines: readonly { account: string; amount: Cents }[]
  requests: readonly { funderShortName: string; asked: Cents }[]
}

export interface BudgetRow {
  code: string
  label: string
  /** The sum of a group; its lines follow. */
  heading: boolean
  planned: Cents
  /** The same line in the former application of the action; undefined when there is none. */
  before: Cents | undefined
}

export type BudgetBlock = 'charges' | 'products' | 'in-kind'

/** The lines of one block of a budget, group by group, without those that are nothing both years. */
export function budgetRows(block: BudgetBlock, budget: BudgetContent, previous: BudgetContent | undefined): BudgetRow[] {
  return BUDGET_GROUPS.filter((group) => blockOf(group) === block).flatMap((group) => groupRows(group, budget, previous))
}

function blockOf({ side, inKind }: BudgetGroup): BudgetBlock {
  return inKind ? 'in-kind' : side
}

function groupRows(group: BudgetGroup, budget: BudgetContent, previous: BudgetContent | undefined): BudgetRow[] {
  const accounts = group.accounts.map(({ code, label }) => {
    const planned = amountOf(budget, code)
    return { code: shownCode(code), label, heading: false, planned, before: previous && amountOf(previous, code) }
  })
  const rows = [...(group.code === '74' ? requestRows(budget, previous) : []), ...accounts].filter(
    ({ planned, before }) => planned !== 0 || (before ?? 0) !== 0,
  )
  if (rows.length === 0) return []
  const heading: BudgetRow = {
    code: shownCode(group.code),
    label: group.code === '74' ? 'Subventions' : group.label,
    heading: true,
    planned: sumCents(rows.map(({ planned }) => planned)),
    before: previous && sumCents(rows.map(({ before }) => before ?? cents(0))),
  }
  const [only] = rows
  return rows.length === 1 && only?.label === group.label ? [heading] : [heading, ...rows]
}

/** What is asked of the funders of the contract is account 74 too. */
function requestRows(budget: BudgetContent, previous: BudgetContent | undefined): BudgetRow[] {
  const asked = (content: BudgetContent, name: string): Cents =>
    sumCents(content.requests.filter(({ funderShortName }) => funderShortName === name).map((request) => request.asked))
  const names = new Set([...budget.requests, ...(previous?.requests ?? [])].map(({ funderShortName }) => funderShortName))
  return [...names].map((name) => ({
    code: '74',
    label: name,
    heading: false,
    planned: asked(budget, name),
    before: previous && asked(previous, name),
  }))
}

function amountOf(content: BudgetContent, account: string): Cents {
  return sumCents(content.lines.filter((line) => line.account === account).map(({ amount }) => amount))
}

/** The codes of the chart of accounts; those that only machines read are left out. */
function shownCode(code: string): string {
  return /^\d{2,3}/.exec(code)?.[0] ?? ''
}
