import { expect } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { setProgrammingTarget } from './programming-setting-acts.ts'
import { listProgrammingSettings } from './programming-setting-store.ts'

dbTest(
  'FIN-04: a target is set from a day with its source, once though sent twice, and journalled; another value the same day is refused',
  async ({ db }) => {
    const world = await aWorld(db)
    const { lead } = world.mandates
    const input = {
      id: newId(),
      contractId: world.contractId,
      code: 'employment-share',
      value: '0.2',
      validFrom: day('2027-01-01'),
      source: 'COPIL',
    } as const
    for (const _ of [1, 2]) expect(await setProgrammingTarget(db, lead, input, TODAY)).toEqual({ done: true, value: input.id })
    expect(await setProgrammingTarget(db, lead, { ...input, id: newId(), value: '0.25' }, TODAY)).toEqual({
      done: false,
      reasons: ['day-taken'],
    })
    const later = { ...input, id: newId(), value: '0.25', validFrom: day('2028-01-01') }
    expect((await setProgrammingTarget(db, lead, later, TODAY)).done).toBe(true)
    expect((await listProgrammingSettings(db, world.contractId)).map(({ value, validFrom }) => [value, validFrom])).toEqual([
      ['0.25', '2028-01-01'],
      ['0.2', '2027-01-01'],
    ])
    const { count } = await db.one(
      z.object({ count: z.number() }),
    )`select count(*) as count from journal where act = 'programming-target.set'`
    expect(count).toBe(2)
  },
)

dbTest('the database refuses a share above 1, a day that is none, an empty source, and any change of what was set', async ({ db }) => {
  const world = await aWorld(db)
  const insert = (code: string, value: string, source = 'COPIL') =>
    db.transaction(
      (tx) => tx.run`insert into programming_setting (id, contract_id, code, value, valid_from, source, recorded_on)
      values (${newId()}, ${world.contractId}, ${code}, ${value}, '2027-01-01', ${source}, ${TODAY})`,
    )
  for (const [code, value, source] of [
    ['employment-share', '1.01', 'COPIL'],
    ['employment-share', '-0.2', 'COPIL'],
    ['empty-year-alert', '13-01', 'COPIL'],
    ['empty-year-alert', '0.2', 'COPIL'],
    ['multi-year-share', '0.5', ''],
    ['other', '0.5', 'COPIL'],
  ] as const) {
    await expect(insert(code, value, source)).rejects.toThrow()
  }
  await insert('multi-year-share', '1')
  await expect(db.transaction((tx) => tx.run`update programming_setting set value = '0.4'`)).rejects.toThrow(/never changed/)
})
