import type { Scope } from '#access/scope.ts'
import { findLatestBudget } from '#calls/budget-version-store.ts'
import { findPart, type Part } from '#calls/part-store.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { AmountLine } from './amount-lines.ts'
import { type AwardState, awardStates } from './award-state-store.ts'

/** What an account is read against: the part as asked, its latest budget, what each funder notified. */
export interface ReportGround {
  part: Part
  planned: AmountLine[]
  awards: AwardState[]
}

export async function findReportGround(
  db: Db,
  scope: Scope,
  of: { partId: string; actionId: string; year: number; today: Day },
): Promise<ReportGround | undefined> {
  const part = await findPart(db, scope, of.partId)
  if (!part) return undefined
  const planned = (await findLatestBudget(db, scope, of.partId))?.lines ?? []
  const awards = await awardStates(db, scope, { actionId: of.actionId, year: of.year }, of.today)
  return { part, planned, awards: awards.filter(({ notifiedOn, granted }) => notifiedOn !== null && granted > 0) }
}
