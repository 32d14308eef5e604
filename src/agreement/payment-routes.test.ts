import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY } from '#testing/world.ts'

dbTest('FIN-09: an obligation then a payment, each with its limit said beside its field', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const { get, post } = testApp(db, world.mandates.state)
  expect(await (await get('/paiements')).text()).toContain('Jardin nourricier')
  const obligation = { id: newId(), numero: '2103456789', date: TODAY, montant: '5 000,01' }
  const beyond = await post(`/paiements/${awardId}/engagements`, obligation)
  const said = await beyond.text()
  expect([beyond.status, /il reste 5\s000\s€ à engager/.test(said), said.includes('value="2103456789"')]).toEqual([422, true, true])
  expect((await post(`/paiements/${awardId}/engagements`, { ...obligation, montant: '5 000' })).status).toBe(303)
  const payment = { id: newId(), engagement: obligation.id, 'paye-le': TODAY, paye: '5 000,01' }
  const over = await post(`/paiements/${awardId}/versements`, payment)
  expect([over.status, /il reste 5\s000\s€ à payer/.test(await over.text())]).toEqual([422, true])
  expect((await post(`/paiements/${awardId}/versements`, { ...payment, paye: '4 999,99' })).status).toBe(303)
  const page = await (await get(`/paiements/${awardId}`)).text()
  expect(page).toContain('2103456789')
  expect(page).toMatch(/4\s999,99/)
  expect(await (await get('/paiements?etape=to-pay')).text()).toContain('Jardin nourricier')
  expect(await (await get('/paiements?etape=closed')).text()).not.toContain('Jardin nourricier')
})

dbTest.for([
  [{ montant: '' }, 400, 'Écrivez le montant engagé'],
  [{ montant: '0' }, 422, 'supérieur à zéro'],
  [{ montant: 'mille' }, 400, 'Écrivez un nombre d’euros'],
  [{ numero: ' ' }, 400, 'Écrivez le numéro de l’engagement'],
  [{ numero: 'a\0b' }, 400, 'caractère illisible'],
  [{ date: '2027-01-15' }, 422, 'dans le futur'],
  [{ date: '2027-01-13' }, 422, 'précéder la signature'],
  [{ date: '31/02/2027' }, 400, 'date du calendrier'],
] as const)('an obligation typed as %j is answered %d, beside its field', async ([change, status, said], { db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const fields = { id: newId(), numero: 'EJ-1', date: TODAY, montant: '100', ...change }
  const answer = await testApp(db, world.mandates.state).post(`/paiements/${awardId}/engagements`, fields)
  expect([answer.status, (await answer.text()).includes(said)]).toEqual([status, true])
})

dbTest('what cannot be read and what goes beyond its limit are said in one answer; recording is final and says so', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const { get, post } = testApp(db, world.mandates.state)
  const both = await post(`/paiements/${awardId}/engagements`, { id: newId(), numero: '', date: TODAY, montant: '5 000,01' })
  const said = await both.text()
  expect(both.status).toBe(400)
  for (const expected of ['Écrivez le numéro de l’engagement', 'On n’engage jamais plus']) expect(said).toContain(expected)
  const obligation = { id: newId(), numero: 'EJ-1', date: TODAY, montant: '5 000' }
  await post(`/paiements/${awardId}/engagements`, obligation)
  const transfer = { id: newId(), engagement: obligation.id, 'paye-le': '', paye: '6 000' }
  const late = await (await post(`/paiements/${awardId}/versements`, transfer)).text()
  for (const expected of ['Écrivez la date du paiement', 'On ne paie jamais plus']) expect(late).toContain(expected)
  expect(await (await get(`/paiements/${awardId}`)).text()).toContain('Un paiement enregistré est définitif')
})

dbTest('the others read payments but record nothing; a stranger sees nothing', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world)
  const epci = testApp(db, world.mandates.epci)
  const page = await epci.get(`/paiements/${awardId}`)
  expect([page.status, (await page.text()).includes('Enregistrer un engagement')]).toEqual([200, false])
  expect((await epci.post(`/paiements/${awardId}/engagements`, {})).status).toBe(404)
  expect((await testApp(db, world.mandates.caf).get(`/paiements/${awardId}`)).status).toBe(404)
  expect((await testApp(db, world.mandates.lead).get('/paiements')).status).toBe(200)
  expect((await testApp(db, world.mandates.lead).post(`/paiements/${awardId}/engagements`, {})).status).toBe(403)
  expect((await testApp(db, world.mandates.porteur).get('/paiements')).status).toBe(403)
  expect((await testApp(db, world.mandates.lead).get('/paiements/derogations')).status).toBe(200)
})
