import type { Scope } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Cents, cents, sumCents } from '#platform/money.ts'
import { type AwardFilter, type AwardState, awardStates } from './award-state-store.ts'
import { type ExpectedReport, listExpectedReports } from './follow-up-store.ts'
import { daysLate, finalReportState } from './report-due.ts'
import type { AwardStage } from './whose-turn.ts'

/** What a home says of a list: how many, how much, and the awards themselves. */
export interface LeftList {
  count: number
  left: Cents
  awards: AwardState[]
}

/** The lists of the first day, for one reader: a funder's own by `funderId`, else all that the scope sees. */
export interface FirstDayLists {
  /** Decided, not yet bound: « reste à engager ». */
  toObligate: LeftList
  /** Bound, not yet paid: « à payer ». */
  toPay: LeftList
  /** Held back by a required agreement that is not signed by both. */
  toAgree: LeftList
  /** Wholly given up by their beneficiary. */
  givenUp: LeftList
}

/** One read of the awards for all the lists. */
export async function listFirstDay(db: Db, scope: Scope, by: AwardFilter, today: Day): Promise<FirstDayLists> {
  const awards = await awardStates(db, scope, by, today)
  const of = (stages: readonly AwardStage[], left: (award: AwardState) => Cents): LeftList => {
    const listed = awards.filter(({ stage }) => stages.includes(stage))
    return { count: listed.length, left: sumCents(listed.map(left)), awards: listed }
  }
  return {
    toObligate: of(['to-obligate'], ({ decided, obligated }) => cents(decided - obligated)),
    toPay: of(['to-pay', 'suspended'], ({ obligated, paid }) => cents(obligated - paid)),
    toAgree: of(['to-agree', 'to-sign'], ({ decided, paid }) => cents(decided - paid)),
    givenUp: of(['given-up'], ({ granted }) => granted),
  }
}

export interface MissingReport extends ExpectedReport {
  daysLate: number
}

/** Final accounts due and not handed in, the latest due first: « comptes rendus manquants ». */
export async function listMissingReports(
  db: Db,
  scope: Scope,
  by: { contractId?: string | undefined },
  today: Day,
): Promise<MissingReport[]> {
  const expected = await listExpectedReports(db, scope, by)
  return expected
    .filter(({ year, finalDepositedOn }) => finalReportState({ year, depositedOn: finalDepositedOn }, today) === 'late')
    .map((report) => ({ ...report, daysLate: daysLate(report.year, today) }))
}
