import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { findLatestBudget } from '#calls/budget-version-store.ts'
import { listEnvelopes } from '#funding/envelope-store.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { cents, euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { anAward, type MadeAward } from '#testing/award.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { type AnswerInput, answerAward } from './answer-acts.ts'
import { listFunderProducts } from './answer-store.ts'
import { findAwardState } from './award-state-store.ts'
import { recordObligation } from './payment-acts.ts'

/** The part of the test world: 601 charges, 1 000 euros of 756, the rest asked of State (5 000) and EPCI (2 000). */
const budget = (charges: number) => [
  { account: '601', amount: euros(charges) },
  { account: '756', amount: euros(1000) },
]

const anAnswer = (award: MadeAward, change: Partial<AnswerInput> = {}): AnswerInput => ({
  id: newId(),
  awardId: award.awardId,
  kind: 'confirmed',
  kept: cents(0),
  reason: '',
  seenAnswerId: null,
  lines: budget(8000),
  publicUrl: 'https://pilotis.example',
  ...change,
})

async function decidedOf(db: Db, world: World): Promise<number | undefined> {
  const envelopes = await listEnvelopes(db, { contractId: world.contractId, year: 2027 })
  return envelopes.find(({ id }) => id === world.envelopes.state)?.decided
}

const states = (db: Db, world: World, award: MadeAward) => findAwardState(db, world.mandates.porteur.scope, award.awardId, TODAY)

dbTest('the beneficiary confirms: nothing moves, the budget that balances stays', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  expect(await answerAward(db, world.mandates.porteur, anAnswer(award), TODAY)).toEqual({ done: true, value: { returned: 0 } })
  expect(await decidedOf(db, world)).toBe(euros(5000))
  expect(await states(db, world, award)).toMatchObject({ answer: 'confirmed', stage: 'to-obligate' })
  expect(await findLatestBudget(db, world.mandates.porteur.scope, award.partId)).toMatchObject({ version: 1 })
})

dbTest('FIN-03: what is reduced returns to the envelope at once, with a new version of the budget', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const answer = anAnswer(award, { kind: 'reduced', kept: euros(3000), reason: 'Moins de séances', lines: budget(6000) })
  expect(await answerAward(db, world.mandates.porteur, answer, TODAY)).toEqual({ done: true, value: { returned: euros(2000) } })
  expect(await answerAward(db, world.mandates.porteur, answer, TODAY)).toEqual({ done: true, value: { returned: 0 } })
  expect(await decidedOf(db, world)).toBe(euros(3000))
  const latest = await findLatestBudget(db, world.mandates.porteur.scope, award.partId)
  expect(latest).toMatchObject({ version: 2, lines: budget(6000) })
  const split = await db.one(
    z.object({ sum: z.number() }),
  )`select sum(amount_cents) as sum from award_territory where award_id = ${award.awardId}`
  expect(split.sum).toBe(euros(3000))
  expect((await listMails(db)).map(({ subject }) => subject)).toEqual(['Subvention réduite\u00A0: Jardin nourricier'])
})

dbTest('an action given up gives all back and holds back no later deposit', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const answer = anAnswer(award, { kind: 'given-up', reason: 'Salle fermée', lines: [] })
  expect(await answerAward(db, world.mandates.porteur, answer, TODAY)).toEqual({ done: true, value: { returned: euros(5000) } })
  expect(await decidedOf(db, world)).toBe(0)
  expect(await states(db, world, award)).toMatchObject({ decided: 0, granted: euros(5000), stage: 'given-up' })
  expect(await db.rows(z.object({ id: z.string() }))`select id from deposit_condition where settled_on is null`).toEqual([])
})

dbTest('a refused answer changes nothing: unbalanced budget, no reason, below what is obligated', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const by = world.mandates.porteur
  const reduced = { kind: 'reduced', kept: euros(3000), reason: 'Moins de séances' } as const
  expect(await answerAward(db, by, anAnswer(award, reduced), TODAY)).toEqual({ done: false, reasons: ['unbalanced'] })
  expect(await answerAward(db, by, anAnswer(award, { ...reduced, reason: '' }), TODAY)).toEqual({
    done: false,
    reasons: ['reason-missing'],
  })
  const obligation = { id: newId(), awardId: award.awardId, number: 'EJ-1', amount: euros(3000), on: TODAY }
  expect(await recordObligation(db, world.mandates.state, obligation, TODAY)).toMatchObject({ done: true })
  const below = anAnswer(award, { ...reduced, kept: cents(euros(3000) - 1) })
  expect(await answerAward(db, by, below, TODAY)).toEqual({ done: false, reasons: ['below-obligated'] })
  expect(await decidedOf(db, world)).toBe(euros(5000))
  expect(await db.rows(z.object({ id: z.string() }))`select id from beneficiary_answer`).toEqual([])
})

