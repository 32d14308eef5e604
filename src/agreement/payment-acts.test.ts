import { expect, test } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { cents, euros } from '#platform/money.ts'
import { refused } from '#platform/result.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { aFunderRule, anAward, aPartOfYear } from '#testing/award.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { findAwardState } from './award-state-store.ts'
import { behindWalls, recordObligation, recordPayment } from './payment-acts.ts'
import { insertObligation, insertPayment, listOverrides } from './payment-store.ts'

const anObligation = (awardId: string, change: { amount?: number; number?: string; id?: string } = {}) => ({
  id: change.id ?? newId(),
  awardId,
  number: change.number ?? `EJ-${newId().slice(-6)}`,
  amount: cents(change.amount ?? euros(5000)),
  on: TODAY,
})
const aPayment = (awardId: string, obligationId: string, amount: number, { overrideReason = '', on = TODAY } = {}) => ({
  id: newId(),
  awardId,
  obligationId,
  amount: cents(amount),
  on,
  overrideReason,
})
const paidOf = async (db: Db, awardId: string) =>
  (await db.one(z.object({ paid: z.number() }))`select paid_cents as paid from award where id = ${awardId}`).paid

dbTest('FIN-09: obligated stops at decided, paid stops at obligated, to the cent', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const by = world.mandates.state
  const first = anObligation(awardId, { amount: euros(3000) })
  expect(await recordObligation(db, by, first, TODAY)).toEqual({ done: true, value: first.id })
  const beyond = anObligation(awardId, { amount: euros(2000) + 1 })
  expect(await recordObligation(db, by, beyond, TODAY)).toEqual({ done: false, reasons: ['obligated-beyond-decided'] })
  expect(await recordObligation(db, by, anObligation(awardId, { amount: euros(2000) }), TODAY)).toMatchObject({ done: true })
  expect(await recordPayment(db, by, aPayment(awardId, first.id, euros(3000) + 1), TODAY)).toEqual({
    done: false,
    reasons: ['paid-beyond-obligated'],
  })
  expect(await recordPayment(db, by, aPayment(awardId, first.id, euros(3000) - 1), TODAY)).toMatchObject({ done: true })
  expect(await recordPayment(db, by, aPayment(awardId, first.id, 2), TODAY)).toMatchObject({ done: false })
  expect(await recordPayment(db, by, aPayment(awardId, first.id, 1), TODAY)).toMatchObject({ done: true })
  expect(await paidOf(db, awardId)).toBe(euros(3000))
})

dbTest('an obligation and a payment sent twice are recorded once', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const obligation = anObligation(awardId)
  const payment = aPayment(awardId, obligation.id, euros(2500))
  for (const _ of [1, 2]) {
    expect(await recordObligation(db, world.mandates.state, obligation, TODAY)).toEqual({ done: true, value: obligation.id })
    expect(await recordPayment(db, world.mandates.state, payment, TODAY)).toEqual({ done: true, value: payment.id })
  }
  expect(await paidOf(db, awardId)).toBe(euros(2500))
})

dbTest('a funder cannot obligate nor pay on the award of another', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const obligation = anObligation(awardId)
  await recordObligation(db, world.mandates.state, obligation, TODAY)
  await expect(recordObligation(db, world.mandates.epci, anObligation(awardId), TODAY)).rejects.toThrow(NotFound)
  await expect(recordPayment(db, world.mandates.epci, aPayment(awardId, obligation.id, 1), TODAY)).rejects.toThrow(NotFound)
  const other = await anAward(db, world, { part: { title: 'Autre action' } })
  await expect(recordPayment(db, world.mandates.state, aPayment(other.awardId, obligation.id, 1), TODAY)).rejects.toThrow(NotFound)
})

dbTest('FIN-09: the database is the last wall, and speaks with the words of the rule', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const by = world.mandates.state.id
  const over = { ...anObligation(awardId, { amount: euros(5000) + 1 }), by }
  const wall = (work: () => Promise<unknown>, constraint: string) =>
    behindWalls({ [constraint]: 'said' }, async () => {
      await work()
      return refused<string>()
    })
  expect(await wall(() => db.transaction((tx) => insertObligation(tx, over)), 'award_obligated_within_decided')).toEqual(refused('said'))
  const obligation = { ...anObligation(awardId, { amount: euros(1000) }), by }
  await db.transaction((tx) => insertObligation(tx, obligation))
  const payment = { ...aPayment(awardId, obligation.id, euros(1000) + 1), by, override: '' }
  expect(await wall(() => db.transaction((tx) => insertPayment(tx, payment)), 'award_paid_within_obligated')).toEqual(refused('said'))
  await expect(wall(() => db.transaction((tx) => insertPayment(tx, payment)), 'another_wall')).rejects.toThrow(/award_paid|paid above/)
})

dbTest(
  'a due final account missing suspends payment from 1 July, for the funder that says so, unless with a written reason',
  async ({ db }) => {
    const world = await aWorld(db)
    const { partId, actionId } = await aPartOfYear(db, world, 2026)
    await anAward(db, world, { partId })
    const { awardId } = await anAward(db, world, { part: { actionId, dauphinNumber: 'DA2027' } })
    const by = world.mandates.state
    const obligation = anObligation(awardId)
    await recordObligation(db, by, obligation, TODAY)
    const pay = (on: string, reason = '') =>
      recordPayment(db, by, aPayment(awardId, obligation.id, 100, { overrideReason: reason }), day(on))
    expect(await pay('2027-07-01')).toMatchObject({ done: true })
    await aFunderRule(db, { funderId: world.organisations.state, rule: 'payment-needs-final-report', from: day('2027-01-01') })
    expect(await pay('2027-06-30')).toMatchObject({ done: true })
    expect(await pay('2027-07-01')).toEqual({ done: false, reasons: ['suspended'] })
    expect((await findAwardState(db, by.scope, awardId, day('2027-07-01')))?.suspendingYears).toEqual([2026])
    expect(await pay('2027-07-01', 'Bilan reçu sur papier')).toMatchObject({ done: true })
    const listed = await listOverrides(db, by.scope, world.contractId)
    expect(listed.map(({ reason, amount }) => [reason, amount])).toEqual([['Bilan reçu sur papier', 100]])
  },
)

test('FIN-09: twenty payments at once on one obligation never pay more than it binds', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const by = world.mandates.state
  const halves = [anObligation(awardId, { amount: euros(3000) }), anObligation(awardId, { amount: euros(3000) })] as const
  const bound = await Promise.all(halves.map((one) => recordObligation(db, by, one, TODAY)))
  expect(bound.filter(({ done }) => done)).toHaveLength(1)
  const obligationId = bound[0]?.done ? halves[0].id : halves[1].id
  const pay = () => recordPayment(db, by, aPayment(awardId, obligationId, euros(500)), TODAY)
  const paid = await Promise.all(Array.from({ length: 20 }, pay))
  expect(paid.filter(({ done }) => done)).toHaveLength(6)
  expect(await paidOf(db, awardId)).toBe(euros(3000))
})
