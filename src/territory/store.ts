import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'

const Commune = z.object({ code: z.string(), name: z.string() })
export type Commune = z.infer<typeof Commune>

export const PROGRAMMES = ['npnru', 'pnrqad', 'mining-estate', 'zsp', 'qrr', 'erbm', 'educational-city', 'iti'] as const
const Programme = z.object({
  programme: z.enum(PROGRAMMES),
  siteName: z.string().nullable(),
  validFrom: dayColumn.nullable(),
  validTo: dayColumn.nullable(),
  fictitious: z.boolean(),
  source: z.string(),
})
/** A programme laid over a neighbourhood; a date that no document gives is null (TER-09). */
export type QpvProgramme = z.infer<typeof Programme>

const Qpv = z.object({
  id: idColumn,
  code: z.string(),
  name: z.string(),
  kind: z.enum(['qpv', 'qva']),
  generation: z.number(),
  epciSiren: z.string(),
  epciName: z.string(),
  inhabitants: z.number().nullable(),
  inhabitantsSource: z.string().nullable(),
  fictitious: z.boolean(),
  validFrom: dayColumn,
  validTo: dayColumn.nullable(),
  source: z.string().nullable(),
  communes: z.array(Commune),
  aliases: z.array(z.object({ name: z.string(), toConfirm: z.boolean(), source: z.string() })),
  programmes: z.array(Programme),
})
/** A priority (QPV) or watch (QVA) neighbourhood of one generation, with its communes, other names and programmes (TER-01, 02, 09). */
export type Qpv = z.infer<typeof Qpv>

function listWhere(db: Db, condition: Sql): Promise<Qpv[]> {
  return db.rows(Qpv)`
    select q.id, q.code, q.name, q.kind, q.generation, q.epci_siren as "epciSiren", e.name as "epciName", q.inhabitants,
      q.inhabitants_source as "inhabitantsSource", q.fictitious, q.valid_from as "validFrom", q.valid_to as "validTo", q.source,
      json_agg(json_build_object('code', c.code, 'name', c.name) order by c.name collate "und-x-icu") as communes,
      coalesce((select json_agg(json_build_object('name', a.name, 'toConfirm', a.to_confirm, 'source', a.source) order by a.name)
        from qpv_alias a where a.qpv_id = q.id), '[]') as aliases,
      coalesce((select json_agg(json_build_object('programme', p.programme, 'siteName', p.site_name, 'validFrom', p.valid_from,
        'validTo', p.valid_to, 'fictitious', p.fictitious, 'source', p.source) order by p.programme)
        from qpv_programme p where p.qpv_id = q.id), '[]') as programmes
    from qpv q
    join epci e on e.siren = q.epci_siren
    join qpv_commune qc on qc.qpv_id = q.id
    join commune c on c.code = qc.commune_code
    where ${condition}
    group by q.id, e.siren
    order by min(c.name collate "und-x-icu"), q.name collate "und-x-icu"`
}

/** The neighbourhoods in force on a day within an intermunicipality, by commune then name: both kinds unless one is asked. */
export function listQpvs(db: Db, by: { epciSiren: string; on: Day; kind?: Qpv['kind'] }): Promise<Qpv[]> {
  const kind = by.kind ?? null
  return listWhere(
    db,
    sql`q.epci_siren = ${by.epciSiren} and q.valid_from <= ${by.on} and (q.valid_to is null or q.valid_to > ${by.on})
      and (${kind}::text is null or q.kind = ${kind})`,
  )
}

/** The neighbourhoods that a commune has or had, whatever their list. */
export function listQpvsOfCommune(db: Db, communeCode: string): Promise<Qpv[]> {
  return listWhere(db, sql`q.id in (select x.qpv_id from qpv_commune x where x.commune_code = ${communeCode})`)
}

/** The neighbourhoods of these identifiers. */
export function listQpvsById(db: Db, ids: readonly string[]): Promise<Qpv[]> {
  return listWhere(db, sql`${JSON.stringify(ids)}::jsonb ? q.id::text`)
}

export async function findQpv(db: Db, code: string): Promise<Qpv | undefined> {
  const rows = await listWhere(db, sql`q.code = ${code}`)
  return rows[0]
}

const Ring = z.array(z.tuple([z.number(), z.number()]))
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
])
const PerimeterRow = z.object({
  qpvId: idColumn,
  code: z.string(),
  name: z.string(),
  geometry: Geometry,
  fictitious: z.boolean(),
  source: z.string(),
})

/** The limit of a neighbourhood: polygons of rings of [longitude, latitude], WGS 84. */
export interface Perimeter {
  code: string
  name: string
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
  fictitious: boolean
  source: string
}

/** The perimeters drawn for these neighbourhoods, by code: the latest of each. */
export async function listPerimeters(db: Db, qpvIds: readonly string[]): Promise<Perimeter[]> {
  const rows = await db.rows(PerimeterRow)`
    select distinct on (q.code) q.id as "qpvId", q.code, q.name, p.geometry, p.fictitious, p.source
    from qpv_perimeter p join qpv q on q.id = p.qpv_id
    where ${JSON.stringify(qpvIds)}::jsonb ? q.id::text
    order by q.code, p.valid_from desc`
  return rows.map(({ geometry, code, name, fictitious, source }) => ({
    ...{ code, name, fictitious, source },
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }))
}

const Place = z.object({ name: z.string(), longitude: z.number(), latitude: z.number() })

/** Where to write the names of the communes of an intermunicipality on a map, for those that we know. */
export function listCommunePlaces(db: Db, epciSiren: string): Promise<z.infer<typeof Place>[]> {
  return db.rows(Place)`
    select c.name, c.longitude, c.latitude from commune c join epci_commune ec on ec.commune_code = c.code
    where ec.epci_siren = ${epciSiren} and c.longitude is not null and c.latitude is not null order by c.name`
}
