import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

export type ReportKind = 'interim' | 'final'

/**
 * What a later step sets when money is decided for year N: the interim account of N is due before a deposit for N+1,
 * the final account of N before a deposit for N+2. Whether it binds is the funder's own dated rule.
 */
export async function expectReports(tx: Tx, of: { actionId: string; funderId: string; year: number }): Promise<void> {
  for (const [kind, depositYear] of [
    ['interim', of.year + 1],
    ['final', of.year + 2],
  ] as const) {
    await tx.run`
      insert into deposit_condition (id, action_id, funder_id, deposit_year, report_kind, report_year)
      values (${newId()}, ${of.actionId}, ${of.funderId}, ${depositYear}, ${kind}, ${of.year})
      on conflict do nothing`
  }
}

/** Called when an account is handed in: the deposits that waited for it are free. A final account also stands for the interim one. */
export async function settleReports(tx: Tx, of: { actionId: string; kind: ReportKind; year: number }, on: Day): Promise<void> {
  await tx.run`
    update deposit_condition set settled_on = ${on}
    where ${wholeDatabase} and action_id = ${of.actionId} and report_year = ${of.year} and settled_on is null
      and (report_kind = ${of.kind} or ${of.kind} = 'final')`
}

const OpenCondition = z.object({
  id: idColumn,
  actionId: idColumn,
  actionTitle: z.string(),
  funderId: idColumn,
  funderName: z.string(),
  kind: z.enum(['interim', 'final']),
  reportYear: z.number(),
})
export type OpenCondition = z.infer<typeof OpenCondition>

/** The accounts that hold back a deposit for a year: expected, not handed in, not waived, and bound by the funder's rule on the day. */
export function listOpenConditions(db: Db, by: { applicationId: string; on: Day }): Promise<OpenCondition[]> {
  return db.rows(OpenCondition)`
    select c.id, c.action_id as "actionId", a.title as "actionTitle", c.funder_id as "funderId", o.name as "funderName",
      c.report_kind as kind, c.report_year as "reportYear"
    from action_part p
    join request r on r.part_id = p.id and r.asked_cents > 0
    join deposit_condition c on c.action_id = p.action_id and c.funder_id = r.funder_id and c.deposit_year = p.year
    join action a on a.id = p.action_id
    join organisation o on o.id = c.funder_id
    where ${wholeDatabase} and p.application_id = ${by.applicationId} and c.settled_on is null
      and not exists (select 1 from deposit_override w where w.condition_id = c.id)
      and coalesce((
        select u.active from funder_rule u
        where u.funder_id = c.funder_id and u.valid_from <= ${by.on}
          and u.rule = case c.report_kind when 'final' then 'deposit-needs-final-report' else 'deposit-needs-interim-report' end
        order by u.valid_from desc limit 1), false)
    order by c.report_year, o.name, a.title`
}

const Waived = z.object({
  conditionId: idColumn,
  actionTitle: z.string(),
  organisationName: z.string(),
  funderName: z.string(),
  kind: z.enum(['interim', 'final']),
  reportYear: z.number(),
  reason: z.string(),
  grantedOn: dayColumn,
  grantedBy: z.string(),
})
export type Waived = z.infer<typeof Waived>

/** Every waiver of a contract on the actions that the scope may see, the latest first: an exception is never hidden from who follows the action. */
export function listWaivers(db: Db, scope: Scope, contractId: string): Promise<Waived[]> {
  return db.rows(Waived)`
    select w.condition_id as "conditionId", a.title as "actionTitle", o.name as "organisationName", f.name as "funderName",
      c.report_kind as kind, c.report_year as "reportYear", w.reason, w.granted_on as "grantedOn", g.name as "grantedBy"
    from deposit_override w
    join deposit_condition c on c.id = w.condition_id
    join action a on a.id = c.action_id
    join organisation o on o.id = a.organisation_id
    join organisation f on f.id = c.funder_id
    join mandate m on m.id = w.granted_by
    join organisation g on g.id = m.organisation_id
    where a.contract_id = ${contractId} and ${visible('a', scope)}
    order by w.granted_on desc, a.title`
}
