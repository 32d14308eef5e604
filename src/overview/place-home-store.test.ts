import { expect } from 'vitest'
import type { Db } from '#platform/db.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward, aPartOfYear } from '#testing/award.ts'
import { narrowedTo, theOtherRoles } from '#testing/roles.ts'
import { aWorld, TODAY, type World } from '#testing/world.ts'
import { loadPlaceHome } from './place-home-store.ts'

/** Liévin: one kept, one new on two neighbourhoods, one stopped; Lens: one. A refusal, and an amount only retained, are nowhere. */
async function twoProgrammes(db: Db, world: World): Promise<void> {
  const { lens, lievin, both } = world.qpvs
  const old = await aPartOfYear(db, world, 2026)
  await db.run`update part_territory set qpv_id = ${lievin} where part_id = ${old.partId}`
  await anAward(db, world, { partId: old.partId, amount: euros(2000) })
  await anAward(db, world, { amount: euros(3000), part: { actionId: old.actionId, shares: [[lievin, 1]] } })
  const shares = [
    [both, 0.5],
    [lens, 0.5],
  ] as const
  await anAward(db, world, { amount: euros(1000), notifiedOn: null, part: { title: 'Nouvelle action', shares } })
  await anAward(db, world, { amount: euros(7000), part: { title: 'À Lens', shares: [[lens, 1]] } })
  await anAward(db, world, { amount: euros(0), part: { title: 'Refusée', shares: [[lievin, 1]] } })
}

const of = (world: World) => ({ contractId: world.contractId, today: TODAY })

dbTest(
  'an elected member sees the commune of its organisation: each action with the share of its neighbourhoods, against the year before',
  async ({ db }) => {
    const world = await aWorld(db)
    const { elected } = await theOtherRoles(db, world)
    await twoProgrammes(db, world)
    const home = await loadPlaceHome(db, elected, of(world))
    expect([home.place, home.year]).toEqual(['Liévin', 2027])
    expect(home.actions.map(({ title, now, before }) => [title, now, before])).toEqual([
      ['Jardin nourricier', euros(3000), euros(2000)],
      ['Nouvelle action', euros(500), euros(0)],
    ])
    expect(home.qpvs.map(({ name, now }) => [name, now])).toEqual([
      ['Cité des Lampistes', euros(3000)],
      ['Cité du Vieux-Chevalement', euros(500)],
    ])
  },
)

dbTest('a council sees its neighbourhoods only; an organisation without commune sees the whole contract', async ({ db }) => {
  const world = await aWorld(db)
  const { council, elected } = await theOtherRoles(db, world)
  await twoProgrammes(db, world)
  const home = await loadPlaceHome(db, council, of(world))
  expect(home.place).toBe('Cité des Galibots')
  expect(home.actions.map(({ title }) => title)).toEqual(['À Lens', 'Nouvelle action'])
  await db.run`update organisation set commune_code = null where id = ${elected.organisationId}`
  const whole = await loadPlaceHome(db, elected, of(world))
  expect([whole.place, whole.qpvs.length, whole.actions.length]).toEqual([undefined, 3, 3])
})

dbTest('an elected member whose mandate is narrower than its commune sees no more than the mandate', async ({ db }) => {
  const world = await aWorld(db)
  const { elected } = await theOtherRoles(db, world)
  await twoProgrammes(db, world)
  const narrow = await narrowedTo(db, elected, [world.qpvs.both])
  expect((await loadPlaceHome(db, narrow, of(world))).actions.map(({ title }) => title)).toEqual(['Nouvelle action'])
})

dbTest('the page says the sum, the change and the euros of each inhabitant; before any decision it says what will come', async ({ db }) => {
  const world = await aWorld(db)
  const { elected } = await theOtherRoles(db, world)
  const read = async (): Promise<string> => (await (await testApp(db, elected).get('/accueil')).text()).replace(/[\u00a0\u202f]/g, ' ')
  expect(await read()).toContain('Rien n’est encore décidé')
  await twoProgrammes(db, world)
  const page = await read()
  for (const words of ['Liévin : 3 500 € décidés en 2027', '1 500 € de plus qu’en 2026', '1 nouvelle', 'Reconduite'])
    expect(page).toContain(words)
  expect(page).not.toContain('Refusée')
})
