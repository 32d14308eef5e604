import { expect } from 'vitest'
import { z } from 'zod'
import { addDays } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { recordLevel } from './measure-acts.ts'
import { currentLevel, findMeasure } from './measure-store.ts'

const given = { number: 12, level: 'deploying', knownOn: TODAY, reason: '', source: 'Instruction' } as const

dbTest(
  'NAT-02: an illegible level gives way to one that is read; going back asks for a reason; each stays, in the journal too',
  async ({ db }) => {
    const { lead } = (await aWorld(db)).mandates
    await db.run`insert into measure (number, programme, programme_legible, theme, title, source_document, source_lines)
    values (12, 'same-rights', false, 'Solidarité', 'Permis de conduire', 'Protocole', '2445-2450')`
    await db.run`insert into measure_level (id, measure_number, position, level, reading, known_on, source)
    values (${newId()}, 12, 1, null, 'illegible', ${addDays(TODAY, -1)}, 'Protocole')`
    const first = { ...given, id: newId() }
    expect(await recordLevel(db, lead, first, TODAY)).toEqual({ done: true, value: first.id })
    expect(await recordLevel(db, lead, first, TODAY)).toEqual({ done: true, value: first.id })
    const back = { ...given, id: newId(), level: 'launching' } as const
    expect(await recordLevel(db, lead, back, TODAY)).toEqual({ done: false, reasons: ['reason-missing'] })
    expect(await recordLevel(db, lead, { ...back, reason: 'Erreur de lecture' }, TODAY)).toMatchObject({ done: true })
    expect(await recordLevel(db, lead, { ...given, id: newId(), number: 13 }, TODAY)).toEqual({ done: false, reasons: ['unknown-measure'] })
    const measure = await findMeasure(db, 12)
    expect(measure?.levels.map(({ level }) => level)).toEqual(['launching', 'deploying', null])
    expect(measure && currentLevel(measure)).toMatchObject({ level: 'launching', reading: 'read' })
    const { acts } = await db.one(z.object({ acts: z.number() }))`select count(*) as acts from journal where act = 'measure-level.recorded'`
    expect(acts).toBe(2)
    const erased = db.transaction((tx) => tx.run`delete from measure_level`)
    await expect(erased).rejects.toThrow('never changed')
  },
)
