import { budgetOf, sum } from '../demo-budget.ts'
import type { GeneratedFile } from './generated-file.ts'
import { seededRandom } from './random.ts'

/** The lines of a file's budget, by account and in whole euros: a fifth to a third of the cost is the carrier's own money. */
export function generatedBudget(file: GeneratedFile): Map<string, number> {
  return budgetOf({ ...file.action, others: ownMoney(file) }, file.asked)
}

/** What the carrier brings itself, by account. */
export function ownMoney({ action, asked, year }: GeneratedFile): Record<string, number> {
  const random = seededRandom(`budget ${action.key} ${year}`)
  const own = Math.round((sum(Object.values(asked)) * random.between(28, 50)) / 1_000) * 10
  if (action.carrier.legalForm !== 'association') return { insufprevisionnel: own }
  const fees = Math.round((own * random.between(0, 20)) / 1_000) * 10
  const sales = Math.round((own * random.between(0, 25)) / 1_000) * 10
  const gifts = Math.round((own * random.between(0, 30)) / 1_000) * 10
  const lines = { '756': fees, '70x': sales, '74aidespriv': gifts, insufprevisionnel: own - fees - sales - gifts }
  return Object.fromEntries(Object.entries(lines).filter(([, amount]) => amount > 0))
}
