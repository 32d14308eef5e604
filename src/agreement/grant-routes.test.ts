import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aPart, aWorld } from '#testing/world.ts'

/** The budget of the test world. */
const BUDGET = { 'budget.601': '8 000', 'budget.756': '1 000' }

dbTest('an association sees each funder: what is notified, what is still waited for, and whose turn it is', async ({ db }) => {
  const world = await aWorld(db)
  const { partId } = await aPart(db, world, { dauphinNumber: 'DA00001' })
  const state = await anAward(db, world, { partId })
  const epci = await anAward(db, world, { partId, funder: 'epci', amount: euros(1234), notifiedOn: null })
  const { get } = testApp(db, world.mandates.porteur)
  const list = await (await get('/subventions')).text()
  expect(list).toContain('Confirmez, réduisez ou abandonnez')
  expect(list).toContain('Décision attendue')
  expect(list).not.toMatch(/1\s234/)
  expect(await (await get(`/subventions/${state.awardId}`)).text()).toContain('Votre réponse')
  expect((await get(`/subventions/${epci.awardId}`)).status).toBe(404)
  expect((await get(`/subventions/${epci.awardId}/courrier.pdf`)).status).toBe(404)
})

dbTest('a beneficiary reduces with its revised budget, and sees what it kept', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const { get, post } = testApp(db, world.mandates.porteur)
  const fields = { id: newId(), vue: '', choix: 'reduced', montant: '3 000', motif: 'Moins de séances', ...BUDGET }
  const unbalanced = await post(`/subventions/${awardId}/reponse`, fields)
  const page = await unbalanced.text()
  expect([unbalanced.status, /il manque 2\s000\s€ de produits/.test(page), page.includes('Moins de séances')]).toEqual([422, true, true])
  const counted = await post(`/subventions/${awardId}/reponse`, { ...fields, geste: 'calculer', 'budget.601': '6 000' })
  expect([counted.status, (await counted.text()).includes('value="6 000"')]).toEqual([200, true])
  const sent = await post(`/subventions/${awardId}/reponse`, { ...fields, 'budget.601': '6 000' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/subventions/${awardId}`])
  const after = await (await get(`/subventions/${awardId}`)).text()
  expect(after).toMatch(/3\s000\s€/)
  expect(after).toContain('5\u202f000\u00a0€ à l’origine')
  const late = await post(`/subventions/${awardId}/reponse`, { ...fields, id: newId(), 'budget.601': '6 000' })
  expect([late.status, (await late.text()).includes('vient de répondre')]).toEqual([422, true])
})

dbTest.for([
  ['no answer', { choix: '' }, 'Choisissez votre réponse'],
  ['a reduction without its amount', { choix: 'reduced', montant: '' }, 'Écrivez le montant que vous conservez'],
  ['a negative amount', { choix: 'reduced', montant: '-5' }, 'ne peut pas être négatif'],
  ['a line in words', { 'budget.601': 'beaucoup' }, 'Écrivez un nombre d’euros'],
  ['100,000 characters', { motif: 'a'.repeat(100_000) }, 'le maximum est'],
  ['a NUL byte', { motif: 'a\0b' }, 'caractère illisible'],
] as const)('an answer with %s comes back with its reason and nothing lost', async ([, change, said], { db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const fields = { id: newId(), vue: '', choix: 'confirmed', motif: 'Un motif gardé', ...BUDGET, ...change }
  const answer = await testApp(db, world.mandates.porteur).post(`/subventions/${awardId}/reponse`, fields)
  const page = await answer.text()
  expect([answer.status, page.includes(said), page.includes('value="1 000"')]).toEqual([400, true, true])
  if (!('motif' in change)) expect(page).toContain('Un motif gardé')
})

dbTest('the grant of another organisation is not there', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const other = testApp(db, world.mandates.otherPorteur)
  for (const path of [`/subventions/${awardId}`, `/subventions/${awardId}/courrier.pdf`]) expect((await other.get(path)).status).toBe(404)
  expect((await other.post(`/subventions/${awardId}/reponse`, { choix: 'given-up', motif: 'x' })).status).toBe(404)
  expect((await other.get('/subventions/..%2f')).status).toBe(404)
  expect((await testApp(db, world.mandates.state).get(`/subventions/${awardId}`)).status).toBe(403)
})
