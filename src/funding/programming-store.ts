import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { BUDGET_GROUPS, UNDETAILED_CHARGES } from '#calls/budget-accounts.ts'
import { PILLARS } from '#contract/store.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'

const Place = z.object({ code: z.string(), name: z.string() })

const PartLine = z.object({
  partId: idColumn,
  applicationId: idColumn,
  number: z.number(),
  dauphinNumber: z.string().nullable(),
  title: z.string(),
  organisationName: z.string(),
  renewed: z.boolean(),
  withdrawn: z.boolean(),
  givenUp: z.boolean(),
  orientationCode: z.string().nullable(),
  orientationLabel: z.string().nullable(),
  pillar: z.enum(PILLARS).nullable(),
  themeCode: z.string().nullable(),
  themeLabel: z.string().nullable(),
  communes: z.array(Place),
  qpvs: z.array(Place.extend({ share: z.number() })),
  women: z.number(),
  men: z.number(),
  /** Charges of the budget, without in-kind contributions. */
  cost: centsColumn,
  /** Public money counted in the budget besides what is asked of the funders of the contract. */
  otherPublic: centsColumn,
  opinionsAsked: z.number(),
  opinionsGiven: z.number(),
  opinionsLate: z.number(),
  /** The final account of the year before; null when none is expected. */
  reportBefore: z.enum(['deposited', 'missing']).nullable(),
})
export type PartLine = z.infer<typeof PartLine>

const FunderLine = z.object({
  partId: idColumn,
  funderId: idColumn,
  awardedBefore: centsColumn.nullable(),
  asked: centsColumn.nullable(),
  proposed: centsColumn.nullable(),
  retained: centsColumn.nullable(),
  decided: centsColumn.nullable(),
  obligated: centsColumn.nullable(),
  paid: centsColumn.nullable(),
  acts: z.string().nullable(),
  obligations: z.string().nullable(),
})
/** The amounts of one part and one funder, each at its own step. null: not asked, or not yet; 0: refused. */
export type FunderLine = z.infer<typeof FunderLine>

export interface ProgrammingFilter {
  contractId: string
  year: number
  today: Day
  /** Only the agenda of a meeting. */
  meetingId?: string
  /** Only this part. */
  partId?: string
}

const accountsOf = (keep: (group: (typeof BUDGET_GROUPS)[number]) => boolean): string[] =>
  BUDGET_GROUPS.filter(keep).flatMap(({ accounts }) => accounts.map(({ code }) => code))
const COST_ACCOUNTS = [...accountsOf(({ side, inKind }) => side === 'charges' && !inKind), UNDETAILED_CHARGES]
const OTHER_PUBLIC_ACCOUNTS = accountsOf(({ code }) => code === '74').filter((code) => code !== '74aidespriv')

/** The submitted parts of a year that the scope may see, as one set: each statement below joins it once. */
function visibleParts(scope: Scope, by: ProgrammingFilter): Sql {
  const [meetingId, partId] = [by.meetingId ?? null, by.partId ?? null]
  return sql`
    part as materialized (
      select p.*, s.number, a.dauphin_number
      from action_part p
      join application a on a.id = p.application_id
      join submission s on s.application_id = a.id
      where p.contract_id = ${by.contractId} and p.year = ${by.year} and ${visible('a', scope)}
        and (${partId}::uuid is null or p.id = ${partId})
        and (${meetingId}::uuid is null or exists (select 1 from meeting_item i where i.part_id = p.id and i.meeting_id = ${meetingId})))`
}

