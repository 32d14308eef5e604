import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'

export async function insertObligation(
  tx: Tx,
  row: { id: string; awardId: string; number: string; amount: Cents; on: Day; by: string },
): Promise<void> {
  await tx.run`
    insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by)
    values (${row.id}, ${row.awardId}, ${row.number}, ${row.amount}, ${row.on}, ${row.by})`
}

export interface NewPayment {
  id: string
  awardId: string
  obligationId: string
  amount: Cents
  on: Day
  by: string
  override: string
  /** As the accounts number it; empty when typed without. */
  number?: string
}

export async function insertPayment(tx: Tx, row: NewPayment): Promise<void> {
  await tx.run`
    insert into payment (id, award_id, obligation_id, amount_cents, paid_on, recorded_by, suspension_override, number)
    values (${row.id}, ${row.awardId}, ${row.obligationId}, ${row.amount}, ${row.on}, ${row.by}, ${row.override}, ${row.number ?? ''})`
}

/** Holds back the other payments that this funder numbers until the end of the transaction: one number makes one payment. */
export async function lockPaymentsOf(tx: Tx, funderId: string): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`payments/${funderId}`}, 0))`
}

/** Whether a payment of the funder, not undone, bears a number in the year of a day: accounts number from one again each year. */
export async function paymentNumberUsed(tx: Tx, by: { funderId: string; number: string; on: Day }): Promise<boolean> {
  const year = Number(by.on.slice(0, 4))
  const found = await tx.rows(z.object({ id: idColumn }))`
    select m.id from payment m join award w on w.id = m.award_id join envelope e on e.id = w.envelope_id
    where ${wholeDatabase} and m.number = ${by.number} and e.funder_id = ${by.funderId} and extract(year from m.paid_on) = ${year}
      and m.reverses_id is null and not exists (select 1 from payment v where v.reverses_id = m.id)`
  return found.length > 0
}

const Override = z.object({
  id: idColumn,
  awardId: idColumn,
  title: z.string(),
  organisationName: z.string(),
  funderName: z.string(),
  amount: centsColumn,
  paidOn: dayColumn,
  reason: z.string(),
  recordedBy: z.string(),
})
export type Override = z.infer<typeof Override>

/** Every payment made although a final account was missing, the latest first: an exception is never hidden. */
export function listOverrides(db: Db, scope: Scope, contractId: string): Promise<Override[]> {
  return db.rows(Override)`
    select m.id, w.id as "awardId", t.title, o.name as "organisationName", f.name as "funderName", m.amount_cents as amount, m.paid_on as "paidOn",
      m.suspension_override as reason, r.name as "recordedBy"
    from payment m
    join award w on w.id = m.award_id
    join action t on t.id = w.action_id
    join organisation o on o.id = t.organisation_id
    join envelope e on e.id = w.envelope_id
    join organisation f on f.id = e.funder_id
    join mandate d on d.id = m.recorded_by
    join organisation r on r.id = d.organisation_id
    where m.suspension_override <> '' and not exists (select 1 from payment v where v.reverses_id = m.id) and e.contract_id = ${contractId} and ${visible('t', scope)}
    order by m.paid_on desc, m.id desc`
}
