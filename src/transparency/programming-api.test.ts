import { expect } from 'vitest'
import { z } from 'zod'
import { cents, euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aPart, aWorld } from '#testing/world.ts'

const Row = z.object({
  a: z.string().nullable(),
  aLabel: z.string(),
  b: z.string().nullable(),
  actions: z.number(),
  decidedCents: z.number(),
})
const Answer = z.strictObject({ rows: z.array(Row.loose()), totals: z.record(z.string(), z.number()) })
const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

dbTest(
  'PRJ-11: anybody reads the programming by two axes: notified awards, an action over two neighbourhoods once in the totals',
  async ({ db }) => {
    const world = await aWorld(db)
    const shares = [[world.qpvs.lens, 0.5] as const, [world.qpvs.lievin, 0.5] as const]
    const { partId } = await aPart(db, world, { shares, dauphinNumber: 'DA62270001' })
    await anAward(db, world, { partId, amount: cents(400_001) })
    await anAward(db, world, { funder: 'caf', amount: euros(700), notifiedOn: null, part: { asked: { caf: euros(900) } } })
    const { get } = testApp(db, undefined)
    for (const where of [`contract=${world.contractCode}&`, '']) {
      const answer = await get(`/api/v1/programming?${where}from=2027&to=2027&by=territory,orientation`)
      expect(answer.status).toBe(200)
      const { rows, totals } = Answer.parse(await answer.json())
      expect(rows.map(({ a, aLabel, b, actions, decidedCents }) => [a, aLabel, b, actions, decidedCents])).toEqual([
        ['QN06201F', 'Cité des Galibots', 'lens-lievin-2024-2030/1.1', 1, 200_001],
        ['QN06202F', 'Cité des Lampistes', 'lens-lievin-2024-2030/1.1', 1, 200_000],
      ])
      expect(totals).toEqual({
        ...{ actions: 1, renewedActions: 0, organisations: 1, plannedWomen: 20, plannedMen: 10 },
        ...{ decidedCents: 400_001, obligatedCents: 0, paidCents: 0 },
      })
    }
    const text = await (await get(`/api/v1/programming?by=funder,kind`)).text()
    expect(text).not.toMatch(/asked|retained|marker|reached/)
    expect(Answer.parse(JSON.parse(text)).rows.map(({ a }) => a)).toHaveLength(1)
    expect(Answer.parse(await (await get('/api/v1/programming?by=year,theme&to=2026')).json()).rows).toEqual([])
  },
)

dbTest('the gender marker, an unknown axis, one axis alone and an unknown contract are refused with a sentence', async ({ db }) => {
  const { get } = testApp(db, undefined)
  const refusal = async (query: string) => {
    const answer = await get(`/api/v1/programming?${query}`)
    const { error } = Failure.parse(await answer.json())
    return [answer.status, error.code, error.message.split('\u00A0')[0]]
  }
  expect(await refusal('by=marker,theme')).toEqual([403, 'not-public', 'Le marqueur de genre sert à l’instruction'])
  expect(await refusal('by=theme,age')).toEqual([400, 'bad-input', 'Un axe est inconnu. Axes publics'])
  expect(await refusal('by=theme')).toEqual([400, 'bad-input', 'Donnez deux axes, séparés par une virgule. Exemple'])
  expect(await refusal('')).toEqual([400, 'bad-input', 'Donnez deux axes, séparés par une virgule. Exemple'])
  expect((await refusal('by=theme,year&from=27'))[0]).toBe(400)
  expect((await get('/api/v1/programming?by=theme,year&contract=nulle-part')).status).toBe(404)
})
