import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { sql } from '#platform/sql.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { countryFacts, deleteOldMarks } from './analysis-country-store.ts'
import { analyse } from './analysis-cube.ts'

const query = { a: 'territory', b: 'theme', stage: 'decided' } as const

dbTest('each change of what is awarded marks its contract and year; a draft or a file without an award marks nothing', async ({ db }) => {
  const world = await aWorld(db)
  const marks = async () => (await db.query(sql`select distinct contract_id, year from analysis_change`)).rows
  const { partId } = await aPart(db, world, { dauphinNumber: 'DA62270001' })
  await db.run`update part_public set women = 99 where part_id = ${partId}`
  expect(await marks()).toEqual([])
  await anAward(db, world, { partId, amount: euros(100), notifiedOn: null })
  expect(await marks()).toEqual([{ contract_id: world.contractId, year: 2027 }])
  for (const change of [
    () => db.run`update part_public set women = 98 where part_id = ${partId}`,
    () => db.run`delete from part_public where part_id = ${partId}`,
    () => db.run`update action_part set theme_code = '2.1' where id = ${partId}`,
    () => db.run`update part_territory set qpv_id = ${world.qpvs.lievin} where part_id = ${partId}`,
    () => db.run`update organisation set legal_form = 'foundation' where id = ${world.organisations.porteur}`,
  ]) {
    await db.run`delete from analysis_change`
    await change()
    expect(await marks()).toEqual([{ contract_id: world.contractId, year: 2027 }])
  }
  await db.run`delete from analysis_change`
  await db.run`update organisation set name = 'Autre nom' where id = ${world.organisations.porteur}`
  expect(await marks()).toEqual([])
  expect(await deleteOldMarks(db)).toBe(0)
})

dbTest('the country is what the database has now: a decision, a new theme and a marker are seen at once', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const total = async () => {
    const { facts, names } = await countryFacts(db)
    const { cells, total: whole } = analyse(facts, names, query)
    return [whole.actions, whole.decided, cells.map(({ b }) => b).sort()]
  }
  expect(await total()).toEqual([0, 0, []])
  const { partId } = await aPart(db, world, { dauphinNumber: 'DA62270001' })
  await anAward(db, world, { partId, amount: euros(100) })
  expect(await total()).toEqual([1, 10_000, ['1.5']])
  await db.run`update action_part set theme_code = '2.1' where id = ${partId}`
  expect(await total()).toEqual([1, 10_000, ['2.1']])
  expect(await Promise.all([total(), total()])).toEqual([await total(), await total()])
  await db.run`insert into gender_marker (id, part_id, application_id, marker, criteria_needed, way, settled_on, settled_by)
    select ${newId()}, id, application_id, 2, 2, 'agreement', ${TODAY}, ${world.mandates.lead.id} from action_part where id = ${partId}`
  const { facts, names } = await countryFacts(db)
  expect(analyse(facts, names, { ...query, a: 'marker' }).byA.map(({ key }) => key)).toEqual(['2'])
})
