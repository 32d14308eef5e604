import { expect, test } from 'vitest'
import { addDays, type Day } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { aCall, begunDraft } from '#testing/draft.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { findApplication, listApplications } from './application-store.ts'
import { addPart, deleteDraft, removePart, startApplication } from './draft-acts.ts'
import { listActions } from './part-store.ts'

dbTest('a draft belongs to the organisation: another organisation and the funders do not see it', async ({ db }) => {
  const { world, by, id } = await begunDraft(db)
  expect((await findApplication(db, by.scope, id))?.parts).toHaveLength(1)
  for (const other of [world.mandates.otherPorteur, world.mandates.lead, world.mandates.state]) {
    expect(await findApplication(db, other.scope, id)).toBeUndefined()
  }
})

dbTest('the same form sent twice starts one application with one part', async ({ db }) => {
  const { call, by, id, partId } = await begunDraft(db)
  const again = await startApplication(db, by, { id, partId, callId: call.id }, TODAY)
  expect(again).toEqual({ done: true, value: { applicationId: id } })
  expect((await findApplication(db, by.scope, id))?.parts).toHaveLength(1)
  expect(await listApplications(db, by.scope, { callId: call.id })).toHaveLength(1)
})

dbTest('an id already taken by another organisation is not found, and nothing is written', async ({ db }) => {
  const { world, call, id, partId } = await begunDraft(db)
  const other = world.mandates.otherPorteur
  await expect(startApplication(db, other, { id, partId: newId(), callId: call.id }, TODAY)).rejects.toBeInstanceOf(NotFound)
  expect(await listApplications(db, other.scope)).toEqual([])
  const own = { id: newId(), partId, callId: call.id }
  await expect(startApplication(db, other, own, TODAY)).rejects.toBeInstanceOf(NotFound)
})

dbTest('an existing draft is said before another is begun', async ({ db }) => {
  const { call, by } = await begunDraft(db)
  const input = { id: newId(), partId: newId(), callId: call.id }
  expect(await startApplication(db, by, input, TODAY)).toEqual({ done: false, reasons: ['draft-exists'] })
  expect((await startApplication(db, by, { ...input, anyway: true }, TODAY)).done).toBe(true)
})

dbTest('an application begins from the first to the last day of the call only (PRJ-01)', async ({ db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world)
  const start = (today: Day) =>
    startApplication(db, world.mandates.porteur, { id: newId(), partId: newId(), callId: call.id, anyway: true }, today)
  expect(await start(addDays(call.opensOn, -1))).toEqual({ done: false, reasons: ['not-yet'] })
  expect((await start(call.opensOn)).done).toBe(true)
  expect((await start(call.closesOn)).done).toBe(true)
  expect(await start(addDays(call.closesOn, 1))).toEqual({ done: false, reasons: ['closed'] })
})

dbTest('a call whose door is Dauphin takes no application here', async ({ db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world, { door: 'dauphin-first' })
  const result = await startApplication(db, world.mandates.porteur, { id: newId(), partId: newId(), callId: call.id }, TODAY)
  expect(result).toEqual({ done: false, reasons: ['dauphin-first'] })
})

dbTest('a renewal takes over texts, budget, territories and amounts asked, but not the dates', async ({ db }) => {
  const world = await aWorld(db)
  const by = world.mandates.porteur
  const shares = [
    [world.qpvs.lens, 0.25],
    [world.qpvs.both, 0.75],
  ] as const
  const before = await aPart(db, world, { year: 2026, shares, asked: { state: euros(5000) } })
  const call = await aCall(db, world)
  const id = newId()
  await startApplication(db, by, { id, partId: newId(), callId: call.id, actionId: before.actionId }, TODAY)
  const part = (await findApplication(db, by.scope, id))?.parts[0]
  expect(part).toMatchObject({ renewed: true, actionId: before.actionId, title: 'Jardin nourricier', startsOn: null, endsOn: null })
  expect(part?.territories.map(({ share }) => share)).toEqual([0.75, 0.25])
  expect(part?.requests.map(({ funderId, asked }) => [funderId, asked])).toEqual([[world.organisations.state, euros(5000)]])
  expect(part?.lines.map(({ account, amount }) => [account, amount])).toEqual([
    ['601', euros(6000)],
    ['756', euros(1000)],
  ])
  expect(part?.publics).toEqual([{ ageBand: '26-59', women: 20, men: 10 }])
})

