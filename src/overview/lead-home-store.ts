import type { Mandate } from '#access/mandate.ts'
import { type ExpectedReport, listExpectedReports } from '#agreement/follow-up-store.ts'
import { type Call, listCalls } from '#calls/call-store.ts'
import { type EnvelopeUse, listEnvelopeUse } from '#funding/envelope-use-store.ts'
import { arrangeFiles, type ListedFile } from '#instruction/file-list.ts'
import { listFiles } from '#instruction/file-list-store.ts'
import { type Consulted, listConsultable } from '#instruction/opinion-asking-store.ts'
import { type Day, yearOf } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { FirstDayList } from './first-day-query.ts'
import { countFirstDay } from './first-day-store.ts'
import {
  countWaitingClaims,
  countWithoutDauphinNumber,
  countYearAwards,
  type HomeMeeting,
  listHomeMeetings,
  type YearAwards,
} from './home-store.ts'
import { homeYear } from './home-year.ts'

/** A call of the year with its files, as the list of files shows them. */
export interface CallFiles {
  call: Call
  files: ListedFile[]
  withoutDauphin: number
}

export interface LeadHome {
  /** Of the lead. */
  organisationId: string
  year: number
  calls: CallFiles[]
  partners: Consulted[]
  awards: YearAwards
  meetings: HomeMeeting[]
  /** Final accounts of the years before that are missing. */
  reports: ExpectedReport[]
  claims: { count: number; oldest: Day | null }
  envelopes: EnvelopeUse[]
  firstDay: Record<FirstDayList, number>
}

/** What the home of a project lead shows: the files come from the very query of their list, so that its counts are the list’s. */
export async function loadLeadHome(db: Db, by: Mandate, of: { contractId: string; today: Day }): Promise<LeadHome> {
  const { contractId, today } = of
  const all = await listCalls(db, contractId)
  const year = homeYear(all, today)
  const [calls, partners, awards, meetings, reports, claims, envelopes, firstDay] = await Promise.all([
    Promise.all(all.filter((one) => one.year === year).map((call) => callFiles(db, by, call, today))),
    listConsultable(db, contractId, today),
    countYearAwards(db, by.scope, { contractId, year }),
    listHomeMeetings(db, by.scope, { contractId, year, today }),
    listExpectedReports(db, by.scope, { contractId, missingBefore: yearOf(today) }),
    countWaitingClaims(db),
    listEnvelopeUse(db, { contractId, year }),
    countFirstDay(db, by.scope, { contractId, today }),
  ])
  return { organisationId: by.organisationId, year, calls, partners, awards, meetings, reports, claims, envelopes, firstDay }
}

async function callFiles(db: Db, by: Mandate, call: Call, today: Day): Promise<CallFiles> {
  const rows = await listFiles(db, by.scope, { callId: call.id })
  const files = arrangeFiles(rows, { sort: 'number', descending: false }, { organisationId: by.organisationId, today })
  return { call, files, withoutDauphin: await countWithoutDauphinNumber(db, by.scope, call.id) }
}
