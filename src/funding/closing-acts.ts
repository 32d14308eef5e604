import type { Mandate } from '#access/mandate.ts'
import { insertClosing, lockMeeting } from '#governance/meeting-store.ts'
import { markExamined } from '#instruction/opinion-giving-store.ts'
import { missingOpinions } from '#instruction/opinion-store.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { lockAgenda } from './agenda-store.ts'
import { type ClosingFlaw, checkClosing } from './meeting-closing.ts'

/** Closes a meeting: its amounts change no more. Waits for an amount being retained, and those that come after are refused. */
export async function closeMeeting(
  db: Db,
  by: Mandate,
  input: { meetingId: string; reason: string },
  today: Day,
): Promise<Result<string, ClosingFlaw>> {
  return db.transaction(async (tx) => {
    const { meetingId, reason } = input
    const meeting = await lockMeeting(tx, { contractId: by.contractId ?? '', id: meetingId })
    if (!meeting) throw new NotFound()
    const items = (await lockAgenda(tx, meetingId)).filter(({ withdrawn }) => !withdrawn)
    const partIds = items.map(({ partId }) => partId)
    const missing = await missingOpinions(tx, partIds)
    const flaws = checkClosing({ closed: meeting.closedOn !== null, files: items.length, missingOpinions: missing.length, reason })
    if (flaws.length > 0) return refused(...flaws)
    await insertClosing(tx, { meetingId, closedOn: today, closedBy: by.id, reason: reason.trim() })
    await markExamined(tx, partIds, today)
    await record(tx, by, 'meeting.closed', meetingId, { reason: reason.trim(), missingOpinions: missing.length })
    await tx.run`select pg_notify('meeting', ${meetingId})`
    return done(meetingId)
  })
}
