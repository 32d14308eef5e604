import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

const Pending = z.object({
  partId: idColumn,
  applicationId: idColumn,
  actionId: idColumn,
  title: z.string(),
  year: z.number(),
  funderName: z.string(),
  funderShortName: z.string(),
  asked: centsColumn,
})
/** A request sent to a funder who has not notified its decision yet: whatever is decided, the applicant does not know it. */
export type PendingRequest = z.infer<typeof Pending>

export function listPendingRequests(db: Db, scope: Scope): Promise<PendingRequest[]> {
  return db.rows(Pending)`
    select p.id as "partId", a.id as "applicationId", p.action_id as "actionId", p.title, p.year, f.name as "funderName",
      coalesce(cf.short_name, f.short_name, f.name) as "funderShortName", r.asked_cents as asked
    from request r
    join action_part p on p.id = r.part_id
    join application a on a.id = p.application_id
    join submission s on s.application_id = a.id
    join organisation f on f.id = r.funder_id
    left join contract_funder cf on cf.contract_id = a.contract_id and cf.organisation_id = f.id
    where r.asked_cents > 0 and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal x where x.application_id = a.id)
      and not exists (select 1 from award w join envelope e on e.id = w.envelope_id join notification n on n.award_id = w.id
        where w.action_id = p.action_id and w.year = p.year and e.funder_id = r.funder_id)
    order by p.year desc, p.title collate "und-x-icu", f.name collate "und-x-icu"`
}

const Expected = z.object({
  actionId: idColumn,
  year: z.number(),
  title: z.string(),
  organisationName: z.string(),
  funders: z.array(z.string()),
  interimId: idColumn.nullable(),
  interimDepositedOn: dayColumn.nullable(),
  finalId: idColumn.nullable(),
  finalDepositedOn: dayColumn.nullable(),
})
/** An action and a year for which money was notified and kept: its accounts, handed in or waited for. */
export type ExpectedReport = z.infer<typeof Expected>

export interface ExpectedFilter {
  contractId?: string | undefined
  /** Only the years before this one whose final account is not handed in. */
  missingBefore?: number | undefined
}

export function listExpectedReports(db: Db, scope: Scope, by: ExpectedFilter = {}): Promise<ExpectedReport[]> {
  const inContract = by.contractId ? sql`and seen.contract_id = ${by.contractId}` : sql.empty
  const stillMissing = sql`and ${wholeDatabase} and w.year < ${by.missingBefore ?? 0} and not exists (select 1 from report done join report_deposit laid on laid.report_id = done.id
    where done.action_id = w.action_id and done.year = w.year and done.kind = 'final')`
  return db.rows(Expected)`
    select t.id as "actionId", m.year, t.title, o.name as "organisationName", m.funders,
      i.id as "interimId", iv.deposited_on as "interimDepositedOn", z.id as "finalId", zv.deposited_on as "finalDepositedOn"
    from (
      select w.action_id, w.year, json_agg(distinct coalesce(cf.short_name, f.name)) as funders
      from award w
      join notification n on n.award_id = w.id
      join envelope e on e.id = w.envelope_id
      join organisation f on f.id = e.funder_id
      left join contract_funder cf on cf.contract_id = e.contract_id and cf.organisation_id = e.funder_id
      where w.action_id = any(array(select seen.id from action seen where ${visible('seen', scope)} ${inContract}))
        and w.part_id is not null ${by.missingBefore === undefined ? sql.empty : stillMissing}
        and (select sum(d.amount_cents) from decision d where d.award_id = w.id) > 0
      group by w.action_id, w.year) m
    join action t on t.id = m.action_id
    join organisation o on o.id = t.organisation_id
    left join report i on i.action_id = t.id and i.year = m.year and i.kind = 'interim'
    left join report_deposit iv on iv.report_id = i.id
    left join report z on z.action_id = t.id and z.year = m.year and z.kind = 'final'
    left join report_deposit zv on zv.report_id = z.id
    order by m.year desc, o.name collate "und-x-icu", t.title collate "und-x-icu", t.id`
}
