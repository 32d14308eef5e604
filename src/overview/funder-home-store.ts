import type { Mandate } from '#access/mandate.ts'
import { may } from '#access/permissions.ts'
import { type AwardState, awardStates } from '#agreement/award-state-store.ts'
import { type ExpectedReport, listExpectedReports } from '#agreement/follow-up-store.ts'
import { type Call, listCalls } from '#calls/call-store.ts'
import { type Decidable, listDecidables } from '#funding/award-store.ts'
import { type EnvelopeUse, listEnvelopeUse } from '#funding/envelope-use-store.ts'
import { listAwaitedOpinions, type MyOpinion } from '#instruction/my-opinions-store.ts'
import { type Day, yearOf } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { FirstDayList } from './first-day-query.ts'
import { countFirstDay } from './first-day-store.ts'
import { countWithoutDauphinNumber, type HomeMeeting, listHomeMeetings } from './home-store.ts'
import { homeYear } from './home-year.ts'

export interface FunderHome {
  year: number
  /** Those that are still to give. */
  opinions: MyOpinion[]
  /** Retained by a committee on this funder's envelopes, without its act. */
  awaitingAct: Decidable[]
  /** Its awards that are not told, or not wholly paid. */
  awards: AwardState[]
  withoutDauphin: number
  /** Final accounts of the years before that are missing. */
  reports: ExpectedReport[]
  envelopes: EnvelopeUse[]
  meetings: HomeMeeting[]
  /** Absent for who only gives opinions. */
  firstDay: Record<FirstDayList, number> | undefined
  /** What the mandate may do with the money of its organisation. */
  may: { advise: boolean; decide: boolean; follow: boolean; manage: boolean; byLine: boolean }
}

/**
 * What the home of a funder shows: its own opinions, its own money. Dauphin numbers matter to the State alone.
 * The questions do not depend on each other: a server with several connections answers them together.
 */
export async function loadFunderHome(db: Db, by: Mandate, of: { contractId: string; today: Day }): Promise<FunderHome> {
  const { contractId, today } = of
  const calls = await listCalls(db, contractId)
  const year = homeYear(calls, today)
  const funderId = by.organisationId
  const follow = may(by, 'programming:read')
  const [opinions, awaitingAct, awards, withoutDauphin, reports, envelopes, meetings, firstDay] = await Promise.all([
    may(by, 'opinion:give') ? listAwaitedOpinions(db, by.scope, contractId) : [],
    follow ? listAwaitingAct(db, by, year) : [],
    may(by, 'payment:record') ? awardStates(db, by.scope, { contractId, funderId, unpaid: true }, today) : [],
    countWithoutDauphin(
      db,
      by,
      calls.filter((one) => one.year === year),
    ),
    may(by, 'report:read') ? listExpectedReports(db, by.scope, { contractId, missingBefore: yearOf(today) }) : [],
    listEnvelopeUse(db, { contractId, year }),
    listHomeMeetings(db, by.scope, { contractId, year, today }),
    follow ? countFirstDay(db, by.scope, { contractId, today }) : undefined,
  ])
  const own = envelopes.filter((envelope) => envelope.funderId === funderId)
  return { year, opinions, awaitingAct, awards, withoutDauphin, reports, envelopes: own, meetings, firstDay, may: rightsOf(by) }
}

function rightsOf(by: Mandate): FunderHome['may'] {
  return {
    advise: may(by, 'opinion:give'),
    decide: may(by, 'act:record'),
    follow: may(by, 'programming:read'),
    manage: may(by, 'envelope:manage'),
    byLine: by.function.startsWith('state-'),
  }
}

async function countWithoutDauphin(db: Db, by: Mandate, calls: readonly Call[]): Promise<number> {
  if (by.function !== 'state-instructor') return 0
  const counts = await Promise.all(calls.map(({ id }) => countWithoutDauphinNumber(db, by.scope, id)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function listAwaitingAct(db: Db, by: Mandate, year: number): Promise<Decidable[]> {
  const decidables = await listDecidables(db, by.scope, { funderId: by.organisationId, year })
  return decidables.filter(({ decidedAlready, withdrawn }) => !decidedAlready && !withdrawn)
}
