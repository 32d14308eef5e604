import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type Level, type LevelFlaw, levelFlaws } from './measure-level.ts'
import { findMeasure } from './measure-store.ts'

export type LevelRefusal = LevelFlaw | 'unknown-measure'

export const LEVEL_REFUSALS = {
  'unknown-measure': 'Cette mesure n’est pas dans le registre.',
  'same-level': 'La mesure est déjà à ce niveau.',
  'reason-missing': 'Un niveau n’avance qu’en avant\u00A0: pour le corriger, dites pourquoi.',
  'before-last': 'Cette date précède celle du dernier niveau connu.',
  'in-the-future': 'Un niveau constaté ne peut pas être daté de demain.',
} satisfies Record<LevelRefusal, string>

export interface LevelInput {
  id: string
  number: number
  level: Level
  knownOn: Day
  reason: string
  source: string
}

/** Records how far a measure is on a day; the earlier levels stay (NAT-02). */
export async function recordLevel(db: Db, by: Mandate, input: LevelInput, today: Day): Promise<Result<string, LevelRefusal>> {
  return db.transaction(async (tx) => {
    await tx.maybe(z.unknown())`select number from measure where number = ${input.number} for update`
    const again = await tx.maybe(z.unknown())`select id from measure_level where id = ${input.id}`
    if (again) return done(input.id)
    const measure = await findMeasure(tx, input.number)
    if (!measure) return refused('unknown-measure')
    const flaws = levelFlaws(measure.levels[0], input, today)
    if (flaws.length > 0) return refused(...flaws)
    await tx.run`
      insert into measure_level (id, measure_number, position, level, reading, known_on, reason, recorded_on, recorded_by, source)
      values (${input.id}, ${input.number}, ${measure.levels.length + 1}, ${input.level}, 'read', ${input.knownOn}, ${input.reason || null},
        ${today}, ${by.id}, ${input.source})`
    const { number, level, knownOn, reason } = input
    await record(tx, by, 'measure-level.recorded', input.id, { number, level, knownOn, reason })
    return done(input.id)
  })
}
