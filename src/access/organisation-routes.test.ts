import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aWorld, fictitiousSiret, TODAY } from '#testing/world.ts'
import { listClaimsOf } from './mandate-claim-store.ts'

const IBAN = 'FR7630006000011234567890189'
const IDENTITY = { nom: 'Graines de Coron', siret: fictitiousSiret(11), forme: 'association' }

dbTest('a porteur reads and corrects its organisation', async ({ db }) => {
  const { mandates } = await aWorld(db)
  const { get, post } = testApp(db, mandates.porteur)
  expect(await (await get('/mon-organisation')).text()).toContain('value="Graines de Coron"')
  const answer = await post('/mon-organisation', { ...IDENTITY, nom: 'Graines & Corons', commune: '62510' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mon-organisation'])
  expect(await (await get('/mon-organisation')).text()).toContain('value="Graines &amp; Corons"')
})

dbTest.for([
  ['a SIRET of three digits', { siret: '123' }, 422, 'Ce n’est pas un SIRET'],
  ['no name', { nom: '' }, 400, 'Écrivez le nom de votre organisme'],
  ['a form of no list', { forme: 'secte' }, 400, 'Choisissez la forme juridique'],
  ['a commune of no list', { commune: '75056' }, 400, 'Choisissez une commune de la liste'],
  ['a NUL byte', { adresse: 'a\0b' }, 400, 'caractère illisible'],
  ['100,000 characters', { nom: 'a'.repeat(100_000) }, 400, 'le maximum est 200'],
] as const)('an organisation that types %s has its form back with the reason', async ([, change, status, said], { db }) => {
  const { mandates } = await aWorld(db)
  const answer = await testApp(db, mandates.porteur).post('/mon-organisation', { ...IDENTITY, adresse: '9 rue gardée', ...change })
  expect(answer.status).toBe(status)
  const page = await answer.text()
  expect(page).toContain(said)
  if (!('adresse' in change)) expect(page).toContain('9 rue gardée')
})

dbTest('a bank account is never shown whole once it is recorded', async ({ db }) => {
  const { mandates } = await aWorld(db)
  const { get, post } = testApp(db, mandates.porteur)
  const answer = await post('/mon-organisation/rib', { id: newId(), iban: IBAN, titulaire: 'Graines de Coron' })
  expect(answer.status).toBe(303)
  const page = await (await get('/mon-organisation')).text()
  expect(page).toContain('FR76 •••• •••• 189')
  expect(page).not.toContain(IBAN)
  const refused = await post('/mon-organisation/rib', { id: newId(), iban: 'FR76 0000', titulaire: 'Graines de Coron' })
  expect([refused.status, (await refused.text()).includes('Ce n’est pas un IBAN')]).toEqual([422, true])
})

dbTest('only a porteur has an organisation page, and only a project lead decides claims (XCU-01)', async ({ db }) => {
  const { mandates } = await aWorld(db)
  expect((await testApp(db, mandates.lead).get('/mon-organisation')).status).toBe(403)
  expect((await testApp(db, mandates.caf).post('/mon-organisation/rib', { id: newId(), iban: IBAN, titulaire: 'x' })).status).toBe(403)
  for (const other of [mandates.porteur, mandates.state, mandates.region]) {
    expect((await testApp(db, other).get('/mandats/demandes')).status).toBe(403)
    expect((await testApp(db, other).post(`/mandats/demandes/${newId()}/decision`, { decision: 'accepter' })).status).toBe(403)
  }
  expect((await testApp(db, undefined).get('/mandats/demande')).status).not.toBe(200)
})

dbTest('a claim goes from the newcomer to the project lead and back', async ({ db }) => {
  const { mandates } = await aWorld(db)
  const asking = testApp(db, mandates.otherPorteur)
  const fields = { id: newId(), siret: fictitiousSiret(77), nom: 'La Roue des Terrils', forme: 'association' }
  expect((await asking.post('/mandats/demande', { ...fields, siret: '00000000000001' })).status).toBe(422)
  expect((await asking.post('/mandats/demande', fields)).status).toBe(303)
  expect((await asking.post('/mandats/demande', fields)).status).toBe(303)
  const [claim] = await listClaimsOf(db, mandates.otherPorteur.personId)
  const lead = testApp(db, mandates.lead, TODAY)
  expect(await (await lead.get('/mandats/demandes')).text()).toContain('La Roue des Terrils')
  const decision = `/mandats/demandes/${claim?.id}/decision`
  const noReason = await lead.post(decision, { decision: 'refuser', motif: ' ' })
  expect([noReason.status, (await noReason.text()).includes('Écrivez le motif du refus')]).toEqual([422, true])
  expect((await lead.post(decision, {})).status).toBe(400)
  expect((await lead.post(decision, { decision: 'refuser', motif: 'Inconnue.' })).status).toBe(303)
  expect((await lead.post(decision, { decision: 'accepter' })).status).toBe(303)
  expect(await listClaimsOf(db, mandates.otherPorteur.personId)).toMatchObject([{ accepted: false, reason: 'Inconnue.' }])
  expect(await (await asking.get('/mandats/demande')).text()).toContain('Inconnue.')
  expect((await lead.post('/mandats/demandes/..%2f/decision', { decision: 'accepter' })).status).toBe(404)
  expect((await lead.post(`/mandats/demandes/${newId()}/decision`, { decision: 'accepter' })).status).toBe(404)
})
