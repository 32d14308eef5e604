import type { Mandate } from '#access/mandate.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertMeeting, listBodies, type NewMeeting } from './meeting-store.ts'

export type MeetingRefusal = 'unknown-body'

export const MEETING_REFUSALS = {
  'unknown-body': { field: 'instance', message: 'Choisissez une instance de la liste' },
} satisfies Record<MeetingRefusal, { field: string; message: string }>

/** Calls a meeting of a body of the mandate's contract. The same form sent twice calls one. */
export async function callMeeting(db: Db, by: Mandate, input: NewMeeting): Promise<Result<string, MeetingRefusal>> {
  return db.transaction(async (tx) => {
    const bodies = by.contractId ? await listBodies(tx, by.contractId) : []
    if (!bodies.some(({ id }) => id === input.bodyId)) return refused('unknown-body')
    const { id, title, heldOn, startsAt, place } = input
    if ((await insertMeeting(tx, input)) === 1) await record(tx, by, 'meeting.called', id, { title, heldOn, startsAt, place })
    return done(id)
  })
}
