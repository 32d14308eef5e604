import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { recordPayment } from './payment-acts.ts'
import type { PaymentFlaw } from './payment-limits.ts'
import { insertTreatment, listPaymentLines, type PaymentLine } from './payment-line-store.ts'
import { lockPaymentsOf } from './payment-store.ts'

export type TreatmentFlaw = PaymentFlaw | 'unreadable' | 'already-treated' | 'reason-missing'

export interface MatchInput {
  lineId: string
  awardId: string
  obligationId: string
  overrideReason: string
}

/** A line that waits becomes a payment on the obligation that a person chose, within the limits of any payment. Sent twice, paid once. */
export function matchLine(db: Db, by: Mandate, input: MatchInput, today: Day): Promise<Result<string, TreatmentFlaw>> {
  return db.transaction(async (tx): Promise<Result<string, TreatmentFlaw>> => {
    const line = await lockLine(tx, by, input.lineId)
    if (line.treatment === 'matched') return done(line.id)
    if (line.treatment) return refused('already-treated')
    const { amount, on, number } = line.content
    if (amount === null || on === null) return refused('unreadable')
    const { awardId, obligationId, overrideReason } = input
    const paid = await recordPayment(tx, by, { id: line.id, awardId, obligationId, amount, on, overrideReason, number }, today)
    if (!paid.done) return paid
    await insertTreatment(tx, { lineId: line.id, kind: 'matched', paymentId: line.id, reason: overrideReason, on: today, by: by.id })
    await record(tx, by, 'payment-line.matched', line.id, { awardId, obligationId })
    return done(line.id)
  })
}

/** A line that is no payment of ours is put aside with a reason; it stays in the history of its file. */
export function dismissLine(
  db: Db,
  by: Mandate,
  input: { lineId: string; reason: string },
  today: Day,
): Promise<Result<string, TreatmentFlaw>> {
  return db.transaction(async (tx): Promise<Result<string, TreatmentFlaw>> => {
    const line = await lockLine(tx, by, input.lineId)
    if (line.treatment === 'dismissed') return done(line.id)
    if (line.treatment) return refused('already-treated')
    if (input.reason.trim() === '') return refused('reason-missing')
    await insertTreatment(tx, { lineId: line.id, kind: 'dismissed', paymentId: null, reason: input.reason, on: today, by: by.id })
    await record(tx, by, 'payment-line.dismissed', line.id, { reason: input.reason })
    return done(line.id)
  })
}

/** A line of the mandate's own organisation, with every other change of its payments held back. */
async function lockLine(tx: Tx, by: Mandate, id: string): Promise<PaymentLine> {
  await lockPaymentsOf(tx, by.organisationId)
  const [line] = await listPaymentLines(tx, { funderId: by.organisationId, id })
  if (!line) throw new NotFound()
  return line
}
