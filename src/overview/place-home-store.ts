import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { type Scope, visible } from '#access/scope.ts'
import { listCalls } from '#calls/call-store.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { homeYear } from './home-year.ts'
import type { PlaceAction } from './place-lines.ts'

const Qpv = z.object({
  id: idColumn,
  code: z.string(),
  name: z.string(),
  inhabitants: z.number().nullable(),
  source: z.string().nullable(),
  now: centsColumn,
  before: centsColumn,
})
export type PlaceQpv = z.infer<typeof Qpv>

const Action = z.object({
  actionId: idColumn,
  title: z.string(),
  organisationName: z.string(),
  qpvs: z.string(),
  now: centsColumn,
  before: centsColumn,
})

export interface PlaceHome {
  /** The commune of the mandate, or its neighbourhoods; undefined for the whole contract. */
  place: string | undefined
  year: number
  qpvs: PlaceQpv[]
  actions: PlaceAction[]
}

interface Of {
  contractId: string
  year: number
  qpvIds: readonly string[]
}

/** What is decided in the commune of an elected member, or in the neighbourhoods of a council, against the year before. */
export async function loadPlaceHome(db: Db, by: Mandate, of: { contractId: string; today: Day }): Promise<PlaceHome> {
  const place = await findPlace(db, by, of)
  const year = await findLatestYear(db, by.scope, of)
  const shown = { contractId: of.contractId, qpvIds: place.qpvIds, year: year ?? homeYear(await listCalls(db, of.contractId), of.today) }
  return {
    place: place.name ?? undefined,
    year: shown.year,
    qpvs: await listQpvs(db, by.scope, shown),
    actions: await listActions(db, by.scope, shown),
  }
}

const Place = z.object({ name: z.string().nullable(), qpvIds: z.array(idColumn) })

/** The neighbourhoods in force of the mandate, else those of its organisation's commune, else all those of the contract. */
function findPlace(db: Db, by: Mandate, of: { contractId: string; today: Day }): Promise<z.infer<typeof Place>> {
  const narrowed = by.scope.qpvIds
  return db.one(Place)`
    with here as (
      select q.id, q.name from contract_qpv inside join qpv q on q.id = inside.qpv_id
      where inside.contract_id = ${of.contractId} and q.valid_from <= ${of.today} and (q.valid_to is null or q.valid_to > ${of.today})),
    home as (
      select c.code, c.name from organisation o join commune c on c.code = o.commune_code
      where o.id = ${by.organisationId} and ${narrowed === null}::boolean and ${by.function === 'elected'}::boolean
        and exists (select 1 from qpv_commune k join here on here.id = k.qpv_id where k.commune_code = c.code)),
    chosen as (
      select here.* from here
      where (${narrowed === null}::boolean or here.id = any(${[...(narrowed ?? [])]}::uuid[]))
        and (not exists (select 1 from home) or exists (select 1 from qpv_commune k join home on home.code = k.commune_code where k.qpv_id = here.id)))
    select case when ${narrowed === null}::boolean then (select name from home)
        else (select string_agg(name, ', ' order by name collate "und-x-icu") from chosen) end as name,
      coalesce((select json_agg(id) from chosen), '[]') as "qpvIds"`
}

async function findLatestYear(db: Db, scope: Scope, by: { contractId: string }): Promise<number | null> {
  const { year } = await db.one(z.object({ year: z.number().nullable() }))`
    select max(w.year) as year from award w join action t on t.id = w.action_id
    where t.contract_id = ${by.contractId} and ${visible('t', scope)}`
  return year
}

function listQpvs(db: Db, scope: Scope, { contractId, year, qpvIds }: Of): Promise<PlaceQpv[]> {
  return db.rows(Qpv)`
    select q.id, q.code, q.name, q.inhabitants, q.inhabitants_source as source,
      coalesce(money.now, 0) as now, coalesce(money.before, 0) as before
    from qpv q
    left join (
      select x.qpv_id, sum(x.amount_cents) filter (where w.year = ${year}) as now, sum(x.amount_cents) filter (where w.year = ${year - 1}) as before
      from action t join award w on w.action_id = t.id join award_territory x on x.award_id = w.id
      where t.contract_id = ${contractId} and w.year between ${year - 1} and ${year}::int and x.qpv_id = any(${[...qpvIds]}::uuid[]) and ${visible('t', scope)}
      group by x.qpv_id) money on money.qpv_id = q.id
    where q.id = any(${[...qpvIds]}::uuid[])
    order by q.name collate "und-x-icu", q.code`
}

function listActions(db: Db, scope: Scope, { contractId, year, qpvIds }: Of): Promise<PlaceAction[]> {
  return db.rows(Action)`
    select t.id as "actionId", t.title, o.name as "organisationName", money.qpvs, money.now, money.before
    from (
      select w.action_id, string_agg(distinct q.name, ', ') as qpvs,
        coalesce(sum(x.amount_cents) filter (where w.year = ${year}), 0) as now,
        coalesce(sum(x.amount_cents) filter (where w.year = ${year - 1}), 0) as before
      from action a join award w on w.action_id = a.id join award_territory x on x.award_id = w.id join qpv q on q.id = x.qpv_id
      where a.contract_id = ${contractId} and w.year between ${year - 1} and ${year}::int and x.qpv_id = any(${[...qpvIds]}::uuid[]) and ${visible('a', scope)}
      group by w.action_id) money
    join action t on t.id = money.action_id
    join organisation o on o.id = t.organisation_id
    where money.now > 0 or money.before > 0
    order by money.now desc, money.before desc, t.title collate "und-x-icu", t.id`
}
