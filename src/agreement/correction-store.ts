import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { type Cents, cents } from '#platform/money.ts'

interface CounterRow {
  id: string
  awardId: string
  /** Of the row that is corrected. */
  of: string
  amount: Cents
  reason: string
  on: Day
  by: string
}

/** The number of the obligation follows its withdrawal. */
export async function insertWithdrawal(tx: Tx, row: CounterRow & { number: string }): Promise<void> {
  await tx.run`
    insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by, withdraws_id, reason)
    values (${row.id}, ${row.awardId}, ${row.number}, ${cents(-row.amount)}, ${row.on}, ${row.by}, ${row.of}, ${row.reason})`
}

export async function insertReversal(tx: Tx, row: CounterRow & { obligationId: string; number: string }): Promise<void> {
  await tx.run`
    insert into payment (id, award_id, obligation_id, amount_cents, paid_on, recorded_by, reverses_id, reason, number)
    values (${row.id}, ${row.awardId}, ${row.obligationId}, ${cents(-row.amount)}, ${row.on}, ${row.by}, ${row.of}, ${row.reason}, ${row.number})`
}

export async function insertRecovery(
  tx: Tx,
  row: { id: string; awardId: string; number: string; amount: Cents; reason: string; on: Day; by: string },
): Promise<void> {
  await tx.run`
    insert into recovery (id, award_id, number, amount_cents, reason, asked_on, recorded_by)
    values (${row.id}, ${row.awardId}, ${row.number}, ${row.amount}, ${row.reason}, ${row.on}, ${row.by})`
}

export async function insertRecoveryReceipt(
  tx: Tx,
  row: { id: string; recoveryId: string; amount: Cents; on: Day; by: string },
): Promise<void> {
  await tx.run`
    insert into recovery_receipt (id, recovery_id, amount_cents, received_on, recorded_by)
    values (${row.id}, ${row.recoveryId}, ${row.amount}, ${row.on}, ${row.by})`
}