dbTest('an award that is not notified is not answered, and another organisation’s is not there', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world, { notifiedOn: null })
  expect(await answerAward(db, world.mandates.porteur, anAnswer(award), TODAY)).toEqual({ done: false, reasons: ['not-notified'] })
  await expect(answerAward(db, world.mandates.otherPorteur, anAnswer(award), TODAY)).rejects.toThrow(NotFound)
})

dbTest('the budget is balanced with what is decided elsewhere, and with what is still asked', async ({ db }) => {
  const world = await aWorld(db)
  const { partId } = await aPart(db, world)
  const state = await anAward(db, world, { partId, amount: euros(4000) })
  await anAward(db, world, { partId, funder: 'epci', amount: euros(1000) })
  const confirmed = (lines: AnswerInput['lines']) => answerAward(db, world.mandates.porteur, anAnswer(state, { lines }), TODAY)
  expect(await confirmed(budget(8000))).toEqual({ done: false, reasons: ['unbalanced'] })
  expect(await confirmed(budget(6000))).toMatchObject({ done: true }) // 4 000 + 1 000 decided + 1 000 of 756
})

test('of ten people answering at once one wins, the others are told, and the envelope is right', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const kept = [1, 2, 3, 4, 0, 1, 2, 3, 4, 0]
  const answers = await Promise.all(kept.map((thousands) => answerAward(db, world.mandates.porteur, answerOf(award, thousands), TODAY)))
  expect(answers.filter(({ done }) => done)).toHaveLength(1)
  for (const answer of answers) if (!answer.done) expect(answer.reasons).toEqual(['changed-meanwhile'])
  const state = await states(db, world, award)
  expect(await decidedOf(db, world)).toBe(state?.decided)
  expect(await db.rows(z.object({ id: z.string() }))`select id from beneficiary_answer`).toHaveLength(1)
})

function answerOf(award: MadeAward, thousands: number): AnswerInput {
  if (thousands === 0) return anAnswer(award, { kind: 'given-up', reason: 'Abandon' })
  const lines = budget(3000 + thousands * 1000)
  return anAnswer(award, { kind: 'reduced', kept: euros(thousands * 1000), reason: 'Réduction', lines })
}

test('an answer and an obligation at once never leave more obligated than decided', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const by: Mandate = world.mandates.porteur
  const award = await anAward(db, world)
  const obligation = { id: newId(), awardId: award.awardId, number: 'EJ-1', amount: euros(5000), on: TODAY }
  const [answered, obligated] = await Promise.all([
    answerAward(db, by, anAnswer(award, { kind: 'given-up', reason: 'Abandon' }), TODAY),
    recordObligation(db, world.mandates.state, obligation, TODAY),
  ])
  expect([answered.done, obligated.done].filter(Boolean)).toHaveLength(1)
  const state = await states(db, world, award)
  expect(state?.decided).toBeGreaterThanOrEqual(state?.obligated ?? 0)
})

test('the answers to four funders at once are all recorded, each with its version of the one budget', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const [each, funders] = [euros(2000), ['state', 'epci', 'region', 'caf'] as const]
  const { partId } = await aPart(db, world, { dauphinNumber: 'DA62270001', asked: { state: each, epci: each, region: each, caf: each } })
  const awards: MadeAward[] = []
  for (const funder of funders) awards.push(await anAward(db, world, { funder, amount: each, partId }))
  const lines = (other: number) => [...budget(9000 - other), { account: '604', amount: euros(other) }]
  const answers = await Promise.all(
    awards.map((award, rank) => answerAward(db, world.mandates.porteur, anAnswer(award, { lines: lines(rank + 1) }), TODAY)),
  )
  expect(answers.map(({ done }) => done)).toEqual([true, true, true, true])
  expect(await findLatestBudget(db, world.mandates.porteur.scope, partId)).toMatchObject({ version: 5 })
})

dbTest('a funder that was not asked and has not notified does not show in the budget of the beneficiary', async ({ db }) => {
  const world = await aWorld(db)
  const told = await anAward(db, world)
  const { scope } = world.mandates.porteur
  const before = await listFunderProducts(db, scope, told.partId)
  for (const subject of [told.applicationId, told.actionId])
    await db.run`insert into reading_right (subject_id, organisation_id, reason) values (${subject}, ${world.organisations.caf}, 'avis demandé')`
  await anAward(db, world, { funder: 'caf', amount: euros(300), partId: told.partId, notifiedOn: null })
  expect(await listFunderProducts(db, scope, told.partId)).toEqual(before)
})

dbTest('who declared an interest in the beneficiary is not told of its answer', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
    values (${newId()}, ${world.mandates.state.personId}, ${world.organisations.porteur}, 'administratrice', ${TODAY})`
  await db.run`delete from mail`
  await answerAward(db, world.mandates.porteur, anAnswer(award), TODAY)
  expect(await listMails(db)).toEqual([])
})
