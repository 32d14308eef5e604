import { expect } from 'vitest'
import { z } from 'zod'
import { listFunders } from '#contract/store.ts'
import { centsColumn } from '#platform/columns.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { cents, euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward, aPartOfYear } from '#testing/award.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { AXIS_PAIRS } from './analysis-axes.ts'
import { noAxisNames, noNames, toFacts } from './analysis-columns.ts'
import { analyse, type Cube, type CubeQuery } from './analysis-cube.ts'
import { factRows } from './analysis-rows.ts'
import { type Analysed, loadAnalysed, loadAwarded } from './analysis-store.ts'
import { listFunderLines, listPartLines } from './programming-store.ts'
import { buildProgramming } from './programming-table.ts'

function cubeOf({ parts, money }: Analysed, query: Partial<CubeQuery> = {}): Cube {
  const ranks = { axes: noAxisNames(), contracts: noNames(), organisations: noNames(), nextAction: 0, nextPlace: 0 }
  return analyse(toFacts(factRows(parts, money, ranks)), ranks.axes, { a: 'territory', b: 'funder', stage: 'decided', ...query })
}

const thirds = (world: World): [string, number][] => [
  [world.qpvs.lens, 0.333334],
  [world.qpvs.lievin, 0.333333],
  [world.qpvs.both, 0.333333],
]

/** A garden in three neighbourhoods, awarded by two funders, one told; a bike school only asked; last year's garden. */
async function aProgramming(db: Database): Promise<World> {
  const world = await aWorld(db)
  const garden = await aPart(db, world, {
    asked: { state: euros(5000), caf: euros(2000.01) },
    shares: thirds(world),
    dauphinNumber: 'DA62270001',
  })
  await anAward(db, world, { partId: garden.partId, amount: cents(400_001) })
  await anAward(db, world, { partId: garden.partId, funder: 'caf', amount: cents(100_001), notifiedOn: null })
  await aPart(db, world, {
    title: 'Vélo-école',
    organisationId: world.organisations.otherPorteur,
    asked: { state: euros(900) },
    shares: [],
  })
  const before = await aPartOfYear(db, world, 2026, garden.actionId)
  const meetingId = newId()
  await db.run`insert into meeting (id, body_id, title, held_on, starts_at) values (${meetingId}, ${world.bodyId}, 'Comité de 2026', '2026-03-12', '09:00')`
  await anAward(db, { ...world, meetingId }, { partId: before.partId, amount: euros(3000) })
  return world
}

dbTest(
  'PRJ-08, PRJ-11: by any two axes the totals are those of the programming table and of the decisions, to the cent',
  async ({ db }) => {
    const world = await aProgramming(db)
    const { scope } = world.mandates.lead
    const by = { contractId: world.contractId, year: 2027, today: TODAY }
    const funders = await listFunders(db, world.contractId)
    const table = buildProgramming(await listPartLines(db, scope, by), await listFunderLines(db, scope, by), {
      funders,
      grouping: 'commune',
    })
    const analysed = await loadAnalysed(db, scope, { contractIds: [world.contractId], from: 2027, to: 2027 })
    const { total } = await db.one(z.object({ total: centsColumn }))`
    select sum(d.amount_cents) as total from decision d join award w on w.id = d.award_id where w.year = 2027`
    expect(total).toBe(500_002)
    for (const [a, b] of AXIS_PAIRS) {
      const cube = cubeOf(analysed, { a, b, stage: 'filed' })
      expect(cube.total).toMatchObject({
        asked: table.total.asked,
        retained: table.total.retained,
        decided: total,
        actions: 2,
        organisations: 2,
      })
      expect(cube.cells.reduce((sum, { decided }) => sum + decided, 0)).toBe(table.total.decided)
    }
  },
)

dbTest('decided cents are those of award_territory; an action in three neighbourhoods is one action in the whole', async ({ db }) => {
  const world = await aProgramming(db)
  const analysed = await loadAnalysed(db, world.mandates.lead.scope, { contractIds: [world.contractId], from: 2027, to: 2027 })
  const { byA, byB, total } = cubeOf(analysed)
  const Held = z.object({ qpvId: z.string(), held: centsColumn })
  const held = await db.rows(Held)`
    select t.qpv_id as "qpvId", sum(t.amount_cents) as held from award_territory t join award w on w.id = t.award_id where w.year = 2027 group by 1`
  const decidedIn = new Map(byA.filter(({ actions }) => actions > 0).map(({ key, decided }) => [key, decided]))
  expect(decidedIn).toEqual(new Map(held.map(({ qpvId, held: cent }) => [qpvId, cent])))
  expect([byA.filter(({ actions }) => actions === 1).length, total.actions]).toEqual([3, 1])
  expect(byB.filter(({ actions }) => actions === 1).length).toBe(2)
  // 20 women and 10 men in three neighbourhoods: each person once.
  expect(total).toMatchObject({ women: 20, men: 10 })
  expect(byA.reduce((sum, { women }) => sum + women, 0)).toBe(20)
})

