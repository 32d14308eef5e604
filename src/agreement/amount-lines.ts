import { BUDGET_ACCOUNTS } from '#calls/budget-accounts.ts'
import { AMOUNT_FLAWS, type Cents, formatAmount, parseEuros } from '#platform/money.ts'

export interface AmountLine {
  account: string
  amount: Cents
}

/** The names of the controls of a budget and of an account: `budget.601`, `realise.601`. */
export type LinePrefix = 'budget' | 'realise'

/** Every line typed, and every fault beside its own control. An empty line is no line. */
export function readLines(
  values: Readonly<Record<string, string>>,
  prefix: LinePrefix,
): { lines: AmountLine[]; errors: { field: string; message: string }[] } {
  const lines: AmountLine[] = []
  const errors: { field: string; message: string }[] = []
  for (const account of BUDGET_ACCOUNTS) {
    const field = `${prefix}.${account}`
    const typed = values[field]?.trim() ?? ''
    if (typed === '') continue
    const parsed = parseEuros(typed)
    if (parsed.ok) lines.push({ account, amount: parsed.value })
    else errors.push({ field, message: AMOUNT_FLAWS[parsed.reason] })
  }
  return { lines, errors }
}

/** What the controls show of lines already kept. */
export function writeLines(lines: readonly AmountLine[], prefix: LinePrefix): Record<string, string> {
  return Object.fromEntries(lines.map(({ account, amount }) => [`${prefix}.${account}`, formatAmount(amount)]))
}
