import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

/** What happened to awards that the caller holds under its scope: one statement a kind, whatever their number. */

const Obligation = z.object({ awardId: idColumn, id: idColumn, number: z.string(), amount: centsColumn, on: dayColumn, paid: centsColumn })
/** What is still bound on one number: `amount` without what was withdrawn. */
export type Obligation = z.infer<typeof Obligation>

export function listObligations(db: Db, awardIds: readonly string[]): Promise<Obligation[]> {
  return db.rows(Obligation)`
    with bound as (
      select coalesce(b.withdraws_id, b.id) as id, sum(b.amount_cents) as net
      from obligation b where ${wholeDatabase} and b.award_id = any(${[...awardIds]}::uuid[]) group by 1 having sum(b.amount_cents) > 0)
    select b.award_id as "awardId", b.id, b.number, bound.net as amount, b.obligated_on as on, coalesce(m.paid, 0) as paid
    from bound
    join obligation b on b.id = bound.id
    left join (select obligation_id, sum(amount_cents) as paid from payment where ${wholeDatabase} and award_id = any(${[...awardIds]}::uuid[]) group by 1) m
      on m.obligation_id = b.id
    order by b.award_id, b.obligated_on, b.id`
}

const Payment = z.object({
  awardId: idColumn,
  id: idColumn,
  obligationId: idColumn,
  amount: centsColumn,
  on: dayColumn,
  override: z.string(),
  number: z.string(),
})
/** A payment that stands: never one that was reversed. */
export type Payment = z.infer<typeof Payment>

export function listPayments(db: Db, awardIds: readonly string[]): Promise<Payment[]> {
  return db.rows(Payment)`
    select m.award_id as "awardId", m.id, m.obligation_id as "obligationId", m.amount_cents as amount, m.paid_on as on,
      m.suspension_override as override, m.number
    from payment m
    where ${wholeDatabase} and m.award_id = any(${[...awardIds]}::uuid[]) and m.reverses_id is null
      and not exists (select 1 from payment v where v.reverses_id = m.id)
    order by m.award_id, m.paid_on, m.id`
}

export const Correction = z.object({
  awardId: idColumn,
  id: idColumn,
  kind: z.enum(['withdrawal', 'reversal']),
  number: z.string(),
  amount: centsColumn,
  on: dayColumn,
  reason: z.string(),
})
/** A counter-row: part of an obligation withdrawn, or a payment undone; `amount` is above zero. */
export type Correction = z.infer<typeof Correction>

export function listCorrections(db: Db, awardIds: readonly string[]): Promise<Correction[]> {
  return db.rows(Correction)`
    select k.award_id as "awardId", k.id, k.kind, k.number, k.cents as amount, k.day as on, k.reason
    from (select b.award_id, b.id, 'withdrawal' as kind, b.number, -b.amount_cents as cents, b.obligated_on as day, b.reason
        from obligation b where ${wholeDatabase} and b.award_id = any(${[...awardIds]}::uuid[]) and b.withdraws_id is not null
      union all select m.award_id, m.id, 'reversal', g.number, -m.amount_cents, m.paid_on, m.reason
        from payment m join obligation g on g.id = m.obligation_id
        where ${wholeDatabase} and m.award_id = any(${[...awardIds]}::uuid[]) and m.reverses_id is not null) k
    order by k.award_id, k.day, k.id`
}

const Receipt = z.object({ id: idColumn, amount: centsColumn, on: dayColumn })
export const Recovery = z.object({
  awardId: idColumn,
  id: idColumn,
  number: z.string(),
  amount: centsColumn,
  on: dayColumn,
  reason: z.string(),
  receipts: z.array(Receipt),
})
/** What the beneficiary is asked to give back, and what it gave back. */
export type Recovery = z.infer<typeof Recovery>

export function listRecoveries(db: Db, awardIds: readonly string[]): Promise<Recovery[]> {
  return db.rows(Recovery)`
    select r.award_id as "awardId", r.id, r.number, r.amount_cents as amount, r.asked_on as on, r.reason, coalesce((
      select json_agg(json_build_object('id', v.id, 'amount', v.amount_cents, 'on', v.received_on) order by v.received_on, v.id)
      from recovery_receipt v where v.recovery_id = r.id), '[]') as receipts
    from recovery r where ${wholeDatabase} and r.award_id = any(${[...awardIds]}::uuid[])
    order by r.award_id, r.asked_on, r.id`
}
