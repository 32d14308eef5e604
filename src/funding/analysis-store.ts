import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { readMoney, readParts } from './analysis-lines.ts'
import type { AnalysedMoney, AnalysedPart } from './analysis-rows.ts'

export interface AnalysisFilter {
  contractIds: readonly string[]
  /** Years, both ends in. */
  from: number
  to: number
}

export interface Analysed {
  parts: AnalysedPart[]
  money: AnalysedMoney[]
}

const Lines = z.object({ lines: z.string() })

/** Whose sight: a mandate's, or everybody's awards alone. */
interface Sight extends AnalysisFilter {
  scope: Scope | undefined
}

/** What a mandate may see of the programming of its contract: every file handed in, with its requests, retained sums and awards. */
export async function loadAnalysed(db: Db, scope: Scope, by: AnalysisFilter): Promise<Analysed> {
  const parts = await listParts(db, { ...by, scope })
  return { parts, money: [...(await listWishes(db, parts)), ...(await listAwards(db, parts))] }
}

/** What was awarded, of everybody: for public figures and commands. Neither requests, retained sums nor reports are counted from it. */
export async function loadAwarded(db: Db, by: AnalysisFilter): Promise<Analysed> {
  const parts = await listParts(db, { ...by, scope: undefined })
  return { parts, money: await listAwards(db, parts) }
}

const WITH_AN_AWARD = sql`and exists (select 1 from award w where ${wholeDatabase} and w.part_id = p.id)`

/** The parts of a set of contracts and years that were handed in. */
function visibleParts({ contractIds, from, to, scope }: Sight): Sql {
  return sql`
    part as materialized (
      select p.id, p.contract_id, p.organisation_id, p.action_id, p.year, p.orientation_id, p.theme_code, p.renewed
      from action_part p join application a on a.id = p.application_id join submission s on s.application_id = a.id
      where p.contract_id = any(${[...contractIds]}::uuid[]) and p.year between ${from} and ${to}
        and ${scope ? visible('a', scope) : wholeDatabase} ${scope ? sql.empty : WITH_AN_AWARD})`
}

/** Awards without a file: of an action and a year only. */
function visibleAlone({ contractIds, from, to, scope }: Sight): Sql {
  return sql`
    alone as materialized (
      select w.id, w.action_id, w.year, x.contract_id, x.organisation_id, x.first_year
      from award w join action x on x.id = w.action_id
      where w.part_id is null and x.contract_id = any(${[...contractIds]}::uuid[]) and w.year between ${from} and ${to}
        and ${scope ? visible('x', scope) : wholeDatabase})`
}

/** The parts just read under a scope: what hangs on them is asked by their keys, which plans in a tenth of the time. */
function visibleAmong(parts: readonly AnalysedPart[]): Sql {
  const files = parts.filter(({ key }) => !key.includes(':'))
  return sql`
    part as materialized (
      select * from unnest(${files.map(({ key }) => key)}::uuid[], ${files.map(({ organisationId }) => organisationId)}::uuid[]) as part (id, organisation_id))`
}

/** The same, awarded without a file: an action and a year. */
function visibleAloneAmong(parts: readonly AnalysedPart[]): Sql {
  const alone = parts.filter(({ key }) => key.includes(':'))
  return sql`
    alone as materialized (
      select w.id, w.action_id, w.year, lone.organisation_id
      from unnest(${alone.map(({ actionId }) => actionId)}::uuid[], ${alone.map(({ year }) => year)}::int[], ${alone.map(({ organisationId }) => organisationId)}::uuid[])
        as lone (action_id, year, organisation_id)
      join award w on w.action_id = lone.action_id and w.year = lone.year and w.part_id is null and ${wholeDatabase})`
}

/**
 * One text for all the parts, read by `readParts`: fields parted by « | », neighbourhoods by « , ». A third of the time of as many rows,
 * for figures that are never shown one by one.
 */
