import type { Scope } from '#access/scope.ts'
import { type Funder, listFunders } from '#contract/store.ts'
import { findMeeting, type Meeting } from '#governance/meeting-store.ts'
import { type Day, yearOf } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { countAgendas, findAgendaYear } from './agenda-store.ts'
import { type EnvelopeUse, listEnvelopeUse } from './envelope-use-store.ts'
import { listFunderLines, listPartLines, type ProgrammingFilter } from './programming-store.ts'
import { buildProgramming, type Grouping, type Programming, type ProgrammingRow } from './programming-table.ts'
import { listRetained, type Retained } from './retention-store.ts'

export interface Committee {
  meeting: Meeting
  /** The year of its files, else that of its day. */
  year: number
  /** Files of the whole agenda, seen or not. */
  agendaCount: number
  funders: Funder[]
  envelopes: EnvelopeUse[]
  retained: Retained[]
  /** The table of its agenda, all of it or the part asked for. */
  table: (by: { grouping: Grouping; keep?: (row: ProgrammingRow) => boolean }) => Programming
}

/** All that the screens of a meeting show; absent when the meeting is another contract's. */
export async function findCommittee(
  db: Db,
  scope: Scope,
  by: { contractId: string; meetingId: string; today: Day; partId?: string },
): Promise<Committee | undefined> {
  const { contractId, meetingId, today, partId } = by
  const meeting = await findMeeting(db, { contractId, id: meetingId })
  if (!meeting) return undefined
  const year = (await findAgendaYear(db, meetingId)) ?? yearOf(meeting.heldOn)
  const filter: ProgrammingFilter = { contractId, year, today, meetingId, ...(partId ? { partId } : {}) }
  const funders = await listFunders(db, contractId)
  const envelopes = await listEnvelopeUse(db, { contractId, year })
  const parts = await listPartLines(db, scope, filter)
  const lines = await listFunderLines(db, scope, filter)
  const retained = await listRetained(db, scope, meetingId)
  const agendaCount = (await countAgendas(db, contractId)).get(meetingId) ?? 0
  return {
    meeting,
    year,
    agendaCount,
    funders,
    envelopes,
    retained,
    table: (wanted) => buildProgramming(parts, lines, { funders, ...wanted }),
  }
}
