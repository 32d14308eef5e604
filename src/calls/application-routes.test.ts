import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aCall, begunDraft, completeDraft } from '#testing/draft.ts'
import { aPart, aWorld } from '#testing/world.ts'
import { findApplication, listApplications } from './application-store.ts'

dbTest('an association begins an application and lands on its first page', async ({ db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world)
  const app = testApp(db, world.mandates.porteur)
  expect(await (await app.get(`/demandes/nouvelle?appel=${call.code}`)).text()).toContain(`value="${call.id}" checked`)
  const form = { id: newId(), part: newId(), call: call.id, action: '' }
  for (const answer of [await app.post('/demandes', form), await app.post('/demandes', form)]) {
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/demandes/${form.id}/organisation`)
  }
  expect(await listApplications(db, world.mandates.porteur.scope, { callId: call.id })).toHaveLength(1)
})

dbTest('a second application in a call is begun only once the first draft was shown', async ({ db }) => {
  const draft = await completeDraft(db)
  const app = testApp(db, draft.by)
  const form = { id: newId(), part: newId(), call: draft.call.id, action: '' }
  const warned = await app.post('/demandes', form)
  expect(warned.status).toBe(422)
  const html = await warned.text()
  expect(html).toContain(`href="/demandes/${draft.id}"`)
  expect(html).toContain('name="anyway" value="oui"')
  expect((await app.post('/demandes', { ...form, anyway: 'oui' })).status).toBe(303)
})

dbTest('a call by Dauphin, an unknown call and a form without a choice are refused beside the field', async ({ db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world, { door: 'dauphin-first' })
  const app = testApp(db, world.mandates.porteur)
  const form = { id: newId(), part: newId(), action: '' }
  const dauphin = await app.post('/demandes', { ...form, call: call.id })
  expect(dauphin.status).toBe(422)
  expect(await dauphin.text()).toContain('Cet appel passe par Dauphin')
  expect((await app.post('/demandes', { ...form, call: newId() })).status).toBe(422)
  expect((await app.post('/demandes', form)).status).toBe(400)
})

dbTest('the list holds the drafts of the organisation, whoever began them, and no others', async ({ db }) => {
  const draft = await completeDraft(db)
  const theirs = await aPart(db, draft.world, { organisationId: draft.world.organisations.otherPorteur, title: 'Ludothèque mobile' })
  const html = await (await testApp(db, draft.by).get('/demandes')).text()
  expect(html).toContain('Demandes de l’organisation\u00A0: ')
  expect(html).toContain(`href="/demandes/${draft.id}"`)
  expect(html).toContain('Brouillon')
  expect(html).not.toContain(theirs.applicationId)
  expect(await (await testApp(db, draft.world.mandates.otherPorteur).get('/demandes')).text()).not.toContain(draft.id)
})

dbTest(
  'the page of a draft lists its pages; it is not there for another organisation, nor for an address that is no id',
  async ({ db }) => {
    const draft = await begunDraft(db)
    const path = `/demandes/${draft.id}`
    const html = await (await testApp(db, draft.by).get(path)).text()
    expect(html).toContain('Le budget de l’action')
    expect(html).toContain('Supprimer le brouillon')
    expect((await testApp(db, draft.world.mandates.otherPorteur).get(path)).status).toBe(404)
    expect((await testApp(db, draft.by).get(`/demandes/${newId()}`)).status).toBe(404)
    expect((await testApp(db, draft.by).get('/demandes/..%2Fappels')).status).toBe(404)
  },
)

dbTest('actions are added and retired from the page; a draft is deleted with one button', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const path = `/demandes/${draft.id}`
  const partId = newId()
  const added = await app.post(`${path}/actions`, { id: partId, action: '' })
  expect(added.headers.get('location')).toBe(`${path}/actions/${partId}/action`)
  expect(await (await app.get(path)).text()).toContain('Les actions de la demande')
  await app.post(`${path}/actions/${partId}/suppression`)
  expect((await findApplication(db, draft.by.scope, draft.id))?.parts).toHaveLength(1)
  const stranger = testApp(db, draft.world.mandates.otherPorteur)
  expect((await stranger.post(`${path}/suppression`)).status).toBe(404)
  expect((await app.post(`${path}/suppression`)).headers.get('location')).toBe('/demandes')
  expect(await findApplication(db, draft.by.scope, draft.id)).toBeUndefined()
})

dbTest('a visitor is led to sign in; an officer writes no application', async ({ db }) => {
  const draft = await begunDraft(db)
  expect((await testApp(db, undefined).get('/demandes')).status).not.toBe(200)
  expect((await testApp(db, draft.world.mandates.state).get('/demandes')).status).toBe(403)
})

dbTest('an action that is already in an application of the call is not offered again', async ({ db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world)
  const before = await aPart(db, world, { year: 2026 })
  const app = testApp(db, world.mandates.porteur)
  const start = async () => (await app.get(`/demandes/nouvelle?appel=${call.code}`)).text()
  expect(await start()).toContain(`value="${before.actionId}"`)
  const id = newId()
  await app.post('/demandes', { id, part: newId(), call: call.id, action: before.actionId })
  expect(await start()).not.toContain(before.actionId)
  const other = newId()
  await app.post('/demandes', { id: other, part: newId(), call: call.id, action: '', anyway: 'oui' })
  for (const draft of [id, other]) expect(await (await app.get(`/demandes/${draft}`)).text()).not.toContain(before.actionId)
})
