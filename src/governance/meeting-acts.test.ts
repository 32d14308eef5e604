import { expect } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aWorld } from '#testing/world.ts'
import { callMeeting } from './meeting-acts.ts'
import { findMeeting, listMeetings } from './meeting-store.ts'

dbTest('GOV-09: a meeting of a body of the contract is called once, whatever the number of times its form is sent', async ({ db }) => {
  const { mandates, bodyId, contractId } = await aWorld(db)
  const input = { id: newId(), bodyId, title: 'Seconde séance', heldOn: day('2027-04-08'), startsAt: '14:00', place: 'À distance' }
  expect(await callMeeting(db, mandates.lead, input)).toEqual({ done: true, value: input.id })
  expect(await callMeeting(db, mandates.lead, input)).toEqual({ done: true, value: input.id })
  const meetings = await listMeetings(db, contractId)
  expect(meetings.map(({ title }) => title)).toEqual(['Seconde séance', 'Comité des financeurs du 11 mars 2027'])
  const lines = await db.rows(z.object({ act: z.string() }))`select act from journal where subject_id = ${input.id}`
  expect(lines).toEqual([{ act: 'meeting.called' }])
})

dbTest('a meeting of another contract’s body is refused, and another contract’s meeting is not found', async ({ db }) => {
  const { mandates, meetingId } = await aWorld(db)
  const input = { id: newId(), bodyId: newId(), title: 'Séance', heldOn: day('2027-04-08'), startsAt: '14:00', place: '' }
  expect(await callMeeting(db, mandates.lead, input)).toEqual({ done: false, reasons: ['unknown-body'] })
  expect(await findMeeting(db, { contractId: newId(), id: meetingId })).toBeUndefined()
})
