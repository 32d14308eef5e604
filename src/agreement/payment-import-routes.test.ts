import { expect } from 'vitest'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, fictitiousSiret, TODAY, type World } from '#testing/world.ts'
import { recordObligation } from './payment-acts.ts'

const SIRET = fictitiousSiret(11)
const csv = (...lines: string[]) =>
  new File([['N° EJ;N° DP;Montant;Date de paiement;SIRET;Tiers', ...lines].join('\n')], 'chorus.csv', { type: 'text/csv' })

async function bound(db: Db, world: World): Promise<{ awardId: string; obligationId: string }> {
  const { awardId } = await anAward(db, world)
  const id = newId()
  await recordObligation(db, world.mandates.state, { id, awardId, number: '2103410207', amount: euros(5_000), on: TODAY }, TODAY)
  return { awardId, obligationId: id }
}

dbTest('FIN-09: an accountant previews a file, imports it, and treats each line that waits', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId, obligationId } = await bound(db, world)
  const { get, post } = testApp(db, world.mandates.state)
  const fichier = csv(
    `2103410207;DP1;1 000;14/01/2027;${SIRET};`,
    '2103410270;DP2;500;14/01/2027;;Graine de corons',
    '77;DP3;9;14/01/2027;;Autre',
  )
  const sent = await post('/paiements/imports', { id: newId(), fichier })
  const preview = sent.headers.get('location') ?? ''
  expect([sent.status, preview]).toEqual([303, expect.stringMatching(/^\/paiements\/imports\/[0-9a-f-]+$/)])
  const shown = await (await get(preview)).text()
  expect(shown).toContain('Aucun de vos engagements ne porte ce numéro.')
  expect(shown).toContain('Enregistrer un paiement')
  expect(await (await get(`/paiements/${awardId}`)).text()).toContain('Rien n’est payé')
  for (const _ of [1, 2]) expect((await post(preview)).status).toBe(303)
  expect(await (await get(`/paiements/${awardId}`)).text()).toMatch(/1\s000/)
  const list = await (await get('/paiements/imports')).text()
  const [first = '', second = ''] = [...list.matchAll(/\/paiements\/lignes\/[0-9a-f-]{36}/g)].map(([path]) => path)
  const page = await (await get(first)).text()
  for (const words of ['numéro d’engagement proche', 'nom proche']) expect(page).toContain(words)
  expect((await post(`${first}/rapprochement`, { engagement: 'rien' })).status).toBe(400)
  expect((await post(`${first}/rapprochement`, { engagement: `${awardId}/${obligationId}` })).status).toBe(303)
  expect((await post(`${first}/rapprochement`, { engagement: `${newId()}/${newId()}` })).status).toBe(303)
  expect((await post(`${first}/mise-a-l-ecart`, { motif: 'Non' })).status).toBe(422)
  expect((await post(`${second}/mise-a-l-ecart`, { motif: ' ' })).status).toBe(400)
  expect((await post(`${second}/rapprochement`, { engagement: `${newId()}/${newId()}` })).status).toBe(404)
  expect((await post(`${second}/mise-a-l-ecart`, { motif: 'Autre dispositif' })).status).toBe(303)
  expect(await (await get('/paiements/imports')).text()).toContain('Rien à traiter')
})

dbTest('a file that cannot be read is refused beside its field; the file and the lines of another are not there', async ({ db }) => {
  const world = await aWorld(db)
  const { get, post } = testApp(db, world.mandates.state)
  const wrong = await post('/paiements/imports', { id: newId(), fichier: new File(['a;b\n1;2'], 'x.csv') })
  expect([wrong.status, (await wrong.text()).includes('Il manque les colonnes')]).toEqual([400, true])
  expect((await post('/paiements/imports', { id: newId() })).status).toBe(400)
  const sent = await post('/paiements/imports', { id: newId(), fichier: csv('77;DP3;9;14/01/2027;;Autre') })
  const preview = sent.headers.get('location') ?? ''
  await post(preview)
  const line = /\/paiements\/lignes\/[0-9a-f-]{36}/.exec(await (await get('/paiements/imports')).text())?.[0] ?? ''
  const caf = testApp(db, world.mandates.caf)
  for (const path of [preview, line, '/paiements/imports/x', '/paiements/lignes/x']) expect((await caf.get(path)).status).toBe(404)
  expect((await caf.post(`${line}/mise-a-l-ecart`, { motif: 'Non' })).status).toBe(404)
  expect((await caf.post(preview)).status).toBe(404)
  for (const as of [world.mandates.lead, world.mandates.porteur]) expect((await testApp(db, as).get('/paiements/imports')).status).toBe(403)
})
