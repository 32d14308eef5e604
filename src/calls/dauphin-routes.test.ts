import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, type World } from '#testing/world.ts'

const SAMPLE = readFileSync(new URL('../../db/seeds/samples/dauphin-2027.csv', import.meta.url), 'utf8')
const PATH = '/appels/aap-2027/import-dauphin'

const csv = (content: string | Uint8Array<ArrayBuffer>, name = 'export.csv'): File => new File([content], name)

async function dauphinFirst(db: Db): Promise<World> {
  const world = await aWorld(db)
  await db.run`update call set door = 'dauphin-first' where id = ${world.callId}`
  await db.run`with made as (
      insert into qpv (id, code, name, generation, epci_siren, fictitious, valid_from)
      select gen_random_uuid(), 'QN0629' || n || 'Z', 'Quartier ' || n, 2024, '246200364', true, '2024-01-01' from generate_series(0, 9) n returning id)
    insert into contract_qpv (contract_id, qpv_id) select ${world.contractId}, id from made`
  await db.run`insert into qpv_commune (qpv_id, commune_code) select id, '62498' from qpv where code like 'QN0629%'`
  await db.run`insert into theme (code, label, parent_code) select code, 'Thème ' || code, '1' from unnest(array['1.1', '1.2', '1.3', '1.5b', '3.1']) code`
  return world
}

async function countOf(db: Db): Promise<number> {
  const { count } = await db.one(z.object({ count: z.number() }))`select count(*) from application`
  return count
}

dbTest('an export is shown before it is imported, its file waits between the two, and the import says what it did', async ({ db }) => {
  const world = await dauphinFirst(db)
  const app = testApp(db, world.mandates.lead)
  const sent = await app.post(PATH, { id: newId(), fichier: csv(SAMPLE) })
  expect(sent.status).toBe(303)
  const preview = sent.headers.get('location') ?? ''
  const html = await (await app.get(preview)).text()
  for (const text of ['Ce SIRET a été arrondi par un tableur', '2,13502E+13', 'Ateliers sociolinguistiques', 'Pôle instructeur']) {
    expect(html).toContain(text)
  }
  expect(await countOf(db)).toBe(0)
  const done = await app.post(preview)
  expect(done.headers.get('location')).toBe(PATH)
  expect(await countOf(db)).toBeGreaterThan(5)
  expect(await (await app.get(PATH)).text()).toContain('export.csv')
  expect(await (await app.get(preview)).text()).not.toContain('id="nouvelles"')
})

dbTest('a conflict is shown with a box to take the portal’s value', async ({ db }) => {
  const world = await dauphinFirst(db)
  const app = testApp(db, world.mandates.lead)
  const preview = async (text: string): Promise<string> => {
    const sent = await app.post(PATH, { id: newId(), fichier: csv(text) })
    return sent.headers.get('location') ?? ''
  }
  await app.post(await preview(SAMPLE))
  await db.run`update action_part set title = 'Café corrigé ici' where title = 'Café des parents'`
  const path = await preview(SAMPLE.replaceAll('Café des parents', 'Café des familles'))
  const html = await (await app.get(path)).text()
  for (const text of ['Café corrigé ici', 'Café des familles', 'Café des parents']) expect(html).toContain(text)
  const [, key = ''] = /value="([^"]*\|title)"/.exec(html) ?? []
  expect(html).toMatch(/name="portail"/)
  await app.post(path, { portail: [key] })
  const rows = await db.rows(z.object({ title: z.string() }))`select title from action_part where title like 'Café%'`
  expect(rows).toEqual([{ title: 'Café des familles' }])
})

dbTest.for([
  { name: 'vide.csv', content: '', says: 'Ce fichier est vide' },
  { name: 'nul.csv', content: 'N° de dossier;Exercice\0', says: 'Ce fichier n’est ni un tableur' },
  { name: 'guillemets.csv', content: 'a;b\n"x;y', says: 'des guillemets mal fermés' },
  { name: 'abime.xlsx', content: 'PK\u0003\u0004 abîmé', says: 'n’est ni un tableur|Ce tableur est abîmé' },
  { name: 'ancien.xls', content: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), says: 'ancien tableur|abîmé' },
])('$name is refused beside its field', async ({ name, content, says }, { db }) => {
  const world = await dauphinFirst(db)
  const answer = await testApp(db, world.mandates.lead).post(PATH, { id: newId(), fichier: csv(content, name) })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toMatch(new RegExp(says))
})

dbTest('a file without its columns is shown as such and cannot be imported', async ({ db }) => {
  const world = await dauphinFirst(db)
  const app = testApp(db, world.mandates.lead)
  const sent = await app.post(PATH, { id: newId(), fichier: csv('SIRET;Couleur\n1;bleu\n') })
  const preview = sent.headers.get('location') ?? ''
  const html = await (await app.get(preview)).text()
  expect(html).toContain('Cette colonne manque dans le fichier')
  expect(html).toContain('disabled')
  await app.post(preview)
  expect(await countOf(db)).toBe(0)
})

dbTest('no file, another stored file, an unknown call and other functions are refused', async ({ db }) => {
  const world = await dauphinFirst(db)
  const { lead, porteur, region, state } = world.mandates
  const app = testApp(db, lead)
  expect((await app.post(PATH, {})).status).toBe(400)
  const fileId = newId()
  await db.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${fileId}, ${'a'.repeat(64)}, 10, 'xlsx', 'comptes.xlsx')`
  expect((await app.get(`${PATH}/${fileId}`)).status).toBe(404)
  expect((await app.post(`${PATH}/${fileId}`)).status).toBe(404)
  expect((await app.get('/appels/aucun/import-dauphin')).status).toBe(404)
  expect((await testApp(db, porteur).get(PATH)).status).toBe(403)
  expect((await testApp(db, region).get(PATH)).status).toBe(403)
  expect((await testApp(db, state).get(PATH)).status).toBe(200)
})

dbTest('an imported file is in the list of its organisation’s applications and of its funders’', async ({ db }) => {
  const world = await dauphinFirst(db)
  await aPart(db, world)
  const app = testApp(db, world.mandates.lead)
  const sent = await app.post(PATH, { id: newId(), fichier: csv(SAMPLE) })
  await app.post(sent.headers.get('location') ?? '')
  const rows = await db.rows(z.object({ readers: z.number() }))`
    select (select count(*) from reading_right g where g.subject_id = a.id) as readers from application a where a.origin = 'dauphin'`
  expect(rows.every(({ readers }) => readers >= 2)).toBe(true)
})
