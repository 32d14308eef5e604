import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, countColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

const Undecided = z.object({
  organisationId: idColumn,
  name: z.string(),
  /** Decided in the year before, by all the funders of the contract. */
  before: centsColumn,
  actionsBefore: countColumn,
  /** Files handed in for the year, not withdrawn; the one to open first. */
  files: countColumn,
  fileId: idColumn.nullable(),
  asked: centsColumn,
  retained: z.boolean(),
})
export type Undecided = z.infer<typeof Undecided>

/** PRJ-09: organisations that were funded the year before and about which no funder has decided anything by a day. The largest first. */
export function listUndecided(db: Db, scope: Scope, by: { contractId: string; year: number; on: Day }): Promise<Undecided[]> {
  return db.rows(Undecided)`
    with funded as (
      select a.organisation_id, sum(d.amount_cents) as before, count(distinct a.id) as actions
      from action a join award w on w.action_id = a.id and w.year = ${by.year - 1} join decision d on d.award_id = w.id
      where a.contract_id = ${by.contractId} and ${visible('a', scope)}
      group by a.organisation_id having sum(d.amount_cents) > 0),
    decided as (
      select distinct a.organisation_id
      from action a join award w on w.action_id = a.id and w.year = ${by.year} join decision d on d.award_id = w.id
      where a.contract_id = ${by.contractId} and d.act_id is not null and d.decided_on <= ${by.on} and ${visible('a', scope)}),
    filed as (
      select a.organisation_id, count(distinct a.id) as files, (array_agg(a.id order by s.number))[1] as file_id, coalesce(sum(asked.cents), 0) as asked,
        bool_or(exists (select 1 from retention n where n.part_id = p.id and n.retained_cents > 0)) as retained
      from application a join submission s on s.application_id = a.id join action_part p on p.application_id = a.id and p.year = ${by.year}
      left join lateral (select sum(r.asked_cents) as cents from request r where r.part_id = p.id) asked on true
      where a.contract_id = ${by.contractId} and s.submitted_on <= ${by.on} and ${visible('a', scope)}
        and not exists (select 1 from application_withdrawal g where g.application_id = a.id)
      group by a.organisation_id)
    select o.id as "organisationId", o.name, funded.before, funded.actions as "actionsBefore", coalesce(filed.files, 0) as files,
      filed.file_id as "fileId", coalesce(filed.asked, 0) as asked, coalesce(filed.retained, false) as retained
    from funded join organisation o on o.id = funded.organisation_id left join filed on filed.organisation_id = o.id
    where funded.organisation_id not in (select organisation_id from decided)
    order by funded.before desc, o.name collate "und-x-icu"`
}