dbTest('PRJ-11: several years count an action that goes on once, and its money each year', async ({ db }) => {
  const world = await aProgramming(db)
  const analysed = await loadAnalysed(db, world.mandates.lead.scope, { contractIds: [world.contractId], from: 2026, to: 2027 })
  const { byA, total } = cubeOf(analysed, { a: 'year', b: 'organisationKind' })
  expect(total).toMatchObject({ actions: 1, organisations: 1, decided: 800_002 })
  expect(byA.map(({ key, actions, decided }) => [key, actions, decided]).sort()).toEqual([
    ['2026', 1, 300_000],
    ['2027', 1, 500_002],
  ])
})

dbTest('a funder analyses the files it was given, a person never those it has an interest in', async ({ db }) => {
  const world = await aProgramming(db)
  const by = { contractIds: [world.contractId], from: 2027, to: 2027 }
  expect(cubeOf(await loadAnalysed(db, world.mandates.caf.scope, by), { stage: 'filed' }).total.actions).toBe(1)
  expect(cubeOf(await loadAnalysed(db, world.mandates.region.scope, by), { stage: 'filed' }).total.actions).toBe(0)
  const { personId } = world.mandates.lead
  await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
    values (${newId()}, ${personId}, ${world.organisations.porteur}, 'Membre du bureau', ${TODAY})`
  expect(cubeOf(await loadAnalysed(db, world.mandates.lead.scope, by), { stage: 'filed' }).total).toMatchObject({ actions: 1, decided: 0 })
})

dbTest('what may be published is what was notified: neither amounts asked nor awards not told', async ({ db }) => {
  const world = await aProgramming(db)
  const awarded = await loadAwarded(db, { contractIds: [world.contractId], from: 2027, to: 2027 })
  const { total } = cubeOf(awarded, { notifiedOnly: true })
  expect(total).toMatchObject({ actions: 1, asked: 0, retained: 0, decided: 400_001, reachedWomen: 0 })
})

dbTest(
  'IND-04, EGA-01: the marker of a file and the public reached by its final report come in; a draft report does not',
  async ({ db }) => {
    const world = await aProgramming(db)
    const Part = z.object({ id: z.string(), applicationId: z.string(), actionId: z.string() })
    const [part] = await db.rows(
      Part,
    )`select id, application_id as "applicationId", action_id as "actionId" from action_part where title = 'Jardin nourricier' and year = 2027`
    if (!part) throw new Error('no part')
    await db.run`insert into gender_marker (id, part_id, application_id, marker, criteria_needed, way, settled_on, settled_by)
    values (${newId()}, ${part.id}, ${part.applicationId}, 0, 2, 'agreement', ${TODAY}, ${world.mandates.lead.id})`
    const reportId = newId()
    await db.run`insert into report (id, action_id, part_id, year, kind) values (${reportId}, ${part.actionId}, ${part.id}, 2027, 'final')`
    await db.run`insert into report_public (report_id, age_band, women, men) values (${reportId}, '16-25', 7, 4), (${reportId}, '26-59', 5, 0)`
    const load = () => loadAnalysed(db, world.mandates.lead.scope, { contractIds: [world.contractId], from: 2027, to: 2027 })
    expect(cubeOf(await load()).total.reachedWomen).toBe(0)
    await db.run`insert into report_deposit (report_id, deposited_on, deposited_by, certified_by) values (${reportId}, ${TODAY}, ${world.mandates.porteur.id}, 'La présidente')`
    const cube = cubeOf(await load(), { a: 'marker', b: 'year', stage: 'filed' })
    expect(new Map(cube.byA.map(({ key, reachedWomen, reachedMen }) => [key, [reachedWomen, reachedMen]]))).toEqual(
      new Map([
        ['0', [12, 4]],
        [null, [0, 0]],
      ]),
    )
  },
)
