import { expect } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aWorld } from '#testing/world.ts'

const FIELDS = {
  revision: '0',
  realisations: 'Vingt ateliers',
  indicateur: '28 jardiniers',
  'realise.601': '8 000',
  'realise.756': '1 000',
  'public.26-59.femmes': '18',
  geste: 'enregistrer',
}
const CERTIFIED = { 'certifie-par': 'La présidente', certifie: 'oui', geste: 'deposer' }

dbTest('PRJ-10: a draft is saved, completed, handed in, then read by the funders with what may be claimed back', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const path = `/subventions/bilans/${award.actionId}/2027/final`
  const { get, post } = testApp(db, world.mandates.porteur, day('2028-07-05'))
  expect(await (await get(path)).text()).toContain('Déposer le bilan')
  expect((await post(path, { ...FIELDS, id: newId() })).status).toBe(303)
  expect(await (await get(path)).text()).toContain('Vingt ateliers')
  const lacking = await post(path, { ...FIELDS, id: newId(), revision: '1', 'realise.601': '4 000', ...CERTIFIED, 'certifie-par': '' })
  const page = await lacking.text()
  expect([lacking.status, page.includes('expliquez pourquoi'), page.includes('Écrivez le nom de la personne')]).toEqual([422, true, true])
  expect(page).not.toContain('entre-temps')
  const sent = { ...FIELDS, id: newId(), revision: '2', 'realise.601': '4 000', difficultes: 'Moitié moins de fournitures', ...CERTIFIED }
  expect((await post(path, sent)).status).toBe(303)
  expect(await (await get(path)).text()).toContain('il ne change plus')
  const state = testApp(db, world.mandates.state, day('2028-07-05'))
  expect(await (await state.get('/bilans?etat=deposited')).text()).toContain('Jardin nourricier')
  const { id } = await db.one(z.object({ id: z.string() }))`select id from report`
  const read = await (await state.get(`/bilans/${id}`)).text()
  expect(read).toContain('en retard')
  expect(read).toContain('À expliquer')
  expect(read).toMatch(/Dû au prorata[\s\S]*2\s500/)
})

dbTest('two people on one account: both texts are on the page, and the next save chooses', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const path = `/subventions/bilans/${award.actionId}/2027/intermediaire`
  const { post } = testApp(db, world.mandates.porteur)
  await post(path, { ...FIELDS, id: newId(), realisations: 'Le texte de l’une' })
  const second = await post(path, { ...FIELDS, id: newId(), realisations: 'Le texte de l’autre' })
  const page = await second.text()
  expect(second.status).toBe(409)
  expect([page.includes('Le texte de l’une'), page.includes('Le texte de l’autre')]).toEqual([true, true])
  expect(page).toContain('name="revision" value="1"')
  expect((await post(path, { ...FIELDS, id: newId(), revision: '1', realisations: 'Les deux' })).status).toBe(303)
})

dbTest.for([
  ['an amount in words', { 'realise.601': 'mille' }, 'Écrivez un nombre d’euros'],
  ['a negative number of people', { 'public.26-59.femmes': '-4' }, 'nombre entier de personnes'],
  ['100,000 characters', { realisations: 'a'.repeat(100_000) }, 'le maximum est'],
  ['a NUL byte', { indicateur: 'a\0b' }, 'caractère illisible'],
] as const)('an account with %s comes back with its reason and all that was typed', async ([, change, said], { db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const fields = { ...FIELDS, id: newId(), difficultes: 'Un texte gardé', ...change }
  const answer = await testApp(db, world.mandates.porteur).post(`/subventions/bilans/${award.actionId}/2027/final`, fields)
  const page = await answer.text()
  expect([
    answer.status,
    page.includes(said),
    page.includes('Un texte gardé'),
    page.includes(Object.values(change)[0]?.slice(0, 1) ?? ''),
  ]).toEqual([400, true, true, true])
})

dbTest('a late account shows by how many days; a draft and another organisation’s account are not there', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const path = `/subventions/bilans/${award.actionId}/2027/final`
  await testApp(db, world.mandates.porteur).post(path, { ...FIELDS, id: newId() })
  const { id } = await db.one(z.object({ id: z.string() }))`select id from report`
  const late = testApp(db, world.mandates.lead, day('2028-07-10'))
  const list = await (await late.get('/bilans?etat=late')).text()
  expect(list).toContain('En retard de 10 jours')
  expect((await late.get(`/bilans/${id}`)).status).toBe(404)
  expect((await late.get('/bilans/..%2f')).status).toBe(404)
  expect((await testApp(db, world.mandates.otherPorteur).get(path)).status).toBe(404)
  expect((await testApp(db, world.mandates.otherPorteur).post(path, { ...FIELDS, id: newId() })).status).toBe(404)
  expect((await testApp(db, world.mandates.porteur).get(path.replace('final', 'annuel'))).status).toBe(404)
  expect((await testApp(db, world.mandates.porteur).get('/bilans')).status).toBe(403)
  expect(await (await testApp(db, world.mandates.caf).get('/bilans')).text()).not.toContain('Jardin nourricier')
})
