import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { wholeDatabase } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { type Cents, cents } from '#platform/money.ts'
import { done, type Result, refused } from '#platform/result.ts'
import type { AwardState } from './award-state-store.ts'
import {
  type CorrectionFlaw,
  receiptFlaws,
  receivedOf,
  recoveredOf,
  recoveryFlaws,
  reversalFlaws,
  withdrawalFlaws,
} from './correction-rule.ts'
import { insertRecovery, insertRecoveryReceipt, insertReversal, insertWithdrawal } from './correction-store.ts'
import { behindWalls, lockOwnAward } from './payment-acts.ts'

const WALLS = {
  award_paid_within_obligated: 'withdrawn-beyond-unpaid',
  payment_reverses_id_key: 'already-undone',
  award_recovered_within_paid: 'recovered-beyond-paid',
  recovery_received_within_asked: 'received-beyond-asked',
  ...{ obligation_pkey: 'form-used', payment_pkey: 'form-used', recovery_pkey: 'form-used', recovery_receipt_pkey: 'form-used' },
} as const satisfies Record<string, CorrectionFlaw>

type Outcome = Result<string, CorrectionFlaw>

/** On an award of the mandate's own organisation, held until the end of the transaction. */
function correct(
  db: Db,
  by: Mandate,
  of: { awardId: string; today: Day },
  work: (tx: Tx, award: AwardState) => Promise<Outcome>,
): Promise<Outcome> {
  return behindWalls<string, CorrectionFlaw>(WALLS, () =>
    db.transaction(async (tx) => work(tx, await lockOwnAward(tx, by, of.awardId, of.today))),
  )
}

export interface WithdrawalInput {
  id: string
  awardId: string
  obligationId: string
  amount: Cents
  on: Day
  reason: string
}

/** Withdraws what an obligation typed wrong binds without being paid: a negative row with its reason. Sent twice, withdrawn once. */
export function withdrawObligation(db: Db, by: Mandate, input: WithdrawalInput, today: Day): Promise<Outcome> {
  return correct(db, by, { awardId: input.awardId, today }, async (tx, award) => {
    if (award.corrections.some(({ id }) => id === input.id)) return done(input.id)
    const obligation = award.obligations.find(({ id }) => id === input.obligationId)
    if (!obligation) throw new NotFound()
    const flaws = withdrawalFlaws(input, obligation, today)
    if (flaws.length > 0) return refused(...flaws)
    const { id, awardId, obligationId, amount, on, reason } = input
    await insertWithdrawal(tx, { id, awardId, of: obligationId, number: obligation.number, amount, on, reason, by: by.id })
    await record(tx, by, 'obligation.withdrawn', awardId, { withdrawalId: id, obligationId, number: obligation.number, amount, on, reason })
    return done(id)
  })
}

export interface ReversalInput {
  id: string
  awardId: string
  paymentId: string
  on: Day
  reason: string
}

/** Undoes a payment typed wrong, whole: a negative row with its reason; the right one is then recorded. Sent twice, undone once. */
export function reversePayment(db: Db, by: Mandate, input: ReversalInput, today: Day): Promise<Outcome> {
  return correct(db, by, { awardId: input.awardId, today }, async (tx, award) => {
    if (award.corrections.some(({ id }) => id === input.id)) return done(input.id)
    const payment = award.payments.find(({ id }) => id === input.paymentId)
    if (!payment) return (await isReversed(tx, input)) ? refused('already-undone') : notThere()
    const flaws = reversalFlaws(input, payment, { paid: award.paid, recovered: recoveredOf(award.recoveries), today })
    if (flaws.length > 0) return refused(...flaws)
    const { id, awardId, paymentId, on, reason } = input
    const { obligationId, number, amount } = payment
    await insertReversal(tx, { id, awardId, of: paymentId, obligationId, number, amount, on, reason, by: by.id })
    await record(tx, by, 'payment.reversed', awardId, { reversalId: id, paymentId, amount, on, reason })
    return done(id)
  })
}

async function isReversed(tx: Tx, { awardId, paymentId }: ReversalInput): Promise<boolean> {
  const rows = await tx.rows(z.object({ id: idColumn }))`
    select m.id from payment m where ${wholeDatabase} and m.award_id = ${awardId} and m.reverses_id = ${paymentId}`
  return rows.length > 0
}

function notThere(): never {
  throw new NotFound()
}

export interface RecoveryInput {
  id: string
  awardId: string
  /** Of the titre de perception (State) or de recettes (the others). */
  number: string
  amount: Cents
  on: Day
  reason: string
}

/** Asks the beneficiary to give back part of what was paid. What was paid stays paid. */
export function askRecovery(db: Db, by: Mandate, input: RecoveryInput, today: Day): Promise<Outcome> {
  return correct(db, by, { awardId: input.awardId, today }, async (tx, award) => {
    if (award.recoveries.some(({ id }) => id === input.id)) return done(input.id)
    const firstPaidOn = award.payments.map(({ on }) => on).sort()[0] ?? award.actSignedOn
    const flaws = recoveryFlaws(input, { paid: award.paid, recovered: recoveredOf(award.recoveries), firstPaidOn }, today)
    if (flaws.length > 0) return refused(...flaws)
    await insertRecovery(tx, { ...input, by: by.id })
    const { id, awardId, number, amount, on, reason } = input
    await record(tx, by, 'recovery.asked', awardId, { recoveryId: id, number, amount, on, reason })
    return done(id)
  })
}

export interface ReceiptInput {
  id: string
  awardId: string
  recoveryId: string
  amount: Cents
  on: Day
}

/** What the beneficiary gave back, whole or in parts. */
export function receiveRecovery(db: Db, by: Mandate, input: ReceiptInput, today: Day): Promise<Outcome> {
  return correct(db, by, { awardId: input.awardId, today }, async (tx, award) => {
    const recovery = award.recoveries.find(({ id }) => id === input.recoveryId)
    if (!recovery) throw new NotFound()
    if (recovery.receipts.some(({ id }) => id === input.id)) return done(input.id)
    const flaws = receiptFlaws(input, { ...recovery, received: receivedOf(recovery) }, today)
    if (flaws.length > 0) return refused(...flaws)
    await insertRecoveryReceipt(tx, { ...input, by: by.id })
    const { id, awardId, recoveryId, amount, on } = input
    await record(tx, by, 'recovery.received', awardId, { receiptId: id, recoveryId, amount: cents(amount), on })
    return done(id)
  })
}
