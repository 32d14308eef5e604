import { expect } from 'vitest'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY, type World } from '#testing/world.ts'
import { recordObligation, recordPayment } from './payment-acts.ts'

async function paid(db: Db, world: World) {
  const { awardId } = await anAward(db, world)
  const ids = { obligationId: newId(), paymentId: newId() }
  const by = world.mandates.state
  await recordObligation(db, by, { id: ids.obligationId, awardId, number: 'EJ-1', amount: euros(5_000), on: TODAY }, TODAY)
  const payment = { id: ids.paymentId, awardId, obligationId: ids.obligationId, amount: euros(2_000), on: TODAY, overrideReason: '' }
  await recordPayment(db, by, payment, TODAY)
  return { awardId, ...ids }
}

dbTest('FIN-09: an error typed is undone on the page of the award, each refusal beside its field', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId, obligationId, paymentId } = await paid(db, world)
  const { get, post } = testApp(db, world.mandates.state)
  const at = (what: string, fields: Record<string, string>) => post(`/paiements/${awardId}/${what}`, { id: newId(), ...fields })
  const take = { engagement: obligationId, 'retrait-montant': '3 000,01', 'retrait-date': TODAY, 'retrait-motif': 'Erreur' }
  const beyond = await at('retraits', take)
  expect([beyond.status, /il reste 3\s000\s€ à retirer/.test(await beyond.text())]).toEqual([422, true])
  expect((await at('retraits', { ...take, 'retrait-montant': 'x' })).status).toBe(400)
  expect((await at('retraits', { ...take, 'retrait-montant': '3 000' })).status).toBe(303)
  const ask = { 'reversement-numero': 'T1', 'reversement-montant': '2 500', 'reversement-date': TODAY, 'reversement-motif': 'Non réalisée' }
  expect((await at('reversements', ask)).status).toBe(422)
  const asked = newId()
  expect((await at('reversements', { ...ask, id: asked, 'reversement-montant': '500' })).status).toBe(303)
  expect((await at('reversements-recus', { titre: asked, 'recu-montant': '501', 'recu-date': TODAY })).status).toBe(422)
  expect((await at('reversements-recus', { titre: asked, 'recu-montant': '500', 'recu-date': TODAY })).status).toBe(303)
  const undo = { annule: paymentId, 'annulation-date': TODAY, 'annulation-motif': 'Tapé deux fois' }
  expect((await at('annulations', undo)).status).toBe(422) // a recovery stands on it
  const page = await (await get(`/paiements/${awardId}`)).text()
  for (const words of ['Engagement retiré', 'Reversements', 'Titre de reversement']) expect(page).toContain(words)
})

dbTest('a payment undone leaves its trace; forged ids are not there; another funder undoes nothing', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId, paymentId } = await paid(db, world)
  const { get, post } = testApp(db, world.mandates.state)
  const undo = { id: newId(), annule: paymentId, 'annulation-date': TODAY, 'annulation-motif': 'Tapé deux fois' }
  expect((await post(`/paiements/${awardId}/annulations`, { ...undo, annule: newId() })).status).toBe(404)
  expect((await testApp(db, world.mandates.epci).post(`/paiements/${awardId}/annulations`, undo)).status).toBe(404)
  expect((await testApp(db, world.mandates.lead).post(`/paiements/${awardId}/annulations`, undo)).status).toBe(403)
  expect((await post(`/paiements/${awardId}/annulations`, { ...undo, 'annulation-motif': '' })).status).toBe(400)
  expect((await post(`/paiements/${awardId}/annulations`, undo)).status).toBe(303)
  const page = await (await get(`/paiements/${awardId}`)).text()
  for (const words of ['Paiement annulé', 'Tapé deux fois', 'Rien n’est payé']) expect(page).toContain(words)
})
