import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import { type Day, yearOf } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { FirstDayList, FirstDayQuery } from './first-day-query.ts'

const Row = z.object({
  id: idColumn,
  /** Of the page where it is followed. */
  subjectId: idColumn,
  title: z.string(),
  organisationName: z.string(),
  year: z.number(),
  funders: z.string(),
  on: dayColumn,
  amount: centsColumn,
})
export type FirstDayRow = z.infer<typeof Row>

interface Of {
  contractId: string
  today: Day
}

/** One of the lists, narrowed, the oldest day first. */
export function listFirstDay(db: Db, scope: Scope, of: Of & { query: FirstDayQuery }): Promise<FirstDayRow[]> {
  const { query } = of
  const pattern = query.text === undefined ? null : `%${query.text.replace(/[\\%_]/g, '\\$&')}%`
  return db.rows(Row)`
    select * from (${LISTS[query.list](scope, of)}) listed
    where (${query.year ?? null}::int is null or listed.year = ${query.year ?? null}::int)
      and (${query.funder ?? null}::uuid is null or ${query.funder ?? null}::uuid = any(listed.funder_ids))
      and (${pattern}::text is null or unaccent(listed.title || ' ' || listed."organisationName") ilike unaccent(${pattern}::text))
    order by listed."on", listed."organisationName" collate "und-x-icu", listed.title collate "und-x-icu", listed.id`
}

const Counts = z.object({ 'bilans-manquants': z.number(), 'a-engager': z.number(), abandons: z.number(), 'avis-en-retard': z.number() })

/**
 * How long each list is, all years together: the awards are read once for the three lists that speak of them. What happened to each is
 * looked for by its key (`offset 0` keeps a notification so): joined, the tables of every contract are read.
 */
export function countFirstDay(db: Db, scope: Scope, { contractId, today }: Of): Promise<Record<FirstDayList, number>> {
  return db.one(Counts)`
    with known as materialized (
      select w.action_id, w.year, w.part_id, exists (select 1 from notification n where n.award_id = w.id offset 0) as told,
        (select sum(d.amount_cents) from decision d where d.award_id = w.id) as cents,
        (select coalesce(sum(g.amount_cents), 0) from obligation g where g.award_id = w.id) as bound,
        (select y.kind from beneficiary_answer y where y.award_id = w.id order by y.answered_at desc, y.id desc limit 1) as answer
      from award w
      where w.action_id = any(array(select t.id from action t where t.contract_id = ${contractId} and ${visible('t', scope)}))),
    due as (select distinct k.action_id, k.year from known k where k.year < ${yearOf(today)} and k.part_id is not null and k.told and k.cents > 0)
    select (select count(*)::int from due where not exists (select 1 from report r join report_deposit v on v.report_id = r.id
        where r.action_id = due.action_id and r.year = due.year and r.kind = 'final')) as "bilans-manquants",
      (select count(*)::int from known k where k.told and k.cents > k.bound) as "a-engager",
      (select count(*)::int from known k where k.answer = 'given-up') as abandons,
      (select count(*)::int from opinion_request r
        where r.application_id = any(array(
            select a.id from application a
            where a.contract_id = ${contractId} and ${visible('a', scope)}
              and not exists (select 1 from application_decided x where x.application_id = a.id)
              and not exists (select 1 from application_withdrawal x where x.application_id = a.id)))
          and r.due_on < ${today} and r.withdrawn_on is null
          and not exists (select 1 from opinion v where v.opinion_request_id = r.id)) as "avis-en-retard"`
}

type List = (scope: Scope, of: Of) => Sql

