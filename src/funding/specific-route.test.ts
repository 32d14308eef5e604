import { beforeEach, expect } from 'vitest'
import { specificRouteOpen } from '#instruction/droit-commun-read-store.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { aLine } from '#testing/means.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { type RetentionInput, retain } from './retention-acts.ts'

beforeEach(() => expect.hasAssertions())

async function onAgenda(db: Db): Promise<{ world: World; partId: string; entry: Omit<RetentionInput, 'id'> }> {
  const world = await aWorld(db)
  await aLine(db, world)
  const { partId } = await aPart(db, world)
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 1)`
  const entry = { meetingId: world.meetingId, partId, envelopeId: world.envelopes.state, cents: euros(5_000), reason: '', seenId: null }
  return { world, partId, entry }
}

dbTest('PRJ-07: specific money waits for ordinary policy, unless a reason is given, which stays as an override', async ({ db }) => {
  const { world, partId, entry } = await onAgenda(db)
  const { lead } = world.mandates
  expect(await retain(db, lead, { ...entry, id: newId() }, TODAY)).toEqual({ done: false, reasons: ['droit-commun-first'] })
  expect((await specificRouteOpen(db, [partId], TODAY)).get(partId)).toMatchObject({ open: false })
  expect((await retain(db, lead, { ...entry, id: newId(), reason: 'La Caf a dit non ce matin' }, TODAY)).done).toBe(true)
  const route = (await specificRouteOpen(db, [partId], TODAY)).get(partId)
  expect(route).toMatchObject({
    route: 'to-try',
    open: true,
    override: { reason: 'La Caf a dit non ce matin', grantedBy: 'Cheffe de projet' },
  })
})

dbTest('PRJ-07: money of ordinary policy chooses no route, nor does nothing retained', async ({ db }) => {
  const { world, partId, entry } = await onAgenda(db)
  const { lead } = world.mandates
  expect((await retain(db, lead, { ...entry, id: newId(), cents: euros(0), reason: 'Refus' }, TODAY)).done).toBe(true)
  expect((await retain(db, lead, { ...entry, id: newId(), envelopeId: world.envelopes.caf, reason: 'Part de la Caf' }, TODAY)).done).toBe(
    true,
  )
  expect((await specificRouteOpen(db, [partId], TODAY)).get(partId)).toMatchObject({ open: false })
})

dbTest('without a line that fits, specific money is chosen as before', async ({ db }) => {
  const { world, entry } = await onAgenda(db)
  await db.run`update droit_commun_line set theme_code = '2.1'`
  expect((await retain(db, world.mandates.lead, { ...entry, id: newId() }, TODAY)).done).toBe(true)
})
