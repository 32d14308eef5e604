import { z } from 'zod'
import { dayColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { LEVELS, PROGRAMMES } from './measure-level.ts'

const LevelRow = z.object({
  level: z.enum(LEVELS).nullable(),
  reading: z.enum(['read', 'inferred', 'illegible']),
  knownOn: dayColumn,
  reason: z.string().nullable(),
  source: z.string(),
})
export type MeasureLevel = z.infer<typeof LevelRow>

const MeasureRow = z.object({
  number: z.number(),
  programme: z.enum(PROGRAMMES),
  programmeLegible: z.boolean(),
  axis: z.string().nullable(),
  theme: z.string(),
  title: z.string(),
  sourceDocument: z.string(),
  sourceLines: z.string(),
  note: z.string().nullable(),
  /** The latest first. */
  levels: z.array(LevelRow),
  indicators: z.array(z.object({ code: z.string(), label: z.string().nullable(), target: z.string().nullable() })),
  commitments: z.array(z.object({ code: z.string(), partner: z.string(), title: z.string(), contractName: z.string() })),
})
/** One of the 40 measures of 2018, with the history of its level and what the contracts say of it. */
export type Measure = z.infer<typeof MeasureRow>

export function listMeasures(db: Db): Promise<Measure[]> {
  return db.rows(MeasureRow)`
    select m.number, m.programme, m.programme_legible as "programmeLegible", m.axis, m.theme, m.title, m.source_document as "sourceDocument",
      m.source_lines as "sourceLines", m.note,
      coalesce((select json_agg(json_build_object('level', l.level, 'reading', l.reading, 'knownOn', l.known_on, 'reason', l.reason,
        'source', l.source) order by l.position desc) from measure_level l where l.measure_number = m.number), '[]') as levels,
      coalesce((select json_agg(json_build_object('code', i.code, 'label', i.label, 'target', i.target) order by i.position)
        from measure_indicator i where i.measure_number = m.number), '[]') as indicators,
      coalesce((select json_agg(json_build_object('code', c.code, 'partner', c.partner, 'title', c.title, 'contractName', x.name) order by c.code)
        from commitment_measure k join commitment c on c.id = k.commitment_id join contract x on x.id = c.contract_id
        where k.measure_number = m.number), '[]') as commitments
    from measure m order by m.number`
}

export async function findMeasure(db: Db, number: number): Promise<Measure | undefined> {
  const measures = await listMeasures(db)
  return measures.find((one) => one.number === number)
}

/** The level of a measure today, and how it was read. */
export function currentLevel(measure: Measure): Pick<MeasureLevel, 'level' | 'reading'> {
  return measure.levels[0] ?? { level: null, reading: 'illegible' }
}
