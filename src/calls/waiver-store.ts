import { z } from 'zod'
import type { Scope } from '#access/scope.ts'
import { visible, wholeDatabase } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'

const Waiting = z.object({
  id: idColumn,
  actionTitle: z.string(),
  organisationName: z.string(),
  funderId: idColumn,
  funderName: z.string(),
  kind: z.enum(['interim', 'final']),
  reportYear: z.number(),
  depositYear: z.number(),
})
/** An account not handed in that will hold back, or holds back, a deposit. */
export type Waiting = z.infer<typeof Waiting>

/** The accounts of a contract that hold back deposits on a day, among the actions that the scope may see. */
export function listWaitingConditions(db: Db, scope: Scope, by: { contractId: string; on: Day }): Promise<Waiting[]> {
  return db.rows(Waiting)`
    select c.id, a.title as "actionTitle", o.name as "organisationName", c.funder_id as "funderId", f.name as "funderName",
      c.report_kind as kind, c.report_year as "reportYear", c.deposit_year as "depositYear"
    from deposit_condition c
    join action a on a.id = c.action_id
    join organisation o on o.id = a.organisation_id
    join organisation f on f.id = c.funder_id
    where a.contract_id = ${by.contractId} and c.settled_on is null and ${visible('a', scope)}
      and not exists (select 1 from deposit_override w where w.condition_id = c.id)
      and coalesce((
        select u.active from funder_rule u
        where u.funder_id = c.funder_id and u.valid_from <= ${by.on}
          and u.rule = case c.report_kind when 'final' then 'deposit-needs-final-report' else 'deposit-needs-interim-report' end
        order by u.valid_from desc limit 1), false)
    order by c.deposit_year desc, o.name collate "und-x-icu", a.title collate "und-x-icu", f.name`
}

const Waivable = z.object({ funderId: idColumn, actionId: idColumn, settled: z.boolean(), waived: z.boolean() })

export function lockCondition(
  tx: Tx,
  scope: Scope,
  of: { conditionId: string; contractId: string },
): Promise<z.infer<typeof Waivable> | undefined> {
  return tx.maybe(Waivable)`
    select c.funder_id as "funderId", c.action_id as "actionId", c.settled_on is not null as settled,
      exists (select 1 from deposit_override w where w.condition_id = c.id and ${wholeDatabase}) as waived
    from deposit_condition c join action a on a.id = c.action_id
    where c.id = ${of.conditionId} and a.contract_id = ${of.contractId} and ${visible('a', scope)}
    for update of c`
}

export async function insertWaiver(
  tx: Tx,
  row: { id: string; conditionId: string; reason: string; grantedOn: Day; grantedBy: string },
): Promise<void> {
  await tx.run`
    insert into deposit_override (id, condition_id, reason, granted_on, granted_by)
    values (${row.id}, ${row.conditionId}, ${row.reason}, ${row.grantedOn}, ${row.grantedBy})`
}
