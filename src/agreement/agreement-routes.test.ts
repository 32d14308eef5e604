import { expect } from 'vitest'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY, type World } from '#testing/world.ts'

async function above(db: Database, world: World): Promise<string> {
  const amount = euros(14_000)
  const { awardId } = await anAward(db, world, { amount, part: { asked: { state: amount, epci: euros(2_000) } } })
  await anAward(db, world, { amount, part: { title: 'Autre action', asked: { state: amount } } })
  return awardId
}

async function draft(db: Database, world: World, change: object = {}) {
  const fields = {
    id: newId(),
    beneficiaire: world.organisations.porteur,
    annee: '2027',
    numero: 'CONV-1',
    objet: 'Vie sociale',
    'montant-2027': '28 000',
  }
  return { id: fields.id, answer: await testApp(db, world.mandates.state).post('/conventions', { ...fields, ...change }) }
}

dbTest('FIN-09: an authority sees which awards add up, prepares the agreement, records both signatures, joins the scan', async ({ db }) => {
  const world = await aWorld(db)
  const awardId = await above(db, world)
  const { get, post } = testApp(db, world.mandates.state)
  const list = await (await get('/conventions?annee=2027')).text()
  for (const words of ['une convention manque', 'Graines de Coron', 'Autre action', 'À préparer']) expect(list).toContain(words)
  expect(await (await get(`/paiements/${awardId}`)).text()).toContain('Convention obligatoire')
  expect(await (await get(`/conventions/nouvelle?beneficiaire=${world.organisations.porteur}&annee=2027`)).text()).toMatch(/28\s000/)
  const { id, answer } = await draft(db, world)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/conventions/${id}`])
  const page = await (await get(`/conventions/${id}`)).text()
  expect(page).toContain('À signer par l’association')
  expect(page).not.toContain('Préparer un avenant')
  const sign = (partie: string, change: object = {}) =>
    post(`/conventions/${id}/signatures`, { texte: id, partie, 'signee-le': TODAY, signataire: 'La présidente', ...change })
  expect((await sign('beneficiary', { signataire: ' ' })).status).toBe(422)
  expect((await sign('autre')).status).toBe(400)
  expect((await sign('beneficiary')).status).toBe(303)
  expect(await (await get(`/conventions/${id}`)).text()).toContain('À signer par État')
  const scan = () =>
    post(`/conventions/${id}/exemplaires`, {
      texte: id,
      fichier: new File(['%PDF-1.7\n%âãÏÓ\n'], 'signee.pdf', { type: 'application/pdf' }),
    })
  expect((await scan()).status).toBe(422)
  await sign('authority')
  expect((await scan()).status).toBe(303)
  expect((await get(`/conventions/${id}/textes/${id}/exemplaire-signe`)).status).toBe(200)
  const documents = await (await get(`/paiements/${awardId}`)).text()
  for (const words of ['Enregistrer un engagement', 'Exemplaire signé joint', 'Bilan final 2027']) expect(documents).toContain(words)
  const published = await (await testApp(db, undefined).get('/donnees/conventions.csv')).text()
  expect(published).toContain('CONV-1;2027-01-14;Vie sociale;2027;28000.00')
  expect((await post(`/conventions/${id}/avenants`, { id: newId(), motif: 'Hausse', 'montant-2027': '30 000' })).status).toBe(303)
  expect(await (await get(`/conventions/${id}`)).text()).toContain('Avenant n°')
})

dbTest('each fault of an agreement stands beside its field, and nothing typed is lost', async ({ db }) => {
  const world = await aWorld(db)
  await above(db, world)
  for (const [change, status, said] of [
    [{ numero: '' }, 422, 'Écrivez le numéro de la convention'],
    [{ 'montant-2027': '27 999,99' }, 422, 'inférieur à ce qui est déjà décidé'],
    [{ 'montant-2027': 'mille' }, 400, 'Écrivez un nombre d’euros'],
    [{ 'montant-2029': '5' }, 400, 'Les années se suivent'],
    [{ objet: '' }, 422, 'Écrivez l’objet'],
  ] as const) {
    const { answer } = await draft(db, world, change)
    const text = await answer.text()
    expect([answer.status, text.includes(said), text.includes('value="CONV-1"') || 'numero' in change]).toEqual([status, true, true])
  }
})

dbTest('the association reads its agreement and signs by hand; strangers and other funders find nothing', async ({ db }) => {
  const world = await aWorld(db)
  const awardId = await above(db, world)
  const { id } = await draft(db, world)
  const porteur = testApp(db, world.mandates.porteur)
  const page = await (await porteur.get(`/subventions/conventions/${id}`)).text()
  for (const words of ['C’est à vous de signer', 'À signer par l’association']) expect(page).toContain(words)
  const grant = await (await porteur.get(`/subventions/${awardId}`)).text()
  for (const words of ['Documents', 'À signer par Graines de Coron', 'Courrier d’attribution']) expect(grant).toContain(words)
  expect((await porteur.get(`/conventions/${id}`)).status).toBe(403)
  expect((await testApp(db, world.mandates.otherPorteur).get(`/subventions/conventions/${id}`)).status).toBe(404)
  const caf = testApp(db, world.mandates.caf)
  expect((await caf.get(`/conventions/${id}`)).status).toBe(404)
  expect((await caf.post(`/conventions/${id}/signatures`, {})).status).toBe(404)
  const lead = testApp(db, world.mandates.lead)
  expect([(await lead.get(`/conventions/${id}`)).status, (await lead.get('/conventions')).status]).toEqual([200, 403])
  const docx = await lead.get(`/conventions/${id}/textes/${id}/convention.docx`)
  expect([
    docx.status,
    Buffer.from(await docx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ]).toEqual([200, 'PK'])
  for (const path of ['x', newId()]) expect((await lead.get(`/conventions/${path}`)).status).toBe(404)
  expect((await lead.get(`/conventions/${id}/textes/${newId()}/convention.pdf`)).status).toBe(404)
})

dbTest('the document of an agreement is a PDF with its annex', async ({ db }) => {
  const world = await aWorld(db)
  await above(db, world)
  const { id } = await draft(db, world)
  const pdf = await testApp(db, world.mandates.porteur).get(`/subventions/conventions/${id}/textes/${id}/convention.pdf`)
  expect([
    pdf.status,
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ]).toEqual([200, '%PDF-'])
})