dbTest('the action of another organisation is not renewed', async ({ db }) => {
  const world = await aWorld(db)
  const theirs = await aPart(db, world, { year: 2026, organisationId: world.organisations.otherPorteur })
  const call = await aCall(db, world)
  const input = { id: newId(), partId: newId(), callId: call.id, actionId: theirs.actionId }
  const result = await startApplication(db, world.mandates.porteur, input, TODAY)
  expect(result).toEqual({ done: false, reasons: ['unknown-action'] })
  expect(await listApplications(db, world.mandates.porteur.scope, { callId: call.id })).toEqual([])
})

dbTest('one action is asked once in a call', async ({ db }) => {
  const { world, by, id } = await begunDraft(db)
  const before = await aPart(db, world, { year: 2026 })
  const renewed = { applicationId: id, actionId: before.actionId }
  expect((await addPart(db, by, { ...renewed, partId: newId() }, TODAY)).done).toBe(true)
  expect(await addPart(db, by, { ...renewed, partId: newId() }, TODAY)).toEqual({ done: false, reasons: ['action-already-asked'] })
})

dbTest('parts are added and removed while the file is a draft; the last one stays', async ({ db }) => {
  const { by, id, partId } = await begunDraft(db)
  const second = newId()
  await addPart(db, by, { applicationId: id, partId: second }, TODAY)
  expect((await findApplication(db, by.scope, id))?.parts.map(({ position }) => position)).toEqual([1, 2])
  expect((await removePart(db, by, { applicationId: id, partId }, TODAY)).done).toBe(true)
  expect((await findApplication(db, by.scope, id))?.parts.map((part) => part.id)).toEqual([second])
  expect(await removePart(db, by, { applicationId: id, partId: second }, TODAY)).toEqual({ done: false, reasons: ['last-part'] })
})

dbTest('a file that was sent takes no other part, loses none and is not deleted', async ({ db }) => {
  const world = await aWorld(db)
  const by = world.mandates.porteur
  const { applicationId, partId } = await aPart(db, world)
  const refusal = { done: false, reasons: ['not-a-draft'] }
  expect(await addPart(db, by, { applicationId, partId: newId() }, TODAY)).toEqual(refusal)
  expect(await removePart(db, by, { applicationId, partId }, TODAY)).toEqual(refusal)
  expect(await deleteDraft(db, by, { applicationId }, TODAY)).toEqual(refusal)
})

dbTest('a deleted draft takes its new action with it and leaves the renewed one', async ({ db }) => {
  const { world, by, id } = await begunDraft(db)
  const before = await aPart(db, world, { year: 2026 })
  await addPart(db, by, { applicationId: id, partId: newId(), actionId: before.actionId }, TODAY)
  expect((await deleteDraft(db, by, { applicationId: id }, TODAY)).done).toBe(true)
  expect(await findApplication(db, by.scope, id)).toBeUndefined()
  const actions = await listActions(db, by.scope, { contractId: world.contractId, organisationId: by.organisationId })
  expect(actions.map((action) => action.id)).toEqual([before.actionId])
})

dbTest('the draft of another organisation can be neither changed nor deleted: it is not there', async ({ db }) => {
  const { world, id, partId } = await begunDraft(db)
  const other = world.mandates.otherPorteur
  await expect(deleteDraft(db, other, { applicationId: id }, TODAY)).rejects.toBeInstanceOf(NotFound)
  await expect(removePart(db, other, { applicationId: id, partId }, TODAY)).rejects.toBeInstanceOf(NotFound)
  await expect(addPart(db, other, { applicationId: id, partId: newId() }, TODAY)).rejects.toBeInstanceOf(NotFound)
})

test('the same form sent twice at the same moment starts one application with one part', async () => {
  const db = await freshDatabase()
  const { world, call } = await begunDraft(db)
  const input = { id: newId(), partId: newId(), callId: call.id, anyway: true }
  const results = await Promise.all([1, 2].map(() => startApplication(db, world.mandates.porteur, input, TODAY)))
  expect(results.map(({ done }) => done)).toEqual([true, true])
  expect((await findApplication(db, world.mandates.porteur.scope, input.id))?.parts).toHaveLength(1)
})
