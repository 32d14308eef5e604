import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'

type Db = Parameters<typeof aWorld>[0]

async function documented(db: Db): Promise<{ world: World; base: string; documentId: string; signatoryId: string; annexId: string }> {
  const world = await aWorld(db)
  const made = { documentId: newId(), signatoryId: newId(), annexId: newId() }
  await db.run`insert into contract_document (id, contract_id, kind, number, title, object, effect_on, source)
    values (${made.documentId}, ${world.contractId}, 'contract', 1, 'Contrat de ville', 'Contrat initial', '2024-01-01', 'monde de test')`
  await db.run`insert into signatory (id, document_id, name, quality, capacity, position, source)
    values (${made.signatoryId}, ${made.documentId}, 'Région', 'Présidence', 'own-competences', 1, 'monde de test')`
  await db.run`insert into annex (id, contract_id, position, title, theme, expected, cited, source)
    values (${made.annexId}, ${world.contractId}, 1, 'Portrait de territoire', 'portrait', true, true, 'monde de test')`
  return { world, base: `/contrats/${world.contractCode}`, ...made }
}

dbTest('the lead records a signature; a wrong date loses nothing typed; a funder is refused', async ({ db }) => {
  const { world, base, documentId, signatoryId } = await documented(db)
  const path = `${base}/documents/${documentId}/signatures/${signatoryId}`
  const { get, post } = testApp(db, world.mandates.lead)
  expect(await (await get(`${base}/documents/${documentId}`)).text()).toContain('Enregistrer la signature')
  expect((await get(path)).status).toBe(200)
  const wrong = await post(path, { id: newId(), signedOn: '2031-01-01', source: 'Exemplaire reçu' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Exemplaire reçu')])
  const empty = await post(path, { id: newId(), signedOn: '', source: '' })
  expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining('Dites ce qui prouve la signature')])
  expect((await testApp(db, world.mandates.region).post(path, { id: newId(), signedOn: TODAY, source: 'x' })).status).toBe(403)
  expect((await post(path, { id: newId(), signedOn: TODAY, source: 'Exemplaire reçu' })).status).toBe(303)
  const read = await (await get(`${base}/documents/${documentId}`)).text()
  expect(read).toContain('En vigueur')
  expect(read).not.toContain('Nommer un signataire')
  const public_ = await (await testApp(db, undefined).get(base)).text()
  expect(public_).not.toContain('Enregistrer un avenant')
})

dbTest('CON-04: anybody reads who has not signed a document and in what capacity, then on which day it was signed', async ({ db }) => {
  const { world, base, documentId, signatoryId } = await documented(db)
  const read = async (): Promise<string> => {
    const page = await (await testApp(db, undefined).get(`${base}/documents/${documentId}`)).text()
    return page
      .slice(page.indexOf('liste-des-signataires'))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
  }
  expect(await read()).toMatch(/Région Présidence .*compétences.* Manque/)
  const signed = { id: newId(), signedOn: '2027-01-11', source: 'Exemplaire reçu' }
  await testApp(db, world.mandates.lead).post(`${base}/documents/${documentId}/signatures/${signatoryId}`, signed)
  expect(await read()).toMatch(/Région Présidence .*compétences.* Signé le 11 janvier 2027/)
  expect(await read()).not.toContain('Manque')
})

dbTest('the lead names a signatory and records an avenant; the forms come back with their faults', async ({ db }) => {
  const { world, base, documentId } = await documented(db)
  const { get, post } = testApp(db, world.mandates.lead)
  const named = { id: newId(), name: 'CAF', quality: 'Direction', capacity: 'full', source: 'Contrat' }
  expect((await post(`${base}/documents/${documentId}/signataires`, { ...named, capacity: '' })).status).toBe(400)
  expect((await post(`${base}/documents/${documentId}/signataires`, { ...named, name: 'région' })).status).toBe(422)
  expect((await post(`${base}/documents/${documentId}/signataires`, named)).status).toBe(303)
  expect(await (await get(`${base}/avenants`)).text()).toContain('Avenant 1')
  const avenant = { id: newId(), title: 'Prorogation', object: 'Un an de plus', effectOn: TODAY, newEnd: '2031-12-31', source: 'Projet' }
  expect((await post(`${base}/avenants`, { ...avenant, newEnd: 'plus tard' })).status).toBe(400)
  const shorter = await post(`${base}/avenants`, { ...avenant, newEnd: '2029-12-31' })
  expect([shorter.status, await shorter.text()]).toEqual([422, expect.stringContaining('Un an de plus')])
  const good = await post(`${base}/avenants`, avenant)
  expect(good.status).toBe(303)
  expect(await (await get(good.headers.get('location') ?? '')).text()).toContain('Il manque 2 signatures')
})

