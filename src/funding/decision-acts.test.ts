import { expect, test } from 'vitest'
import { z } from 'zod'
import { withdrawApplication } from '#calls/withdrawal-acts.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Cents, euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { recordFunderAct } from './decision-acts.ts'
import { listEnvelopes } from './envelope-store.ts'
import { retain } from './retention-acts.ts'

async function retained(
  db: Db,
  world: World,
  wish: Parameters<typeof aPart>[2],
  { amount = euros(5000), envelopeId = world.envelopes.state }: { amount?: Cents; envelopeId?: string } = {},
): Promise<string> {
  const { partId } = await aPart(db, world, wish)
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 1)`
  const input = {
    id: newId(),
    meetingId: world.meetingId,
    partId,
    envelopeId,
    cents: amount,
    reason: 'Décision du comité',
    seenId: null,
  }
  expect(await retain(db, world.mandates.state, input, TODAY)).toEqual({ done: true, value: input.id })
  return partId
}

const anAct = (world: World, partIds: string[], amount = euros(5000)) => ({
  id: newId(),
  authority: 'Préfet du Pas-de-Calais',
  number: `2027-${newId().slice(-4)}`,
  signedOn: TODAY,
  year: 2027,
  lines: partIds.map((partId) => ({ partId, envelopeId: world.envelopes.state, cents: amount, reason: '' })),
})

async function decidedOfState(db: Db, world: World): Promise<number | undefined> {
  const envelopes = await listEnvelopes(db, { contractId: world.contractId, year: 2027 })
  return envelopes.find(({ id }) => id === world.envelopes.state)?.decided
}

dbTest('PRJ-08: an act makes its amounts decided, split by neighbourhood to the cent, once', async ({ db }) => {
  const world = await aWorld(db)
  const partId = await retained(db, world, {
    shares: [
      [world.qpvs.lens, 1 / 3],
      [world.qpvs.lievin, 1 / 3],
      [world.qpvs.both, 1 / 3],
    ].map(([id, share]) => [String(id), Number(Number(share).toFixed(6))] as const),
  })
  const act = anAct(world, [partId])
  expect(await recordFunderAct(db, world.mandates.state, act, TODAY)).toEqual({ done: true, value: act.id })
  expect(await recordFunderAct(db, world.mandates.state, act, TODAY)).toEqual({ done: true, value: act.id })
  expect(await decidedOfState(db, world)).toBe(euros(5000))
  const parts = await db.rows(z.object({ n: z.number() }))`select amount_cents as n from award_territory order by amount_cents desc`
  expect(parts.map(({ n }) => n)).toEqual([166_667, 166_667, 166_666])
})

dbTest('XCU-01: an amount retained and an act are in the journal, once, with who decided them', async ({ db }) => {
  const world = await aWorld(db)
  const act = anAct(world, [await retained(db, world, {})])
  for (const _ of [1, 2]) await recordFunderAct(db, world.mandates.state, act, TODAY)
  const Line = z.object({ act: z.string(), by: z.string().nullable() })
  const lines = await db.rows(Line)`select act, mandate_id as by from journal order by happened_at, id`
  const by = world.mandates.state.id
  expect(lines).toEqual([
    { act: 'part.retained', by },
    { act: 'funder-act.recorded', by },
  ])
})

dbTest('FIN-03: an act beyond the envelope decides nothing at all', async ({ db }) => {
  const world = await aWorld(db)
  const first = await retained(db, world, { asked: { state: euros(60_000) } }, { amount: euros(60_000) })
  const second = await retained(db, world, { asked: { state: euros(40_001) } }, { amount: euros(40_001) })
  const act = {
    ...anAct(world, []),
    lines: [
      { partId: first, envelopeId: world.envelopes.state, cents: euros(60_000), reason: '' },
      { partId: second, envelopeId: world.envelopes.state, cents: euros(40_001), reason: '' },
    ],
  }
  expect(await recordFunderAct(db, world.mandates.state, act, TODAY)).toEqual({
    done: false,
    reasons: ['beyond-envelope@0', 'beyond-envelope@1'],
  })
  expect(await decidedOfState(db, world)).toBe(0)
  expect(await db.rows(z.object({ id: z.string() }))`select id from funder_act`).toEqual([])
})

dbTest('an act decides only what its own organisation may, and a number serves once', async ({ db }) => {
  const world = await aWorld(db)
  const partId = await retained(db, world, {})
  const stranger = await recordFunderAct(db, world.mandates.epci, anAct(world, [partId]), TODAY)
  expect(stranger).toEqual({ done: false, reasons: ['not-yours@0'] })
  const act = anAct(world, [partId])
  await recordFunderAct(db, world.mandates.state, act, TODAY)
  const again = await recordFunderAct(db, world.mandates.state, { ...act, id: newId() }, TODAY)
  expect(again).toEqual({ done: false, reasons: ['already-decided@0', 'number-used'] })
})

test('two acts of one number at once, on two envelopes: one is recorded, the other is told', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const other = newId()
  await db.run`insert into envelope (id, contract_id, funder_id, year, code, label, kind, amount_cents)
    values (${other}, ${world.contractId}, ${world.organisations.state}, 2027, 'autre', 'Autre', 'specific', ${euros(100_000)})`
  const [first, second] = [await retained(db, world, {}), await retained(db, world, {}, { envelopeId: other })]
  const act = { ...anAct(world, [first]), number: '2027-1' }
  const lines = [{ partId: second, envelopeId: other, cents: euros(5000), reason: '' }]
  const results = await Promise.all(
    [act, { ...act, id: newId(), lines }].map((one) => recordFunderAct(db, world.mandates.state, one, TODAY)),
  )
  expect(results.filter(({ done }) => done)).toHaveLength(1)
  expect(results).toContainEqual({ done: false, reasons: ['number-used'] })
})

dbTest('the same line twice in one act decides nothing twice', async ({ db }) => {
  const world = await aWorld(db)
  const partId = await retained(db, world, {})
  const act = anAct(world, [partId, partId])
  expect(await recordFunderAct(db, world.mandates.state, act, TODAY)).toEqual({ done: false, reasons: ['already-decided@1'] })
  expect(await decidedOfState(db, world)).toBe(0)
})

dbTest('two people retaining on the same screen: the second is told, the first amount stays', async ({ db }) => {
  const world = await aWorld(db)
  const partId = await retained(db, world, {})
  const input = {
    id: newId(),
    meetingId: world.meetingId,
    partId,
    envelopeId: world.envelopes.state,
    cents: euros(1000),
    reason: 'Réduit',
    seenId: null,
  }
  expect(await retain(db, world.mandates.lead, input, TODAY)).toEqual({ done: false, reasons: ['changed-meanwhile'] })
  expect(await retain(db, world.mandates.epci, { ...input, seenId: null }, TODAY)).toMatchObject({
    done: false,
    reasons: ['not-yours', 'changed-meanwhile'],
  })
})

dbTest('what a funder decided is neither withdrawn nor retained anew', async ({ db }) => {
  const world = await aWorld(db)
  const partId = await retained(db, world, {})
  const act = anAct(world, [partId])
  expect((await recordFunderAct(db, world.mandates.state, act, TODAY)).done).toBe(true)
  const { id: applicationId } = await db.one(
    z.object({ id: z.string() }),
  )`select application_id as id from action_part where id = ${partId}`
  const { id: seenId } = await db.one(z.object({ id: z.string() }))`select id from retention where part_id = ${partId}`
  expect(await withdrawApplication(db, world.mandates.porteur, { applicationId, reason: 'Trop tard' }, TODAY)).toEqual({
    done: false,
    reasons: ['already-decided'],
  })
  const again = {
    id: newId(),
    meetingId: world.meetingId,
    partId,
    envelopeId: world.envelopes.state,
    cents: euros(1000),
    reason: 'Moins',
    seenId,
  }
  expect(await retain(db, world.mandates.state, again, TODAY)).toEqual({ done: false, reasons: ['already-decided'] })
})

dbTest('what was withdrawn is not decided', async ({ db }) => {
  const world = await aWorld(db)
  const partId = await retained(db, world, {})
  const { id: applicationId } = await db.one(
    z.object({ id: z.string() }),
  )`select application_id as id from action_part where id = ${partId}`
  expect((await withdrawApplication(db, world.mandates.porteur, { applicationId, reason: 'Plus de local' }, TODAY)).done).toBe(true)
  expect(await recordFunderAct(db, world.mandates.state, anAct(world, [partId]), TODAY)).toMatchObject({ done: false })
})

dbTest('the database itself refuses an envelope overspent by a cent', async ({ db }) => {
  const world = await aWorld(db)
  await expect(
    db.transaction((tx) => tx.run`update envelope set decided_cents = amount_cents + 1 where id = ${world.envelopes.state}`),
  ).rejects.toThrow(/envelope_never_overspent/)
})