async function listParts(db: Db, of: Sight): Promise<AnalysedPart[]> {
  const { lines } = await db.one(Lines)`
    with ${visibleParts(of)}, ${visibleAlone(of)},
    place as (select t.part_id, string_agg(t.qpv_id || ':' || t.share, ',' order by t.qpv_id) as places
      from part join part_territory t on t.part_id = part.id group by t.part_id),
    crowd as (select u.part_id, sum(u.women) as women, sum(u.men) as men from part join part_public u on u.part_id = part.id group by u.part_id),
    reached as (
      select r.part_id, sum(u.women) as women, sum(u.men) as men
      from part join report r on r.part_id = part.id and r.kind = 'final' join report_deposit d on d.report_id = r.id
      join report_public u on u.report_id = r.id group by r.part_id)
    select coalesce(string_agg(line, E'\n'), '') as lines from (
      select concat(part.id, '|', part.contract_id, '|', part.organisation_id, '|', part.action_id, '|', part.year, '|', part.orientation_id, '|',
        part.theme_code, '|', m.marker, '|', o.legal_form, '|', part.renewed::int, '|', coalesce(crowd.women, 0), '|', coalesce(crowd.men, 0), '|',
        coalesce(reached.women, 0), '|', coalesce(reached.men, 0), '|', place.places) as line
      from part join organisation o on o.id = part.organisation_id left join place on place.part_id = part.id
      left join crowd on crowd.part_id = part.id left join reached on reached.part_id = part.id left join part_gender_marker m on m.part_id = part.id
      union all
      select distinct concat(alone.action_id, ':', alone.year, '|', alone.contract_id, '|', alone.organisation_id, '|', alone.action_id, '|', alone.year,
        '||||', o.legal_form, '|', (alone.first_year < alone.year)::int, '|0|0|0|0|')
      from alone join organisation o on o.id = alone.organisation_id) every`
  return readParts(lines)
}

/** What each funder is asked, and what the committees last retained of each envelope. */
async function listWishes(db: Db, parts: readonly AnalysedPart[]): Promise<AnalysedMoney[]> {
  const { lines } = await db.one(Lines)`
    with ${visibleAmong(parts)}
    select coalesce(string_agg(line, E'\n'), '') as lines from (
      select concat(r.part_id, '|', r.funder_id, '||', r.asked_cents, '|0|0|0|0|0|0|') as line
      from part join request r on r.part_id = part.id where r.asked_cents > 0
      union all
      select concat(last.part_id, '|', e.funder_id, '|', e.kind, '|0|', last.retained_cents, '|0|0|0|0|0|')
      from (select distinct on (n.part_id, n.envelope_id) n.part_id, n.envelope_id, n.retained_cents
        from part join retention n on n.part_id = part.id order by n.part_id, n.envelope_id, n.retained_at desc, n.id desc) last
      join envelope e on e.id = last.envelope_id) every`
  return readMoney(lines)
}

/** What was decided, obligated and paid, with the neighbourhoods of the decided cents; and whether a multi-year agreement signed by both covers it. */
async function listAwards(db: Db, parts: readonly AnalysedPart[]): Promise<AnalysedMoney[]> {
  const { lines } = await db.one(Lines)`
    with ${visibleAmong(parts)}, ${visibleAloneAmong(parts)},
    won as materialized (
      select w.id, w.part_id::text as key, part.organisation_id, w.year, w.envelope_id, w.paid_cents from part join award w on w.part_id = part.id
      union all
      select w.id, alone.action_id || ':' || alone.year, alone.organisation_id, w.year, w.envelope_id, w.paid_cents from alone join award w on w.id = alone.id),
    decided as (select d.award_id, sum(d.amount_cents) as cents from won join decision d on d.award_id = won.id group by d.award_id),
    placed as (
      select award_id, string_agg(qpv_id || ':' || cents, ',' order by qpv_id) as places from (
        select t.award_id, t.qpv_id, sum(t.amount_cents) as cents from won join award_territory t on t.award_id = won.id group by t.award_id, t.qpv_id) held
      where cents <> 0 group by award_id),
    owed as (select g.award_id, sum(g.amount_cents) as cents from won join obligation g on g.award_id = won.id group by g.award_id),
    several as (
      select g.funder_id, g.organisation_id, g.first_year, g.last_year from agreement g
      where g.kind = 'multi-year' and exists (select 1 from agreement_text t join agreement_signature n on n.text_id = t.id
        where t.agreement_id = g.id and t.rank = 0 group by t.id having count(*) = 2))
    select coalesce(string_agg(concat(won.key, '|', e.funder_id, '|', e.kind, '|0|0|', decided.cents, '|', coalesce(owed.cents, 0), '|', won.paid_cents, '|',
      case when exists (select 1 from several v where v.funder_id = e.funder_id and v.organisation_id = won.organisation_id
        and won.year between v.first_year and v.last_year) then decided.cents else 0 end, '|', (n.award_id is not null)::int, '|', placed.places), E'\n'), '') as lines
    from won join envelope e on e.id = won.envelope_id join decided on decided.award_id = won.id
    left join placed on placed.award_id = won.id left join owed on owed.award_id = won.id left join notification n on n.award_id = won.id`
  return readMoney(lines)
}
