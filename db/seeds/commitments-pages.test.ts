import { expect } from 'vitest'
import { z } from 'zod'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { loadReference } from './reference.ts'
import { loadMeasures } from './reference-commitments.ts'

const Items = z.object({
  items: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      programme: z.string(),
      level: z.string().nullable(),
      reading: z.string(),
      indicators: z.array(z.object({ code: z.string() })),
    }),
  ),
})

dbTest('ENG-01: commitments are read with their sources, by contract and partner, and what nothing measures is listed', async ({ db }) => {
  await loadReference(db)
  const { get } = testApp(db, undefined)
  const all = await (await get('/engagements?contrat=tous')).text()
  expect(all).toContain('<dd>328</dd>')
  const lens = await (await get('/engagements')).text()
  expect(lens).toContain('<dd>118</dd>')
  const valenciennes = await (await get('/engagements?contrat=valenciennes-2015-2022&partenaire=CAF+du+Nord')).text()
  expect(valenciennes).toContain('<dd>12</dd>')
  expect(valenciennes).toContain('juillet 2019, lignes')
  expect(await (await get('/engagements?contrat=tous&mesurable=non')).text()).toContain('<dd>255</dd>')
  expect(await (await get('/engagements?contrat=hors-contrat&nature=inconnue')).text()).toContain('non dite')
  expect(await (await get('/engagements?contrat=inconnu')).text()).toContain('Aucun engagement')
  const one = await (await get('/engagements/CAVM-REG-01')).text()
  for (const said of ['Déclaré\u00A0: 148\u202F275\u00A0€ (par an)', 'Mesurable', 'Région Hauts-de-France']) expect(one).toContain(said)
  expect((await get('/engagements/INCONNU-1')).status).toBe(404)
})

dbTest('XCU-03: a figure lost in the document is said illegible, stays empty, and enters no sum', async ({ db }) => {
  await loadReference(db)
  const { get } = testApp(db, undefined)
  const page = await (await get('/engagements/montants')).text()
  expect(page.match(/illisible dans le document/g)?.length).toBe(6)
  expect(page).toContain('2,16 millions est probable, sans certitude')
  const { empty } = await db.one(z.object({ empty: z.number() }))`
    select count(*) as empty from stated_figure where reading <> 'read' and amount_cents is null`
  expect(empty).toBe(7)
  const typed = db.transaction((tx) => tx.run`update stated_figure set amount_cents = 21600000000 where code = 'pre62-2017'`)
  await expect(typed).rejects.toThrow('check')
})

dbTest('NAT-01: the register holds 40 measures numbered 1 to 40, in the API as in the page', async ({ db }) => {
  await loadReference(db)
  const { get } = testApp(db, undefined)
  const { items } = Items.parse(await (await get('/api/v1/measures')).json())
  expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  expect(new Set(items.map(({ programme }) => programme)).size).toBe(3)
  expect(items[8]).toMatchObject({ number: 9, level: 'En cours de lancement', reading: 'inferred' })
  expect(items[6]).toMatchObject({ number: 7, level: null, reading: 'illegible' })
  expect(items[0]?.indicators).toHaveLength(4)
  expect(await (await get('/api/openapi.json')).text()).toContain('/api/v1/measures')
})

dbTest('NAT-02: shares are computed among the measures whose level is known, the damaged total line is not loaded', async ({ db }) => {
  await loadReference(db)
  const { get } = testApp(db, undefined)
  const page = await (await get('/mesures')).text()
  for (const said of ['44,8\u00A0%', '51,7\u00A0%', '3,4\u00A0%', '11 mesures dont le niveau est illisible']) expect(page).toContain(said)
  expect(await (await get('/mesures?niveau=finishing')).text()).toContain('Les mesures choisies (1)')
  expect(await (await get('/mesures?niveau=illisible')).text()).toContain('Les mesures choisies (11)')
  const one = await (await get('/mesures/34')).text()
  for (const said of ['En voie de finalisation, à confirmer', 'Aucun indicateur lisible']) expect(one).toContain(said)
  expect(await (await get('/mesures/12')).text()).toContain('Désenclavement, permis de conduire')
  for (const path of ['/mesures/41', '/mesures/0', '/mesures/un']) expect((await get(path)).status).toBe(404)
})

dbTest('NAT-02: a level is recorded by the lead or the State, forward or with a reason; its history stays', async ({ db }) => {
  const world = await aWorld(db)
  await db.transaction((tx) => loadMeasures(tx))
  const { get, post } = testApp(db, world.mandates.lead)
  const given = { id: newId(), level: 'finishing', knownOn: TODAY, source: 'Instruction', reason: '' }
  expect((await post('/mesures/1/niveaux', { ...given, level: '' })).status).toBe(400)
  expect((await post('/mesures/1/niveaux', given)).status).toBe(303)
  expect((await post('/mesures/1/niveaux', given)).status).toBe(303)
  const back = { ...given, id: newId(), level: 'launching' }
  const refused = await post('/mesures/1/niveaux', back)
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('pour le corriger, dites pourquoi')])
  expect((await post('/mesures/1/niveaux', { ...back, reason: 'Erreur de lecture' })).status).toBe(303)
  const page = await (await get('/mesures/1')).text()
  for (const said of ['En cours de déploiement', 'En voie de finalisation', 'Erreur de lecture']) expect(page).toContain(said)
  expect((await testApp(db, world.mandates.caf).post('/mesures/1/niveaux', given)).status).toBe(403)
  expect((await testApp(db, undefined).get('/mesures/1')).status).toBe(200)
})
