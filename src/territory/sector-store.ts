import { z } from 'zod'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

const Sector = z.object({
  name: z.string(),
  officer: z.string(),
  projectLeads: z.number().nullable(),
  statedCommunes: z.number().nullable(),
  source: z.string(),
  communes: z.array(z.object({ code: z.string(), name: z.string(), deduced: z.boolean() })),
})
/** A part of an intermunicipality followed by one officer of its own (TER-08). */
export type Sector = z.infer<typeof Sector>

/** The sectors of animation of an intermunicipality in force on a day. */
export function listSectors(db: Db, by: { epciSiren: string; on: Day }): Promise<Sector[]> {
  return db.rows(Sector)`
    select s.name, s.officer, s.project_leads as "projectLeads", s.stated_communes as "statedCommunes", s.source,
      coalesce(json_agg(json_build_object('code', c.code, 'name', c.name, 'deduced', sc.deduced) order by c.name collate "und-x-icu")
        filter (where c.code is not null), '[]') as communes
    from animation_sector s
    left join animation_sector_commune sc on sc.sector_id = s.id
    left join commune c on c.code = sc.commune_code
    where s.epci_siren = ${by.epciSiren} and s.valid_from <= ${by.on} and (s.valid_to is null or s.valid_to > ${by.on})
    group by s.id
    order by s.name collate "und-x-icu"`
}

/** The communes of an intermunicipality that hold a priority or a watch neighbourhood in force on a day. */
export async function listCommunesInPolicy(db: Db, by: { epciSiren: string; on: Day }): Promise<string[]> {
  const rows = await db.rows(z.object({ code: z.string() }))`
    select distinct qc.commune_code as code from qpv q join qpv_commune qc on qc.qpv_id = q.id
    where q.epci_siren = ${by.epciSiren} and q.valid_from <= ${by.on} and (q.valid_to is null or q.valid_to > ${by.on})
    order by code`
  return rows.map(({ code }) => code)
}
