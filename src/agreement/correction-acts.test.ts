import { expect, test } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { cents, euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY, type World } from '#testing/world.ts'
import { findAwardState } from './award-state-store.ts'
import { askRecovery, receiveRecovery, reversePayment, withdrawObligation } from './correction-acts.ts'
import { recordObligation, recordPayment } from './payment-acts.ts'

const REASON = 'Montant tapé deux fois'
const Sums = z.object({ obligated: z.number(), paid: z.number() })

/** 5 000 € decided, obligated on one number, 2 000 € of them paid. */
async function paidAward(db: Db, world: World) {
  const { awardId } = await anAward(db, world)
  const by = world.mandates.state
  const obligation = { id: newId(), awardId, number: 'EJ-1', amount: euros(5_000), on: TODAY }
  await recordObligation(db, by, obligation, TODAY)
  const payment = { id: newId(), awardId, obligationId: obligation.id, amount: euros(2_000), on: TODAY, overrideReason: '' }
  await recordPayment(db, by, payment, TODAY)
  return { awardId, by, obligation, payment }
}

const sumsOf = (db: Db, awardId: string) =>
  db.one(
    Sums,
  )`select (select sum(amount_cents) from obligation where award_id = w.id) as obligated, paid_cents as paid from award w where id = ${awardId}`

dbTest(
  'FIN-09: a payment typed wrong is undone by a negative row with its reason, once, and the right one is then recorded',
  async ({ db }) => {
    const world = await aWorld(db)
    const { awardId, by, obligation, payment } = await paidAward(db, world)
    const undo = { id: newId(), awardId, paymentId: payment.id, on: TODAY, reason: REASON }
    expect(await reversePayment(db, by, { ...undo, reason: ' ' }, TODAY)).toEqual({ done: false, reasons: ['reason-missing'] })
    expect(await reversePayment(db, by, { ...undo, on: day('2027-01-13') }, TODAY)).toEqual({ done: false, reasons: ['before-original'] })
    for (const _ of [1, 2]) expect(await reversePayment(db, by, undo, TODAY)).toEqual({ done: true, value: undo.id })
    expect(await reversePayment(db, by, { ...undo, id: newId() }, TODAY)).toEqual({ done: false, reasons: ['already-undone'] })
    expect(await sumsOf(db, awardId)).toEqual({ obligated: euros(5_000), paid: 0 })
    expect(await recordPayment(db, by, { ...payment, id: newId(), amount: euros(200) }, TODAY)).toMatchObject({ done: true })
    const state = await findAwardState(db, by.scope, awardId, TODAY)
    expect([state?.paid, state?.payments.length, state?.corrections]).toMatchObject([
      euros(200),
      1,
      [{ kind: 'reversal', number: obligation.number, amount: euros(2_000), reason: REASON }],
    ])
    expect(
      await db.rows(z.object({ act: z.string() }))`select act from journal where subject_id = ${awardId} and act = 'payment.reversed'`,
    ).toHaveLength(1)
  },
)

dbTest('FIN-09: of an obligation typed wrong only what is unpaid is withdrawn, to the cent; its number is then free', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId, by, obligation, payment } = await paidAward(db, world)
  const take = (amount: number) => ({ id: newId(), awardId, obligationId: obligation.id, amount: cents(amount), on: TODAY, reason: REASON })
  expect(await withdrawObligation(db, by, take(euros(3_000) + 1), TODAY)).toEqual({ done: false, reasons: ['withdrawn-beyond-unpaid'] })
  expect(await withdrawObligation(db, by, take(0), TODAY)).toEqual({ done: false, reasons: ['amount-zero'] })
  const rest = take(euros(3_000))
  for (const _ of [1, 2]) expect(await withdrawObligation(db, by, rest, TODAY)).toEqual({ done: true, value: rest.id })
  expect(await sumsOf(db, awardId)).toEqual({ obligated: euros(2_000), paid: euros(2_000) })
  const again = { ...obligation, id: newId(), amount: euros(2_000) }
  expect(await recordObligation(db, by, again, TODAY)).toEqual({ done: false, reasons: ['number-used'] })
  await reversePayment(db, by, { id: newId(), awardId, paymentId: payment.id, on: TODAY, reason: REASON }, TODAY)
  await withdrawObligation(db, by, take(euros(2_000)), TODAY)
  expect(await recordObligation(db, by, again, TODAY)).toMatchObject({ done: true })
  expect(await sumsOf(db, awardId)).toEqual({ obligated: euros(2_000), paid: 0 })
})

