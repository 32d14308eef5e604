import type { Day } from '#platform/day.ts'
import { finalReportDue } from './report-due.ts'

/** The final account of one year of an action for which a funder gave money. */
export interface ExpectedAccount {
  year: number
  depositedOn: Day | null
}

/**
 * The years whose final account is due and missing: the funder that applies the rule pays nothing more for the action until
 * they are handed in. Only payments are suspended, never a deposit. The last day is still in time.
 */
export function suspendingYears(accounts: readonly ExpectedAccount[], by: { ruleApplies: boolean; today: Day }): number[] {
  if (!by.ruleApplies) return []
  const missing = accounts.filter(({ year, depositedOn }) => depositedOn === null && by.today > finalReportDue(year))
  return missing.map(({ year }) => year).sort((a, b) => a - b)
}

/** A suspended payment passes only with a written reason. */
export function suspensionHolds(years: readonly number[], overrideReason: string): boolean {
  return years.length > 0 && overrideReason.trim() === ''
}
