import { beforeEach, expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aLine } from '#testing/means.ts'
import { aWorld, TODAY } from '#testing/world.ts'

beforeEach(() => expect.hasAssertions())

const FORM = {
  name: 'Ateliers de français',
  kind: 'money',
  brings: 'Les heures des formateurs.',
  validFrom: '2026-01-01',
  source: 'Délibération',
}

dbTest('ENG-13: anybody reads the catalogue and narrows it by theme and words; any address is a page', async ({ db }) => {
  const world = await aWorld(db)
  await aLine(db, world, { name: 'Parentalité', themeCode: '1.5' })
  const { get } = testApp(db, undefined)
  expect(await (await get('/droit-commun?theme=1.5&q=parentalite')).text()).toContain('Parentalité')
  expect(await (await get('/droit-commun?theme=2.1')).text()).toContain('Aucune ligne ne répond')
  for (const address of ['?theme=x&nature=y', '?q=%00', `?q=${'a'.repeat(3_000)}`, '?terminees=oui']) {
    expect((await get(`/droit-commun${address}`)).status).toBe(200)
  }
})

dbTest('a partner writes its line and ends it; faults come back beside their fields with what was typed', async ({ db }) => {
  const world = await aWorld(db)
  const caf = testApp(db, world.mandates.caf)
  const owner = world.organisations.caf
  const back = await caf.post('/droit-commun', { ...FORM, id: newId(), owner, brings: '', link: 'javascript:alert(1)' })
  expect(back.status).toBe(422)
  const page = await back.text()
  expect(page).toContain('Écrivez ce que la ligne finance')
  expect(page).toContain('Écrivez une adresse qui commence par https://')
  expect(page).toContain('Ateliers de français')
  const id = newId()
  expect((await caf.post('/droit-commun', { ...FORM, id, owner })).status).toBe(303)
  expect((await caf.post('/droit-commun', { ...FORM, id: newId(), owner: world.organisations.region })).status).toBe(422)
  expect((await caf.post(`/droit-commun/lignes/${id}/fin`, { [`fin-${id}`]: 'demain' })).status).toBe(422)
  expect((await caf.post(`/droit-commun/lignes/${id}/fin`, { [`fin-${id}`]: TODAY })).status).toBe(303)
  expect((await caf.post(`/droit-commun/lignes/${newId()}/fin`, {})).status).toBe(422)
})

dbTest('neither an applicant nor the public writes in the catalogue', async ({ db }) => {
  const world = await aWorld(db)
  expect((await testApp(db, world.mandates.porteur).get('/droit-commun/nouvelle-ligne')).status).toBe(403)
  expect((await testApp(db, undefined).post('/droit-commun', FORM)).status).toBe(303)
  expect((await testApp(db, world.mandates.lead).get('/droit-commun/nouvelle-ligne')).status).toBe(200)
})
