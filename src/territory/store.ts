import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

const Commune = z.object({ code: z.string(), name: z.string() })
export type Commune = z.infer<typeof Commune>

const Qpv = z.object({
  id: idColumn,
  code: z.string(),
  name: z.string(),
  generation: z.number(),
  inhabitants: z.number().nullable(),
  inhabitantsSource: z.string().nullable(),
  fictitious: z.boolean(),
  validFrom: dayColumn,
  validTo: dayColumn.nullable(),
  communes: z.array(Commune),
})
/** A priority neighbourhood of one generation, with its communes (TER-01). */
export type Qpv = z.infer<typeof Qpv>

/** The neighbourhoods in force on a day within an intermunicipality, by commune then name. */
export function listQpvs(db: Db, by: { epciSiren: string; on: Day }): Promise<Qpv[]> {
  return db.rows(Qpv)`
    select q.id, q.code, q.name, q.generation, q.inhabitants, q.inhabitants_source as "inhabitantsSource", q.fictitious,
      q.valid_from as "validFrom", q.valid_to as "validTo",
      json_agg(json_build_object('code', c.code, 'name', c.name) order by c.name collate "und-x-icu") as communes
    from qpv q
    join qpv_commune qc on qc.qpv_id = q.id
    join commune c on c.code = qc.commune_code
    where q.epci_siren = ${by.epciSiren} and q.valid_from <= ${by.on} and (q.valid_to is null or q.valid_to > ${by.on})
    group by q.id
    order by min(c.name collate "und-x-icu"), q.name collate "und-x-icu"`
}

export async function findQpv(db: Db, code: string): Promise<Qpv | undefined> {
  const rows = await db.rows(Qpv)`
    select q.id, q.code, q.name, q.generation, q.inhabitants, q.inhabitants_source as "inhabitantsSource", q.fictitious,
      q.valid_from as "validFrom", q.valid_to as "validTo",
      json_agg(json_build_object('code', c.code, 'name', c.name) order by c.name collate "und-x-icu") as communes
    from qpv q
    join qpv_commune qc on qc.qpv_id = q.id
    join commune c on c.code = qc.commune_code
    where q.code = ${code}
    group by q.id`
  return rows[0]
}
