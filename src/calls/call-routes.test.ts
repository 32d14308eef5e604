import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aCall } from '#testing/draft.ts'
import { aWorld } from '#testing/world.ts'
import { findCall, listFramings } from './call-store.ts'

const FORM = {
  title: 'Appel d’essai 2027',
  code: 'essai-2027',
  year: '2027',
  door: 'pilotis-first',
  opensOn: '02/11/2026',
  closesOn: '2027-01-31',
  framing: 'Priorités.\r\n\r\nRègles.',
}

dbTest('a project lead creates a call once, however many times the form is sent; others may not', async ({ db }) => {
  const world = await aWorld(db)
  const app = testApp(db, world.mandates.lead)
  const form = { ...FORM, id: newId() }
  expect((await app.post('/appels', form)).status).toBe(303)
  expect((await app.post('/appels', form)).status).toBe(303)
  expect(await findCall(db, 'essai-2027')).toMatchObject({ id: form.id, opensOn: '2026-11-02', framingVersion: 1 })
  for (const key of ['state', 'caf', 'porteur'] as const) {
    expect((await testApp(db, world.mandates[key]).post('/appels', form)).status).toBe(403)
  }
})

dbTest.for([
  { wish: { code: 'Essai 2027' }, status: 400, said: 'Écrivez un code en minuscules' },
  { wish: { code: 'aap-2027' }, status: 422, said: 'Un autre appel porte déjà ce code' },
  { wish: { closesOn: '01/11/2026' }, status: 422, said: 'La clôture vient avant l’ouverture' },
  { wish: { year: '27' }, status: 400, said: 'Écrivez une année' },
  { wish: { framing: ' ' }, status: 400, said: 'Écrivez la note de cadrage' },
  { wish: { door: 'ailleurs' }, status: 400, said: 'Dites par où arrivent les demandes' },
  { wish: { opensOn: '30/02/2027' }, status: 400, said: 'Écrivez une date du calendrier' },
])('a call with $wish is refused with « $said », and nothing typed is lost', async ({ wish, status, said }, { db }) => {
  const world = await aWorld(db)
  const answer = await testApp(db, world.mandates.lead).post('/appels', { ...FORM, ...wish, id: newId() })
  expect(answer.status).toBe(status)
  const html = await answer.text()
  expect(html).toContain(said)
  expect(html).toContain('Appel d’essai 2027')
})

dbTest('a changed framing note is a new version; the same text is not (PRJ-02)', async ({ db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world)
  const app = testApp(db, world.mandates.lead)
  expect(await (await app.get(`/appels/${call.code}/modification`)).text()).toContain('Note de cadrage.')
  await app.post(`/appels/${call.code}`, { ...FORM, id: call.id, framing: 'Note de cadrage.' })
  await app.post(`/appels/${call.code}`, { ...FORM, id: call.id, framing: 'Note corrigée.' })
  expect((await listFramings(db, call.id)).map(({ version, body }) => [version, body])).toEqual([
    [2, 'Note corrigée.'],
    [1, 'Note de cadrage.'],
  ])
  expect(await findCall(db, call.code)).toMatchObject({ title: 'Appel d’essai 2027', code: call.code })
})

dbTest('officers read the list of calls with the number of files received', async ({ db }) => {
  const world = await aWorld(db)
  const html = await (await testApp(db, world.mandates.state).get('/appels')).text()
  expect(html).toContain('Appel à projets 2027')
  expect(html).not.toContain('Préparer un appel')
  expect(await (await testApp(db, world.mandates.lead).get('/appels')).text()).toContain('Préparer un appel')
  expect((await testApp(db, world.mandates.porteur).get('/appels')).status).toBe(403)
  expect((await testApp(db, world.mandates.lead).get('/appels/inconnu/modification')).status).toBe(404)
})

dbTest.for([
  { door: 'pilotis-first', said: 'une seule fois pour tous les financeurs', button: true },
  { door: 'dauphin-first', said: 'portail Dauphin de l’État', button: false },
] as const)('the public page of a $door call says how to apply', async ({ door, said, button }, { db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world, { door, framing: 'Premier point.\n\nSecond point.' })
  const visitor = testApp(db, undefined)
  const html = await (await visitor.get(`/appels-a-projets/${call.code}`)).text()
  expect(html).toContain(said)
  expect(html).toContain('<p>Second point.</p>')
  expect(html).toContain('il reste 17 jours')
  expect(html.includes('Commencer une demande')).toBe(button)
  expect(await (await visitor.get('/appels-a-projets')).text()).toContain(`href="/appels-a-projets/${call.code}"`)
  expect((await visitor.get('/appels-a-projets/inconnu')).status).toBe(404)
})