/** One line a part: who, where, for whom, what it costs, opinions and report. In the order of the numbers. */
export function listPartLines(db: Db, scope: Scope, by: ProgrammingFilter): Promise<PartLine[]> {
  return db.rows(PartLine)`
    with ${visibleParts(scope, by)},
    place as (
      select t.part_id, json_agg(json_build_object('code', q.code, 'name', q.name, 'share', t.share) order by t.share desc, q.name) as qpvs
      from part join part_territory t on t.part_id = part.id join qpv q on q.id = t.qpv_id group by t.part_id),
    town as (
      select part_id, json_agg(json_build_object('code', code, 'name', name) order by name collate "und-x-icu") as communes
      from (select distinct t.part_id, c.code, c.name
        from part join part_territory t on t.part_id = part.id join qpv_commune qc on qc.qpv_id = t.qpv_id join commune c on c.code = qc.commune_code) d
      group by part_id),
    crowd as (select u.part_id, sum(u.women) as women, sum(u.men) as men from part join part_public u on u.part_id = part.id group by u.part_id),
    cost as (
      select b.part_id, sum(l.amount_cents) filter (where l.account = any(${COST_ACCOUNTS}::text[])) as cost,
        sum(l.amount_cents) filter (where l.account = any(${OTHER_PUBLIC_ACCOUNTS}::text[])) as other_public
      from part join budget b on b.part_id = part.id and b.version = 1 join budget_line l on l.budget_id = b.id group by b.part_id),
    said as (select distinct q.id from part join opinion_request q on q.part_id = part.id join opinion o on o.opinion_request_id = q.id),
    voice as (
      select q.part_id, count(*) as asked, count(said.id) as given, count(*) filter (where said.id is null and q.due_on < ${by.today} and d.application_id is null) as late
      from part join opinion_request q on q.part_id = part.id and q.withdrawn_on is null
      left join said on said.id = q.id left join application_decided d on d.application_id = q.application_id
      group by q.part_id)
    select part.id as "partId", part.application_id as "applicationId", part.number, part.dauphin_number as "dauphinNumber", part.title,
      o.name as "organisationName", part.renewed, w.application_id is not null as withdrawn,
      exists (select 1 from award x join beneficiary_answer y on y.award_id = x.id where x.part_id = part.id and y.kind = 'given-up') as "givenUp",
      f.code as "orientationCode", f.label as "orientationLabel", f.pillar, t.code as "themeCode", t.label as "themeLabel",
      coalesce(town.communes, '[]') as communes, coalesce(place.qpvs, '[]') as qpvs,
      coalesce(crowd.women, 0) as women, coalesce(crowd.men, 0) as men, coalesce(cost.cost, 0) as cost, coalesce(cost.other_public, 0) as "otherPublic",
      coalesce(voice.asked, 0) as "opinionsAsked", coalesce(voice.given, 0) as "opinionsGiven", coalesce(voice.late, 0) as "opinionsLate",
      (select case when bool_and(d.settled_on is not null) then 'deposited' when count(*) > 0 then 'missing' end
        from deposit_condition d where d.action_id = part.action_id and d.report_year = part.year - 1 and d.report_kind = 'final') as "reportBefore"
    from part
    join organisation o on o.id = part.organisation_id
    left join application_withdrawal w on w.application_id = part.application_id
    left join orientation f on f.id = part.orientation_id
    left join theme t on t.code = part.theme_code left join town on town.part_id = part.id left join place on place.part_id = part.id
    left join crowd on crowd.part_id = part.id left join cost on cost.part_id = part.id
    left join voice on voice.part_id = part.id
    order by part.number, part.position`
}

/** One line a part and a funder that asked, proposed, retained, decided or gave the year before. */
export function listFunderLines(db: Db, scope: Scope, by: ProgrammingFilter): Promise<FunderLine[]> {
  return db.rows(FunderLine)`
    with ${visibleParts(scope, by)},
    asked as (select r.part_id, r.funder_id, r.asked_cents from part join request r on r.part_id = part.id),
    proposed as (
      select distinct on (q.part_id, q.organisation_id) q.part_id, q.organisation_id as funder_id, v.proposed_cents
      from part join opinion_request q on q.part_id = part.id join opinion v on v.opinion_request_id = q.id
      order by q.part_id, q.organisation_id, v.given_at desc, v.id desc),
    retained as (
      select last.part_id, e.funder_id, sum(last.retained_cents) as retained_cents
      from (select distinct on (n.part_id, n.envelope_id) n.part_id, n.envelope_id, n.retained_cents
        from part join retention n on n.part_id = part.id order by n.part_id, n.envelope_id, n.retained_at desc, n.id desc) last
      join envelope e on e.id = last.envelope_id group by last.part_id, e.funder_id),
    moved as (
      select w.id as award_id, w.action_id, w.year, e.funder_id, sum(d.amount_cents) as decided_cents, w.paid_cents,
        string_agg(distinct k.number || ' du ' || to_char(k.signed_on, 'DD/MM/YYYY'), ', ') as acts
      from award w join envelope e on e.id = w.envelope_id join decision d on d.award_id = w.id left join funder_act k on k.id = d.act_id
      where w.action_id in (select action_id from part) and w.year in (${by.year}, ${by.year - 1})
      group by w.id, e.funder_id),
    owed as (select g.award_id, sum(g.amount_cents) as obligated_cents, string_agg(g.number, ', ' order by g.obligated_on, g.number) filter (where g.withdraws_id is null) as numbers
      from moved join obligation g on g.award_id = moved.award_id group by g.award_id),
    decided as (
      select part.id as part_id, m.funder_id, sum(m.decided_cents) as decided_cents, sum(m.paid_cents) as paid_cents,
        sum(owed.obligated_cents) as obligated_cents, string_agg(m.acts, ', ') as acts, string_agg(owed.numbers, ', ') as obligations
      from part join moved m on m.action_id = part.action_id and m.year = part.year left join owed on owed.award_id = m.award_id
      group by part.id, m.funder_id),
    before as (
      select part.id as part_id, m.funder_id, sum(m.decided_cents) as decided_cents
      from part join moved m on m.action_id = part.action_id and m.year = part.year - 1 group by part.id, m.funder_id),
    pair as (
      select part_id, funder_id from asked union select part_id, funder_id from proposed union select part_id, funder_id from retained
      union select part_id, funder_id from decided union select part_id, funder_id from before)
    select pair.part_id as "partId", pair.funder_id as "funderId", before.decided_cents as "awardedBefore", asked.asked_cents as asked,
      proposed.proposed_cents as proposed, retained.retained_cents as retained, decided.decided_cents as decided,
      decided.obligated_cents as obligated, decided.paid_cents as paid, decided.acts, decided.obligations
    from pair
    left join asked using (part_id, funder_id) left join proposed using (part_id, funder_id) left join retained using (part_id, funder_id)
    left join decided using (part_id, funder_id) left join before using (part_id, funder_id)`
}
