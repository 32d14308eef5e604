import { expect } from 'vitest'
import { day } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { addNode, deleteNode, endNode } from './frame-acts.ts'
import { listNodes } from './frame-store.ts'
import { listOrientations } from './store.ts'

const node = { level: 'orientation', pillar: 'cohesion', parentCode: '', validFrom: TODAY, source: 'Avenant 1' } as const

dbTest('CON-03: a node that an action uses is not deleted, by the program nor by the database; it ends on a date', async ({ db }) => {
  const world = await aWorld(db)
  const { lead } = world.mandates
  await aPart(db, world)
  const id = world.orientations.cohesion
  expect(await deleteNode(db, lead, { id })).toEqual({ done: false, reasons: ['used'] })
  expect(await endNode(db, lead, { id, endsOn: day('2024-01-01') })).toEqual({ done: false, reasons: ['before-start'] })
  expect(await endNode(db, lead, { id, endsOn: TODAY })).toEqual({ done: true, value: id })
  expect(await endNode(db, lead, { id, endsOn: TODAY })).toEqual({ done: false, reasons: ['already-ended'] })
  expect((await listOrientations(db, world.contractId, TODAY)).map(({ code }) => code)).toEqual(['2.1'])
  const erased = db.transaction((tx) => tx.run`delete from orientation where id = ${id}`)
  await expect(erased).rejects.toThrow('foreign key')
})

dbTest('CON-03: the code of an ended node takes a second version; a living one does not; a free node is deleted', async ({ db }) => {
  const world = await aWorld(db)
  const { lead } = world.mandates
  const again = { ...node, id: newId(), code: '1.1', label: 'Lien social, nouvelle rédaction' }
  expect(await addNode(db, lead, again)).toEqual({ done: false, reasons: ['code-taken'] })
  await endNode(db, lead, { id: world.orientations.cohesion, endsOn: TODAY })
  expect(await addNode(db, lead, { ...again, parentCode: '9.9' })).toEqual({ done: false, reasons: ['parent-unknown'] })
  expect(await addNode(db, lead, again)).toEqual({ done: true, value: again.id })
  expect(await addNode(db, lead, again)).toEqual({ done: true, value: again.id })
  const versions = (await listNodes(db, world.contractId)).filter(({ code }) => code === '1.1')
  expect(versions.map(({ version, validFrom, validTo }) => ({ version, validFrom, validTo }))).toEqual([
    { version: 1, validFrom: '2024-01-01', validTo: TODAY },
    { version: 2, validFrom: TODAY, validTo: null },
  ])
  expect(await deleteNode(db, lead, { id: again.id })).toEqual({ done: true, value: again.id })
  expect(await deleteNode(db, lead, { id: again.id })).toEqual({ done: false, reasons: ['not-yours'] })
})

dbTest('CON-03: the tree counts the actions, indicators and budgets of each node; the rest has none', async ({ db }) => {
  const world = await aWorld(db)
  await aPart(db, world)
  await aPart(db, world, { title: 'Brouillon', submitted: false })
  const used = (await listNodes(db, world.contractId)).map(({ code, actions, indicators, budgets, commitments }) => [
    code,
    actions,
    indicators,
    budgets,
    commitments,
  ])
  expect(used).toEqual([
    ['1.1', 1, 0, 0, 0],
    ['2.1', 0, 0, 0, 0],
  ])
})
