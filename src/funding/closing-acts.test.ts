import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { addCompleteFiles, setAgenda } from './agenda-acts.ts'
import { listAgenda } from './agenda-store.ts'
import { closeMeeting } from './closing-acts.ts'
import { retain } from './retention-acts.ts'

async function onAgenda(db: Db, world: World, title: string): Promise<{ partId: string; applicationId: string }> {
  const part = await aPart(db, world, { title, asked: { state: euros(5000) } })
  const before = (await listAgenda(db, world.mandates.lead.scope, world.meetingId)).map(({ partId }) => partId)
  const wanted = { meetingId: world.meetingId, year: 2027, partIds: [...before, part.partId] }
  expect(await setAgenda(db, world.mandates.lead, wanted)).toMatchObject({ done: true })
  return part
}

const amount = (world: World, partId: string) => ({
  ...{ id: newId(), meetingId: world.meetingId, partId, envelopeId: world.envelopes.state },
  ...{ cents: euros(5000), reason: '', seenId: null },
})

dbTest('GOV-09: a withdrawn file holds no closing back, an opinion that was given neither', async ({ db }) => {
  const world = await aWorld(db)
  const { lead, state } = world.mandates
  const kept = await onAgenda(db, world, 'Gardé')
  const left = await onAgenda(db, world, 'Retiré')
  for (const { partId, applicationId } of [kept, left])
    await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
      values (${partId}, ${partId}, ${applicationId}, ${world.organisations.state}, ${TODAY}, ${TODAY}, ${lead.id})`
  const close = { meetingId: world.meetingId, reason: '' }
  expect(await closeMeeting(db, lead, close, TODAY)).toEqual({ done: false, reasons: ['opinions-missing'] })
  await db.run`insert into opinion (id, opinion_request_id, kind, reason, given_on, given_by)
    values (${newId()}, ${kept.partId}, 'favourable', 'Utile', ${TODAY}, ${state.id})`
  await db.run`insert into application_withdrawal (application_id, withdrawn_on, withdrawn_by, reason)
    values (${left.applicationId}, ${TODAY}, ${world.mandates.porteur.id}, 'Abandon')`
  expect(await closeMeeting(db, lead, close, TODAY)).toEqual({ done: true, value: world.meetingId })
  expect(await closeMeeting(db, lead, close, TODAY)).toEqual({ done: false, reasons: ['already-closed'] })
  expect(await retain(db, state, amount(world, kept.partId), TODAY)).toEqual({ done: false, reasons: ['meeting-closed'] })
})

dbTest('an agenda keeps the files that who sets it may not see', async ({ db }) => {
  const world = await aWorld(db)
  const hidden = await onAgenda(db, world, 'Hors de vue')
  const seen = await aPart(db, world, { title: 'En vue', organisationId: world.organisations.otherPorteur })
  await db.run`insert into declared_interest (id, person_id, organisation_id, declared_on, nature)
    values (${newId()}, ${world.mandates.lead.personId}, ${world.organisations.porteur}, ${TODAY}, 'Trésorière')`
  const wanted = { meetingId: world.meetingId, year: 2027, partIds: [seen.partId] }
  expect(await setAgenda(db, world.mandates.lead, wanted)).toEqual({ done: true, value: 1 })
  const agenda = await listAgenda(db, world.mandates.state.scope, world.meetingId)
  expect(agenda.map(({ partId }) => partId)).toEqual([seen.partId, hidden.partId])
})

dbTest('an agenda of one year takes no file of another, and no file that was not submitted', async ({ db }) => {
  const world = await aWorld(db)
  await onAgenda(db, world, 'De 2027')
  const wanted = { meetingId: world.meetingId, year: 2028 }
  expect(await addCompleteFiles(db, world.mandates.lead, wanted)).toEqual({ done: false, reasons: ['other-year'] })
  const draft = await aPart(db, world, { title: 'Brouillon', submitted: false })
  const asked = { meetingId: world.meetingId, year: 2027, partIds: [draft.partId] }
  expect(await setAgenda(db, world.mandates.lead, asked)).toEqual({ done: false, reasons: ['unknown-file'] })
})

test('amounts retained while the meeting closes are either before it or refused', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const parts: string[] = []
  for (const rank of [1, 2, 3, 4]) parts.push((await onAgenda(db, world, `Action ${rank}`)).partId)
  const [closed, ...answers] = await Promise.all([
    closeMeeting(db, world.mandates.lead, { meetingId: world.meetingId, reason: '' }, TODAY),
    ...parts.map((partId) => retain(db, world.mandates.state, amount(world, partId), TODAY)),
  ])
  expect(closed.done).toBe(true)
  const kept = await db.rows(z.object({ id: z.string() }))`select id from retention`
  expect(kept).toHaveLength(answers.filter(({ done }) => done).length)
  for (const answer of answers) if (!answer.done) expect(answer.reasons).toEqual(['meeting-closed'])
  expect(await retain(db, world.mandates.state, amount(world, parts[0] ?? ''), TODAY)).toMatchObject({ done: false })
})
