import { expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { completeTogether } from './complete-together-acts.ts'
import { askPiece, stateCompleteness } from './completeness-acts.ts'
import { findCompleteness } from './completeness-store.ts'

const URL = 'https://pilotis.example'

dbTest(
  'files are stated complete together; those stated incomplete or awaiting a piece are left to a look of their own',
  async ({ db }) => {
    const world = await aWorld(db)
    const { lead } = world.mandates
    const [fresh, wrong, waiting] = [await aPart(db, world), await aPart(db, world), await aPart(db, world)]
    await stateCompleteness(
      db,
      lead,
      { id: newId(), applicationId: wrong.applicationId, complete: false, note: 'Budget illisible.' },
      TODAY,
    )
    const piece = {
      id: newId(),
      applicationId: waiting.applicationId,
      label: 'Statuts',
      reason: '',
      dueOn: addDays(TODAY, 7),
      publicUrl: URL,
    }
    await askPiece(db, lead, piece, TODAY)
    const partIds = [fresh, wrong, waiting].map(({ partId }) => partId)
    expect(await completeTogether(db, lead, { partIds: [...partIds, newId()] }, TODAY)).toMatchObject({
      value: { stated: 1, already: 0, left: 2 },
    })
    expect(await completeTogether(db, lead, { partIds }, TODAY)).toMatchObject({ value: { stated: 0, already: 1, left: 2 } })
    expect(await findCompleteness(db, lead.scope, fresh.applicationId)).toEqual({ complete: true, note: '', statedOn: TODAY })
    expect(await findCompleteness(db, lead.scope, wrong.applicationId)).toMatchObject({ complete: false })
    expect(await findCompleteness(db, lead.scope, waiting.applicationId)).toBeUndefined()
  },
)

dbTest('nobody states complete together what is out of view', async ({ db }) => {
  const world = await aWorld(db)
  const { partId, applicationId } = await aPart(db, world)
  expect(await completeTogether(db, world.mandates.otherPorteur, { partIds: [partId] }, TODAY)).toMatchObject({
    value: { stated: 0, already: 0, left: 0 },
  })
  expect(await findCompleteness(db, world.mandates.lead.scope, applicationId)).toBeUndefined()
})

dbTest('the list ticks all its lines by a link, states them complete, and comes back as it was', async ({ db }) => {
  const world = await aWorld(db)
  const { partId } = await aPart(db, world)
  const { get, post } = testApp(db, world.mandates.lead)
  expect(await (await get('/dossiers')).text()).toContain('href="/dossiers?taille=tout&amp;coche=tout"')
  expect(await (await get('/dossiers?taille=tout&coche=tout')).text()).toMatch(new RegExp(`value="${partId}" checked`))
  const answer = await post('/dossiers/complets', { part: [partId], retour: '/dossiers?q=a' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dossiers?q=a'])
  expect((await post('/dossiers/complets', { retour: 'https://ailleurs.example' })).headers.get('location')).toBe('/dossiers')
  expect((await get('/dossiers/complets')).headers.get('location')).toBe('/dossiers')
  expect((await testApp(db, world.mandates.caf).post('/dossiers/complets', { part: [partId] })).status).toBe(403)
})
