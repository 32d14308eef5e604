import { expect } from 'vitest'
import { z } from 'zod'
import { type Day, day } from '#platform/day.ts'
import { renderDocument } from '#platform/document.ts'
import { newId } from '#platform/ids.ts'
import { runPendingJobs } from '#platform/jobs.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { begunDraft, completeDraft } from '#testing/draft.ts'
import { aPart, TODAY } from '#testing/world.ts'
import { markDecided } from './decided-store.ts'
import { receiptOrder } from './receipt.document.ts'
import { receiptJobs } from './receipt-jobs.ts'
import { findReceipt } from './receipt-store.ts'
import { submitApplication } from './submission-acts.ts'
import { withdrawApplication } from './withdrawal-acts.ts'

dbTest(
  'an application is read again on one page, sent, and its page shows it again, with its number, and says that it is no deposit with the State',
  async ({ db }) => {
    const draft = await completeDraft(db)
    const app = testApp(db, draft.by)
    const review = await (await app.get(`/demandes/${draft.id}/relecture`)).text()
    for (const text of ['Vélo-école pour adultes', 'Personne fictive', 'Cité des Galibots', 'Demandé\u00A0: Région Hauts-de-France'])
      expect(review).toContain(text)
    expect(review).toContain('(601)')
    expect(review).not.toMatch(/\((chgfixe|70x|insufprevisionnel)\)/)
    const sent = await app.post(`/demandes/${draft.id}/depot`)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/demandes/${draft.id}/depot`])
    const page = await (await app.get(`/demandes/${draft.id}/depot`)).text()
    expect(page).toContain('Le récépissé est en préparation')
    for (const text of ['Quarante personnes attendent une place.', 'Personne fictive', 'Demandé\u00A0: Région Hauts-de-France'])
      expect(page).toContain(text)
    expect(page).toContain('ne vaut pas dépôt auprès de l’État')
    expect((await app.get(`/demandes/${draft.id}/recepisse`)).status).toBe(404)
  },
)

dbTest('an incomplete application is refused with a link to each field, and nothing is lost', async ({ db }) => {
  const draft = await begunDraft(db)
  const answer = await testApp(db, draft.by).post(`/demandes/${draft.id}/depot`)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(`href="/demandes/${draft.id}/organisation?verifier=oui#c-contactName"`)
  expect(html).toContain(`href="/demandes/${draft.id}/actions/${draft.partId}/action?verifier=oui#c-title"`)
})

dbTest('a stranger’s application is not found, whatever is asked of it', async ({ db }) => {
  const draft = await completeDraft(db)
  const app = testApp(db, draft.world.mandates.otherPorteur)
  for (const path of ['relecture', 'depot', 'recepisse', 'fiche-dauphin', 'pieces']) {
    expect((await app.get(`/demandes/${draft.id}/${path}`)).status).toBe(404)
  }
  for (const path of ['depot', 'retrait', 'numero-dauphin', 'pieces']) {
    expect((await app.post(`/demandes/${draft.id}/${path}`)).status).toBe(404)
  }
  expect((await app.get('/demandes/pas-un-id/depot')).status).toBe(404)
  expect((await testApp(db, draft.world.mandates.lead).post(`/demandes/${draft.id}/depot`)).status).toBe(403)
})

dbTest('a withdrawal without its reason comes back beside its field', async ({ db }) => {
  const draft = await completeDraft(db)
  const app = testApp(db, draft.by)
  await app.post(`/demandes/${draft.id}/depot`)
  const refused = await app.post(`/demandes/${draft.id}/retrait`, { motif: ' ' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Dites pourquoi vous retirez cette demande')
  expect((await app.post(`/demandes/${draft.id}/retrait`, { motif: 'Local fermé' })).status).toBe(303)
  expect(await (await app.get(`/demandes/${draft.id}/depot`)).text()).toContain('Local fermé')
})

dbTest('once an aid is decided, the page leads to the grants instead of offering the withdrawal', async ({ db }) => {
  const draft = await completeDraft(db)
  const app = testApp(db, draft.by)
  await app.post(`/demandes/${draft.id}/depot`)
  expect(await (await app.get(`/demandes/${draft.id}/depot`)).text()).toContain(`action="/demandes/${draft.id}/retrait"`)
  await db.transaction((tx) => markDecided(tx, [draft.partId], TODAY))
  const page = await (await app.get(`/demandes/${draft.id}/depot`)).text()
  expect(page).not.toContain(`action="/demandes/${draft.id}/retrait"`)
  expect(page).toContain('<a href="/subventions">réduire ou abandonner une aide</a>')
})

dbTest('an application of a past year is not withdrawn', async ({ db }) => {
  const draft = await completeDraft(db)
  await testApp(db, draft.by).post(`/demandes/${draft.id}/depot`)
  const withdraw = (today: Day) => withdrawApplication(db, draft.by, { applicationId: draft.id, reason: 'Local fermé' }, today)
  expect(await withdraw(day('2028-01-01'))).toEqual({ done: false, reasons: ['past-year'] })
  expect((await withdraw(day('2027-12-31'))).done).toBe(true)
})

dbTest('the Dauphin number is typed by its organisation, or by the project lead or the State from the list', async ({ db }) => {
  const draft = await completeDraft(db)
  const app = testApp(db, draft.by)
  await app.post(`/demandes/${draft.id}/depot`)
  const refused = await app.post(`/demandes/${draft.id}/numero-dauphin`, { numero: 'bonjour' })
  expect(refused.status).toBe(422)
  const own = await refused.text()
  expect(own).toContain('value="bonjour"')
  expect(own).toContain('le numéro que Dauphin vous a donné')
  const { lead, state, caf } = draft.world.mandates
  expect(await (await testApp(db, state).get('/dossiers/sans-numero-dauphin')).text()).toContain('Vélo-école pour adultes')
  expect(await (await testApp(db, caf).get('/dossiers/sans-numero-dauphin')).text()).not.toContain('Vélo-école pour adultes')
  expect((await testApp(db, caf).post(`/demandes/${draft.id}/numero-dauphin`, { numero: 'DA62270001' })).status).toBe(403)
  expect(await (await testApp(db, state).get('/dossiers/sans-numero-dauphin')).text()).toContain(`id="c-numero-${draft.id}"`)
  const wrong = await testApp(db, state).post(`/demandes/${draft.id}/numero-dauphin`, { numero: 'bonjour' })
  const list = await wrong.text()
  expect(wrong.status).toBe(422)
  expect(list).toContain(`href="#c-numero-${draft.id}"`)
  expect(list).toContain(`id="c-numero-${draft.id}-erreur"`)
  expect(list).toContain('value="bonjour"')
  expect(list).toContain('le numéro que Dauphin a donné à cette demande')
  const set = await testApp(db, state).post(`/demandes/${draft.id}/numero-dauphin`, { numero: 'DA62270002' })
  expect(set.headers.get('location')).toBe('/dossiers/sans-numero-dauphin')
  const form = { numero: 'DA62270001', retour: 'dossier' }
  const again = await testApp(db, lead).post(`/demandes/${draft.id}/numero-dauphin`, form)
  expect(again.headers.get('location')).toBe(`/dossiers/${draft.id}`)
  for (const [as, where] of [
    [draft.by, `/demandes/${draft.id}/depot`],
    [state, '/dossiers/sans-numero-dauphin'],
  ] as const) {
    const reopened = await testApp(db, as).get(`/demandes/${draft.id}/numero-dauphin`)
    expect([reopened.status, reopened.headers.get('location')]).toEqual([303, where])
  }
  expect(await (await testApp(db, state).get('/dossiers/sans-numero-dauphin')).text()).not.toContain('Vélo-école pour adultes')
})

dbTest('the copy sheet follows Dauphin’s order with its codes, for the request to the State only', async ({ db }) => {
  const draft = await completeDraft(db)
  const html = await (await testApp(db, draft.by).get(`/demandes/${draft.id}/fiche-dauphin`)).text()
  const places = ['1. Demandeur', '2. Nature', '3. Action', '4. Territoire', '5. Budget', '6. Budget'].map((title) => html.indexOf(title))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  for (const text of ['QN06201F', '1.5 Lien social', '>7600<', '>641<', 'Lu par vous seulement']) expect(html).toContain(text)
  const other = await aPart(db, draft.world, { asked: {} })
  expect(await (await testApp(db, draft.by).get(`/demandes/${other.applicationId}/fiche-dauphin`)).text()).toContain(
    'Rien n’est demandé à l’État',
  )
})

dbTest('reopening is the project lead’s, with its reason and its date', async ({ db }) => {
  const draft = await completeDraft(db)
  const path = `/appels/${draft.call.code}/reouvertures`
  expect((await testApp(db, draft.world.mandates.state).get(path)).status).toBe(403)
  const app = testApp(db, draft.world.mandates.lead)
  const page = await (await app.get(path)).text()
  expect(page).toContain('Graines de Coron, commencée le')
  expect(page).not.toContain('Vélo-école')
  const form = { id: newId(), brouillon: draft.id, jusquau: '2027-02-10', motif: '' }
  const refused = await app.post(path, form)
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('value="2027-02-10"')
  expect((await app.post(path, { ...form, motif: 'Panne du réseau' })).status).toBe(303)
  expect(await (await app.get(path)).text()).toContain('Panne du réseau')
})

dbTest('the waivers are listed for officers; one that is not there is not found', async ({ db }) => {
  const { world } = await completeDraft(db)
  const app = testApp(db, world.mandates.region)
  expect(await (await app.get('/derogations')).text()).toContain('Aucune dérogation')
  expect((await app.post(`/derogations/${newId()}`, {})).status).toBe(404)
  expect((await testApp(db, world.mandates.porteur).get('/derogations')).status).toBe(403)
})

dbTest('the receipt names the deposit, its amounts and what it is not, as PDF/UA', async ({ db }) => {
  const draft = await completeDraft(db)
  await submitApplication(db, draft.by, { applicationId: draft.id }, draft.call.closesOn)
  const receipt = await findReceipt(db, draft.id)
  if (!receipt) throw new Error('the deposit is there')
  expect(receipt).toMatchObject({ toState: true, asked: 900_000, submission: { number: 1, organisationName: 'Graines de Coron' } })
  const order = receiptOrder(receipt, true)
  expect(JSON.stringify(order.data)).toContain('ne vaut pas dépôt auprès de l’État')
  expect(order.data).toMatchObject({ facts: expect.arrayContaining([['Vos réponses', expect.stringContaining('Mes demandes')]]) })
  const pdf = Buffer.from(await renderDocument(order)).toString('latin1')
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
})

dbTest('a job makes the receipt once, and its download appears', { timeout: 60_000 }, async () => {
  const db = await freshDatabase()
  const draft = await completeDraft(db)
  const app = testApp(db, draft.by)
  await app.post(`/demandes/${draft.id}/depot`)
  const jobs = receiptJobs(db, app.filesFolder)
  await runPendingJobs(db, jobs)
  const before = await receiptOf(draft.id)
  await jobs['receipt.produce']?.run({ applicationId: draft.id })
  expect(await receiptOf(draft.id)).toBe(before)
  const written = await db.rows(
    z.object({ act: z.string() }),
  )`select act from journal where act = 'receipt.produced' and subject_id = ${draft.id}`
  expect(written).toHaveLength(1)
  expect(await (await app.get(`/demandes/${draft.id}/depot`)).text()).toContain('Télécharger le récépissé')
  const file = await app.get(`/demandes/${draft.id}/recepisse`)
  expect(file.headers.get('content-disposition')).toContain('recepisse-1.pdf')
  expect((await file.text()).startsWith('%PDF')).toBe(true)

  async function receiptOf(id: string): Promise<string | null> {
    const row = await db.one(
      z.object({ file: z.string().nullable() }),
    )`select receipt_file_id as file from submission where application_id = ${id}`
    return row.file
  }
})