/** An award notified and kept, of a year that is over, whose action has no final account. One line an action and year, all its funders. */
const missingAccounts: List = (scope, { contractId, today }) => sql`
  select min(w.id::text)::uuid as id, t.id as "subjectId", t.title, o.name as "organisationName", w.year,
    string_agg(distinct coalesce(f.short_name, 'autre financeur'), ', ') as funders, array_agg(distinct e.funder_id) as funder_ids,
    make_date(w.year + 1, 6, 30) as "on", sum(d.cents)::bigint as amount
  from award w
  join action t on t.id = w.action_id
  join organisation o on o.id = t.organisation_id
  join envelope e on e.id = w.envelope_id
  left join contract_funder f on f.contract_id = e.contract_id and f.organisation_id = e.funder_id
  join lateral (select sum(amount_cents) as cents from decision where award_id = w.id) d on d.cents > 0
  where t.contract_id = ${contractId} and w.year < ${yearOf(today)} and w.part_id is not null and ${visible('t', scope)}
    and exists (select 1 from notification n where n.award_id = w.id)
    and not exists (select 1 from report r join report_deposit v on v.report_id = r.id
      where r.action_id = t.id and r.year = w.year and r.kind = 'final')
  group by t.id, o.id, w.year`

const leftToObligate: List = (scope, { contractId }) => sql`
  select w.id, w.id as "subjectId", t.title, o.name as "organisationName", w.year, coalesce(f.short_name, 'autre financeur') as funders,
    array[e.funder_id] as funder_ids, n.notified_on as "on", (d.cents - coalesce(g.cents, 0))::bigint as amount
  from award w
  join action t on t.id = w.action_id
  join organisation o on o.id = t.organisation_id
  join envelope e on e.id = w.envelope_id
  left join contract_funder f on f.contract_id = e.contract_id and f.organisation_id = e.funder_id
  join notification n on n.award_id = w.id
  join lateral (select sum(amount_cents) as cents from decision where award_id = w.id) d on true
  left join lateral (select sum(amount_cents) as cents from obligation where award_id = w.id) g on true
  where t.contract_id = ${contractId} and d.cents > coalesce(g.cents, 0) and ${visible('t', scope)}`

/** The latest answer of the beneficiary gives all up; the amount is what the act had granted. */
const givenUp: List = (scope, { contractId }) => sql`
  select w.id, w.id as "subjectId", t.title, o.name as "organisationName", w.year, coalesce(f.short_name, 'autre financeur') as funders,
    array[e.funder_id] as funder_ids, b.answered_on as "on",
    (select coalesce(sum(d.amount_cents), 0) from decision d where d.award_id = w.id and d.act_id is not null)::bigint as amount
  from award w
  join lateral (select kind, answered_on from beneficiary_answer y where y.award_id = w.id order by answered_at desc, id desc limit 1) b on b.kind = 'given-up'
  join action t on t.id = w.action_id
  join organisation o on o.id = t.organisation_id
  join envelope e on e.id = w.envelope_id
  left join contract_funder f on f.contract_id = e.contract_id and f.organisation_id = e.funder_id
  where t.contract_id = ${contractId} and ${visible('t', scope)}`

const lateOpinions: List = (scope, { contractId, today }) => sql`
  select r.id, a.id as "subjectId", coalesce(nullif(p.title, ''), 'Sans titre') as title, o.name as "organisationName", p.year,
    coalesce(f.short_name, giver.short_name, giver.name) as funders, array[r.organisation_id] as funder_ids, r.due_on as "on",
    coalesce(q.asked_cents, 0)::bigint as amount
  from opinion_request r
  join application a on a.id = r.application_id
  join action_part p on p.id = r.part_id
  join organisation o on o.id = a.organisation_id
  join organisation giver on giver.id = r.organisation_id
  left join contract_funder f on f.contract_id = a.contract_id and f.organisation_id = r.organisation_id
  left join request q on q.part_id = r.part_id and q.funder_id = r.organisation_id
  where a.contract_id = ${contractId} and r.due_on < ${today} and r.withdrawn_on is null and ${visible('a', scope)}
    and not exists (select 1 from opinion v where v.opinion_request_id = r.id)
    and not exists (select 1 from application_decided x where x.application_id = a.id)
    and not exists (select 1 from application_withdrawal x where x.application_id = a.id)`

const LISTS = {
  'bilans-manquants': missingAccounts,
  'a-engager': leftToObligate,
  abandons: givenUp,
  'avis-en-retard': lateOpinions,
} satisfies Record<FirstDayList, List>
