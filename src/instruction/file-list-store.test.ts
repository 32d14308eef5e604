import { expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { askPiece, stateCompleteness } from './completeness-acts.ts'
import { arrangeFiles } from './file-list.ts'
import { type FileSearch, listFiles } from './file-list-store.ts'
import { askOpinions, giveOpinion } from './opinion-acts.ts'
import { listOpinions } from './opinion-store.ts'

const titles = async (db: Db, world: World, search: Partial<FileSearch> = {}, scope = world.mandates.lead.scope) =>
  (await listFiles(db, scope, { callId: world.callId, ...search })).map(({ title }) => title)

dbTest('XCU-01: each sees the files its organisation was given to read, and no draft', async ({ db }) => {
  const world = await aWorld(db)
  await aPart(db, world, { title: 'Jardin', asked: { state: euros(100), caf: euros(200) } })
  await aPart(db, world, { title: 'Vélo-école', asked: { state: euros(300) } })
  await aPart(db, world, { title: 'Brouillon', submitted: false })
  expect(await titles(db, world)).toEqual(['Jardin', 'Vélo-école'])
  expect(await titles(db, world, {}, world.mandates.caf.scope)).toEqual(['Jardin'])
  expect(await titles(db, world, {}, world.mandates.region.scope)).toEqual([])
})

dbTest('a text is found in titles, organisations and Dauphin numbers, without accents and with a slip', async ({ db }) => {
  const world = await aWorld(db)
  await aPart(db, world, { title: 'Vélo-école pour adultes', dauphinNumber: 'DA00999017' })
  await aPart(db, world, { title: 'Été 100 % quartier', organisationId: world.organisations.otherPorteur })
  expect(await titles(db, world, { text: 'velo-ecole' })).toEqual(['Vélo-école pour adultes'])
  expect(await titles(db, world, { text: 'ETE 100 %' })).toEqual(['Été 100 % quartier'])
  expect(await titles(db, world, { text: 'graines' })).toEqual(['Vélo-école pour adultes'])
  expect(await titles(db, world, { text: 'adulte pour' })).toEqual(['Vélo-école pour adultes'])
  expect(await titles(db, world, { text: '999017' })).toEqual(['Vélo-école pour adultes'])
  expect(await titles(db, world, { text: '%' })).toEqual(['Été 100 % quartier'])
  expect(await titles(db, world, { text: 'ludothèque' })).toEqual([])
})

dbTest('the list narrows by commune, orientation, theme, and new or renewed', async ({ db }) => {
  const world = await aWorld(db)
  const first = await aPart(db, world, { title: 'Lens', shares: [[world.qpvs.lens, 1]] })
  await aPart(db, world, {
    title: 'Liévin',
    shares: [
      [world.qpvs.lievin, 0.5],
      [world.qpvs.both, 0.5],
    ],
  })
  await db.run`update action_part set theme_code = '2.1', orientation_id = ${world.orientations.employment} where id = ${first.partId}`
  expect(await titles(db, world, { communeCode: '62510' })).toEqual(['Liévin'])
  expect(await titles(db, world, { communeCode: '62498' })).toEqual(['Lens', 'Liévin'])
  expect(await titles(db, world, { orientationId: world.orientations.employment })).toEqual(['Lens'])
  expect(await titles(db, world, { themeCode: '1' })).toEqual(['Liévin'])
  expect(await titles(db, world, { themeCode: '2.1' })).toEqual(['Lens'])
  expect(await titles(db, world, { renewed: true })).toEqual([])
  expect(await titles(db, world, { renewed: false })).toEqual(['Lens', 'Liévin'])
})

dbTest('a line carries what is asked in all, its neighbourhoods, its opinions and its completeness', async ({ db }) => {
  const world = await aWorld(db)
  const { partId, applicationId } = await aPart(db, world, {
    asked: { state: euros(5_000), caf: euros(2_000) },
    shares: [
      [world.qpvs.both, 0.7],
      [world.qpvs.lens, 0.3],
    ],
  })
  const { lead, caf, state } = world.mandates
  const asking = { contractId: world.contractId, partIds: [partId], publicUrl: 'https://pilotis.example', dueOn: addDays(TODAY, 5) }
  await askOpinions(db, lead, { ...asking, organisationIds: [caf.organisationId, state.organisationId] }, TODAY)
  const request = (await listOpinions(db, caf.scope, [partId])).find(({ organisationId }) => organisationId === caf.organisationId)
  const opinion = {
    id: newId(),
    applicationId,
    requestId: request?.requestId ?? '',
    reason: 'Utile.',
    seenId: undefined,
    proposed: undefined,
  }
  await giveOpinion(db, caf, { ...opinion, kind: 'reserved' }, TODAY)
  await giveOpinion(db, caf, { ...opinion, id: newId(), kind: 'favourable' }, TODAY)
  await stateCompleteness(db, lead, { id: newId(), applicationId, complete: false, note: 'Statuts absents.' }, TODAY)
  const piece = { id: newId(), applicationId, label: 'Statuts', reason: '', dueOn: addDays(TODAY, 3), publicUrl: asking.publicUrl }
  await askPiece(db, lead, piece, TODAY)
  const rows = await listFiles(db, state.scope, { callId: world.callId })
  expect(rows).toMatchObject([
    { number: 1, parts: 1, asked: euros(7_000), qpvs: 'Cité du Vieux-Chevalement, Cité des Galibots', complete: false },
  ])
  const as = { organisationId: state.organisationId, today: addDays(TODAY, 6) }
  expect(arrangeFiles(rows, { sort: 'number', descending: false }, as)).toMatchObject([
    { counts: { asked: 2, received: 1, late: 1, favourable: 1 }, completeness: 'pieces-late', mine: 'late' },
  ])
})