dbTest(
  'FIN-09: a recovery is never above what was paid, nor what comes back above what is asked; what was paid stays paid',
  async ({ db }) => {
    const world = await aWorld(db)
    const { awardId, by, payment } = await paidAward(db, world)
    const ask = (amount: number) => ({
      id: newId(),
      awardId,
      number: 'T-12',
      amount: cents(amount),
      on: TODAY,
      reason: 'Action non réalisée',
    })
    expect(await askRecovery(db, by, ask(euros(2_000) + 1), TODAY)).toEqual({ done: false, reasons: ['recovered-beyond-paid'] })
    const asked = ask(euros(500))
    for (const _ of [1, 2]) expect(await askRecovery(db, by, asked, TODAY)).toMatchObject({ done: true })
    const receive = (amount: number) => ({ id: newId(), awardId, recoveryId: asked.id, amount: cents(amount), on: TODAY })
    expect(await receiveRecovery(db, by, receive(euros(500) + 1), TODAY)).toEqual({ done: false, reasons: ['received-beyond-asked'] })
    expect(await receiveRecovery(db, by, receive(euros(200)), TODAY)).toMatchObject({ done: true })
    expect(await receiveRecovery(db, by, receive(euros(300)), TODAY)).toMatchObject({ done: true })
    expect(await reversePayment(db, by, { id: newId(), awardId, paymentId: payment.id, on: TODAY, reason: REASON }, TODAY)).toEqual({
      done: false,
      reasons: ['undone-below-recovered'],
    })
    const state = await findAwardState(db, by.scope, awardId, TODAY)
    expect([state?.paid, state?.recoveries.map(({ amount, receipts }) => [amount, receipts.length])]).toEqual([
      euros(2_000),
      [[euros(500), 2]],
    ])
  },
)

dbTest('forged and reused ids of an obligation, a payment or a correction are answered, never a fault', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId, by, obligation, payment } = await paidAward(db, world)
  const other = await anAward(db, world, { part: { title: 'Autre action' } })
  const reused = { ...obligation, awardId: other.awardId, number: 'EJ-2' }
  expect(await recordObligation(db, by, reused, TODAY)).toEqual({ done: false, reasons: ['form-used'] })
  const bound = { ...reused, id: newId() }
  await recordObligation(db, by, bound, TODAY)
  const paid = { ...payment, awardId: other.awardId, obligationId: bound.id }
  expect(await recordPayment(db, by, paid, TODAY)).toEqual({ done: false, reasons: ['form-used'] })
  const forged = { id: newId(), awardId, obligationId: bound.id, amount: cents(1), on: TODAY, reason: REASON }
  await expect(withdrawObligation(db, by, forged, TODAY)).rejects.toThrow(NotFound)
  await expect(reversePayment(db, by, { ...forged, paymentId: newId() }, TODAY)).rejects.toThrow(NotFound)
  const mine = { ...forged, obligationId: obligation.id }
  await expect(withdrawObligation(db, world.mandates.epci, mine, TODAY)).rejects.toThrow(NotFound)
  expect(await withdrawObligation(db, by, { ...mine, id: bound.id }, TODAY)).toEqual({ done: false, reasons: ['form-used'] })
})

test('FIN-09: of corrections and payments at once none breaks decided ≥ obligated ≥ paid', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const { awardId, by, obligation, payment } = await paidAward(db, world)
  const rest = () => ({ id: newId(), awardId, obligationId: obligation.id, amount: euros(3_000), on: TODAY, reason: REASON })
  const pay = () => ({ ...payment, id: newId(), amount: euros(3_000) })
  const race = await Promise.all([
    withdrawObligation(db, by, rest(), TODAY),
    recordPayment(db, by, pay(), TODAY),
    withdrawObligation(db, by, rest(), TODAY),
    recordPayment(db, by, pay(), TODAY),
  ])
  expect(race.filter((one) => one.done)).toHaveLength(1)
  const undo = () => ({ id: newId(), awardId, paymentId: payment.id, on: TODAY, reason: REASON })
  const undone = await Promise.all([1, 2, 3].map(() => reversePayment(db, by, undo(), TODAY)))
  expect(undone.filter((one) => one.done)).toHaveLength(1)
  const { obligated, paid } = await sumsOf(db, awardId)
  expect([paid <= obligated, obligated <= euros(5_000)]).toEqual([true, true])
})