dbTest('CON-06: the lead puts in the file of an annex, the officers of the contract read it, nobody else', async ({ db }) => {
  const { world, base, annexId } = await documented(db)
  const lead = testApp(db, world.mandates.lead)
  const path = `${base}/annexes/${annexId}`
  expect((await lead.post(path, { id: newId() })).status).toBe(400)
  expect((await lead.post(path, { id: newId(), fichier: new File(['bonjour'], 'note.exe') })).status).toBe(400)
  const pdf = new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'portrait.pdf')
  expect((await lead.post(path, { id: newId(), fichier: pdf })).status).toBe(303)
  const page = await (await lead.get(path)).text()
  const href = new RegExp(`${path}/fichiers/[0-9a-f-]{36}`).exec(page)?.[0] ?? ''
  expect((await lead.get(href)).headers.get('content-type')).toBe('application/pdf')
  expect((await testApp(db, world.mandates.caf).get(path)).status).toBe(200)
  expect((await testApp(db, world.mandates.porteur).get(path)).status).toBe(403)
  expect(await (await testApp(db, undefined).get(base)).text()).not.toContain(path)
  expect((await lead.get(`${base}/annexes/${newId()}`)).status).toBe(404)
})

dbTest('CON-03: the lead adds, ends and deletes a node of the frame; a used one is refused with its reason', async ({ db }) => {
  const { world, base } = await documented(db)
  await aPart(db, world)
  const { get, post } = testApp(db, world.mandates.lead)
  const node = { id: newId(), code: '3.1', label: 'Santé', level: 'orientation', pillar: 'cohesion', validFrom: TODAY, source: 'Avenant' }
  const empty = await post(`${base}/cadre`, { ...node, pillar: '' })
  expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining('Choisissez un pilier, un seul')])
  expect((await post(`${base}/cadre`, { ...node, code: '1.1' })).status).toBe(422)
  expect((await post(`${base}/cadre`, node)).status).toBe(303)
  expect(await (await get(`${base}/cadre`)).text()).toContain('3.1 Santé')
  await post(`${base}/cadre/${world.orientations.cohesion}/suppression`)
  expect(await (await get(`${base}/cadre`)).text()).toContain('1.1 Lien social')
  await post(`${base}/cadre/${node.id}/suppression`)
  expect(await (await get(`${base}/cadre`)).text()).not.toContain('3.1 Santé')
  expect((await post(`${base}/cadre/${world.orientations.cohesion}/fin`, { endsOn: TODAY })).status).toBe(303)
  expect(await (await get(`${base}/cadre`)).text()).toContain('exclu')
  expect((await testApp(db, world.mandates.state).post(`${base}/cadre`, node)).status).toBe(403)
})

dbTest('the lead of one contract changes nothing in another: its forms are not there', async ({ db }) => {
  const { world } = await documented(db)
  const { id, code } = { id: newId(), code: 'autre-2024' }
  await db.run`insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
    values (${id}, ${code}, 'Autre', '2024-2030', ${world.organisations.epci}, '2024-01-01', '2030-12-31', 'monde de test')`
  const { get, post } = testApp(db, world.mandates.lead)
  expect(await (await get(`/contrats/${code}`)).text()).not.toContain('Enregistrer un avenant')
  expect((await get(`/contrats/${code}/avenants`)).status).toBe(404)
  expect((await post(`/contrats/${code}/cadre`, {})).status).toBe(404)
  expect((await get('/contrats/inconnu/cadre')).status).toBe(404)
})
