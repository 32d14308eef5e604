import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { errorConstraint } from '#platform/db-core.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { type Cents, cents } from '#platform/money.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { agreementBlocks } from './agreement-step.ts'
import { lockAward } from './answer-store.ts'
import { type AwardState, findAwardState } from './award-state-store.ts'
import { type ObligationFlaw, obligationFlaws, type PaymentFlaw, paymentFlaws } from './payment-limits.ts'
import { insertObligation, insertPayment, lockPaymentsOf, paymentNumberUsed } from './payment-store.ts'
import { suspensionHolds } from './payment-suspension.ts'

export interface ObligationInput {
  id: string
  awardId: string
  /** EJ number for the State, the funder’s own engagement number for the others. */
  number: string
  amount: Cents
  on: Day
}

/** What a signed act or order binds, never above what is decided. Sent twice, recorded once. */
export async function recordObligation(db: Db, by: Mandate, input: ObligationInput, today: Day): Promise<Result<string, ObligationFlaw>> {
  return behindWalls(OBLIGATION_WALLS, () =>
    db.transaction(async (tx): Promise<Result<string, ObligationFlaw>> => {
      const award = await lockOwnAward(tx, by, input.awardId, today)
      if (award.obligations.some(({ id }) => id === input.id)) return done(input.id)
      const numbers = award.obligations.map(({ number }) => number)
      const flaws = obligationFlaws(input, { ...award, numbers }, today)
      if (agreementBlocks(award.agreementStep)) flaws.push('agreement-missing')
      if (flaws.length > 0) return refused(...flaws)
      await insertObligation(tx, { ...input, by: by.id })
      const { number, amount, on } = input
      await record(tx, by, 'obligation.recorded', input.awardId, { obligationId: input.id, number, amount, on })
      return done(input.id)
    }),
  )
}

export interface PaymentInput {
  id: string
  awardId: string
  obligationId: string
  amount: Cents
  on: Day
  /** Why it is paid although a final account is missing; empty otherwise. */
  overrideReason: string
  /** As the accounts number it (demande de paiement, mandat); used once a year by a funder. */
  number?: string
}

/** Money sent on one obligation, never above it; suspended while a due final account is missing, unless with a written reason. */
export async function recordPayment(db: Db, by: Mandate, input: PaymentInput, today: Day): Promise<Result<string, PaymentFlaw>> {
  return behindWalls(PAYMENT_WALLS, () =>
    db.transaction(async (tx): Promise<Result<string, PaymentFlaw>> => {
      const { number = '' } = input
      if (number !== '') await lockPaymentsOf(tx, by.organisationId)
      const award = await lockOwnAward(tx, by, input.awardId, today)
      const obligation = award.obligations.find(({ id }) => id === input.obligationId)
      if (!obligation) throw new NotFound()
      if (award.payments.some(({ id }) => id === input.id)) return done(input.id)
      const limits = { obligated: cents(obligation.amount), paid: cents(obligation.paid), obligatedOn: obligation.on }
      const flaws = paymentFlaws(input, limits, today)
      if (suspensionHolds(award.suspendingYears, input.overrideReason)) flaws.push('suspended')
      if (agreementBlocks(award.agreementStep)) flaws.push('agreement-missing')
      if (number !== '' && (await paymentNumberUsed(tx, { funderId: by.organisationId, number, on: input.on })))
        flaws.push('payment-number-used')
      if (flaws.length > 0) return refused(...flaws)
      // A reason typed when nothing suspends is no exception: it is not kept as one.
      const override = award.suspendingYears.length > 0 ? input.overrideReason : ''
      await insertPayment(tx, { ...input, override, by: by.id })
      const { obligationId, amount, on } = input
      await record(tx, by, 'payment.recorded', input.awardId, { paymentId: input.id, obligationId, amount, on, override, number })
      return done(input.id)
    }),
  )
}

/** The award under lock: one of the mandate's own organisation, or nothing at all. */
export async function lockOwnAward(tx: Tx, by: Mandate, awardId: string, today: Day): Promise<AwardState> {
  await lockAward(tx, by.scope, awardId)
  const award = await findAwardState(tx, by.scope, awardId, today)
  if (!award || award.funderId !== by.organisationId) throw new NotFound()
  return award
}

const OBLIGATION_WALLS = {
  award_obligated_within_decided: 'obligated-beyond-decided',
  obligation_number_once: 'number-used',
  obligation_pkey: 'form-used',
} satisfies Record<string, ObligationFlaw>

const PAYMENT_WALLS = { award_paid_within_obligated: 'paid-beyond-obligated', payment_pkey: 'form-used' } satisfies Record<
  string,
  PaymentFlaw
>

/** The database is the last wall: what it refuses is said with the same words as the rule. */
export async function behindWalls<T, R extends string>(
  walls: Readonly<Record<string, R>>,
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    return await work()
  } catch (error) {
    const flaw = walls[errorConstraint(error)]
    if (flaw) return refused(flaw)
    throw error
  }
}
