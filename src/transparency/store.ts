import { z } from 'zod'
import { published } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn, shareColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'

const PublishedAwardRow = z.object({
  awardId: idColumn,
  funderName: z.string(),
  funderSiret: z.string(),
  actNumber: z.string(),
  signedOn: dayColumn,
  organisationName: z.string(),
  organisationSiret: z.string(),
  organisationRna: z.string().nullable(),
  title: z.string(),
  year: z.number(),
  decided: centsColumn,
  paid: centsColumn,
  payments: z.number(),
  firstPaidOn: dayColumn.nullable(),
  lastPaidOn: dayColumn.nullable(),
})

/** The notified awards of a year, never those of natural persons, always in the same order. */
export function listPublishedAwards(db: Db, by: { year: number }): Promise<z.infer<typeof PublishedAwardRow>[]> {
  return db.rows(PublishedAwardRow)`
    select w.id as "awardId", f.name as "funderName", f.siret as "funderSiret", k.number as "actNumber", k.signed_on as "signedOn",
      o.name as "organisationName", o.siret as "organisationSiret", o.rna as "organisationRna", ac.title, w.year,
      (select sum(d.amount_cents) from decision d where d.award_id = w.id) as decided, w.paid_cents as paid,
      paid.payments, paid."firstPaidOn", paid."lastPaidOn"
    from award w
    join action ac on ac.id = w.action_id
    join organisation o on o.id = ac.organisation_id and o.legal_form <> 'natural-person'
    join envelope e on e.id = w.envelope_id
    join organisation f on f.id = e.funder_id
    cross join lateral (
      select count(*) as payments, min(p.paid_on) as "firstPaidOn", max(p.paid_on) as "lastPaidOn"
      from payment p where p.award_id = w.id and p.reverses_id is null and not exists (select 1 from payment v where v.reverses_id = p.id)) paid
    join lateral (
      select a.number, a.signed_on from decision d join funder_act a on a.id = d.act_id
      where d.award_id = w.id order by a.signed_on, a.id limit 1) k on true
    where w.year = ${by.year} and ${published('w')}
    order by f.siret, k.signed_on, k.number, o.siret, ac.title, w.id`
}

const PublicActionRow = z.object({
  id: idColumn,
  year: z.number(),
  title: z.string(),
  summary: z.string(),
  organisation: z.object({ name: z.string(), siret: z.string() }),
  qpv: z.array(z.object({ code: z.string(), name: z.string(), share: shareColumn })),
  communes: z.array(z.string()),
  orientation: z.string().nullable(),
  pillar: z.enum(['cohesion', 'employment', 'environment', 'transversal']).nullable(),
  theme: z.string().nullable(),
  themeLabel: z.string().nullable(),
  women: z.number(),
  men: z.number(),
  awards: z.array(
    z.object({ funder: z.string(), funderShortName: z.string(), envelope: z.string(), decidedCents: centsColumn, paidCents: centsColumn }),
  ),
})
/** What anybody may know of an action in a year: it has a notified award; amounts asked, refusals and opinions are not here. */
export type PublicAction = z.infer<typeof PublicActionRow>

export interface PublicFilter {
  contractId: string
  year?: number | undefined
  qpvCode?: string | undefined
  actionId?: string | undefined
  after?: string | undefined
  limit?: number | undefined
}

/** Public actions, by title then id; `after` is the id of the last one already given. */
export function listPublicActions(db: Db, by: PublicFilter): Promise<PublicAction[]> {
  return db.rows(PublicActionRow)`
    select ac.id, w.year, coalesce(nullif(p.title, ''), ac.title) as title, coalesce(p.summary, '') as summary,
      json_build_object('name', o.name, 'siret', o.siret) as organisation,
      f.label as orientation, f.pillar, t.code as theme, t.label as "themeLabel",
      coalesce((select json_agg(json_build_object('code', q.code, 'name', q.name, 'share', pt.share) order by pt.share desc, q.code)
        from part_territory pt join qpv q on q.id = pt.qpv_id where pt.part_id = p.id), '[]') as qpv,
      coalesce((select json_agg(distinct c.name)
        from part_territory pt join qpv_commune qc on qc.qpv_id = pt.qpv_id join commune c on c.code = qc.commune_code where pt.part_id = p.id), '[]') as communes,
      coalesce((select sum(u.women) from part_public u where u.part_id = p.id), 0) as women,
      coalesce((select sum(u.men) from part_public u where u.part_id = p.id), 0) as men,
      json_agg(json_build_object('funder', g.name, 'funderShortName', coalesce(cf.short_name, g.short_name, g.name), 'envelope', e.label, 'paidCents', w.paid_cents,
        'decidedCents', (select sum(d.amount_cents) from decision d where d.award_id = w.id)) order by g.name, e.code) as awards
    from award w
    join action ac on ac.id = w.action_id
    join organisation o on o.id = ac.organisation_id and o.legal_form <> 'natural-person'
    join envelope e on e.id = w.envelope_id
    join organisation g on g.id = e.funder_id
    left join contract_funder cf on cf.contract_id = e.contract_id and cf.organisation_id = e.funder_id
    left join action_part p on p.id = w.part_id
    left join orientation f on f.id = p.orientation_id
    left join theme t on t.code = p.theme_code
    where ac.contract_id = ${by.contractId} and ${published('w')} and ${narrowed(by)}
      and (${by.qpvCode ?? null}::text is null
        or exists (select 1 from part_territory x join qpv y on y.id = x.qpv_id where x.part_id = p.id and y.code = ${by.qpvCode ?? null}))
    group by ac.id, w.year, p.id, o.id, f.id, t.code
    order by ac.id, w.year desc
    limit ${by.limit ?? 10_000}`
}

function narrowed({ year, actionId, after }: PublicFilter): Sql {
  const all = [
    ...(year === undefined ? [] : [sql`w.year = ${year}`]),
    ...(actionId === undefined ? [] : [sql`ac.id = ${actionId}`]),
    ...(after === undefined ? [] : [sql`ac.id > ${after}`]),
  ]
  return sql.join(all, ' and ', 'true')
}

/** Years in which something is public, the latest first. */
export async function listPublicYears(db: Db, contractId: string): Promise<number[]> {
  const rows = await db.rows(z.object({ year: z.number() }))`
    select distinct w.year from award w join action ac on ac.id = w.action_id
    where ac.contract_id = ${contractId} and ${published('w')} order by w.year desc`
  return rows.map(({ year }) => year)
}

const Share = z.object({ year: z.number(), decided: centsColumn, paid: centsColumn, actions: z.number() })

/** What was decided for one neighbourhood: only its own share of each award (award_territory), year by year. */
export function listQpvTotals(db: Db, by: { contractId: string; qpvCode: string }): Promise<z.infer<typeof Share>[]> {
  return db.rows(Share)`
    select w.year, sum(x.amount_cents) as decided, count(distinct w.action_id) as actions,
      coalesce(sum(round(w.paid_cents * x.amount_cents / nullif(v.total, 0))), 0)::bigint as paid
    from award w
    join action ac on ac.id = w.action_id
    join (select award_id, qpv_id, sum(amount_cents) as amount_cents from award_territory group by award_id, qpv_id) x on x.award_id = w.id
    join (select award_id, sum(amount_cents) as total from decision group by award_id) v on v.award_id = w.id
    join qpv q on q.id = x.qpv_id
    where ac.contract_id = ${by.contractId} and q.code = ${by.qpvCode} and ${published('w')}
    group by w.year order by w.year desc`
}
