import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { type TestApp, testApp } from '#testing/app.ts'
import { begunDraft, completeDraft } from '#testing/draft.ts'
import { TODAY } from '#testing/world.ts'
import { missingAttachments, offeredAttachments, requiredAttachments } from './attachment-kinds.ts'
import { findAttachment, listAttachments } from './attachment-store.ts'
import { startApplication } from './draft-acts.ts'

const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
const pdf = (name = 'statuts.pdf', content: string | Uint8Array<ArrayBuffer> = PDF): File =>
  new File([content], name, { type: 'application/pdf' })

test.each(LEGAL_FORMS)('what %s must join is offered to it', (form) => {
  for (const kind of requiredAttachments(form)) expect(offeredAttachments(form)).toContain(kind)
})

test.each([
  ['association', 5],
  ['foundation', 5],
  ['commune', 1],
  ['ccas', 1],
  ['state', 0],
] as const)('%s must join %i kinds', (form, count) => {
  expect(requiredAttachments(form)).toHaveLength(count)
})

test('what is there is no more missing', () => {
  expect(missingAttachments('commune', [])).toEqual(['bank-details'])
  expect(missingAttachments('commune', ['bank-details', 'quote'])).toEqual([])
})

async function join(app: TestApp, id: string, file: File, piece = 'statutes'): Promise<Response> {
  return app.post(`/demandes/${id}/pieces`, { id: newId(), piece, fichier: file })
}

async function files(db: Db) {
  return db.rows(z.object({ id: z.string(), name: z.string(), removed: z.boolean() }))`
    select t.id, f.name, t.removed_on is not null as removed from attachment t join stored_file f on f.id = t.file_id order by t.id`
}

dbTest('a file is joined, listed, downloaded by its organisation, taken out with its row kept', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  expect((await join(app, draft.id, pdf())).status).toBe(303)
  const [joined] = await files(db)
  const path = `/demandes/${draft.id}/pieces/${joined?.id}`
  const download = await app.get(path)
  expect(await download.text()).toBe(PDF)
  expect(download.headers.get('content-disposition')).toContain('attachment; filename="statuts.pdf"')
  expect((await app.post(`${path}/retrait`)).status).toBe(303)
  expect(await files(db)).toEqual([expect.objectContaining({ removed: true })])
  expect((await app.get(path)).status).toBe(404)
})

dbTest('the same form sent twice joins one file', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const form = { id: newId(), piece: 'statutes', fichier: pdf() }
  await app.post(`/demandes/${draft.id}/pieces`, form)
  await app.post(`/demandes/${draft.id}/pieces`, form)
  expect(await files(db)).toHaveLength(1)
})

dbTest.for([
  { name: 'vide.pdf', content: '', says: 'Ce fichier est vide' },
  { name: 'programme.exe', content: 'MZ…', says: 'Ce type de fichier n’est pas reçu' },
  { name: 'statuts.pdf', content: 'Bonjour', says: 'Le contenu de ce fichier n’est pas celui que dit son nom' },
  { name: 'gros.pdf', content: `${PDF}${' '.repeat(10 * 1024 * 1024)}`, says: 'Ce fichier dépasse 10' },
])('$name is refused beside its field, and the chosen kind stays', async ({ name, content, says }, { db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const answer = await join(app, draft.id, pdf(name, content), 'accounts')
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain(says)
  expect(html).toContain('<option value="accounts" selected')
  expect(await files(db)).toEqual([])
})

dbTest('a form without file or kind says what to choose; a body too large comes back to its field', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const answer = await app.post(`/demandes/${draft.id}/pieces`, { piece: 'poème' })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain('Choisissez un fichier sur votre appareil')
  expect(html).toContain('Choisissez la pièce dans la liste')
  expect(await (await app.get(`/demandes/${draft.id}/pieces?fichier=trop-lourd`)).text()).toContain('Ce fichier dépasse 10')
})

dbTest('a name with a path writes nowhere else, and keeps its last part only', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  expect((await join(app, draft.id, pdf('../../etc/passwd.pdf'))).status).toBe(303)
  expect((await files(db))[0]?.name).toBe('passwd.pdf')
  const written = readdirSync(app.filesFolder, { recursive: true }).map(String)
  expect(written.filter((path) => path.includes('passwd'))).toEqual([])
})

dbTest(
  'a draft’s file is its organisation’s only; a sent one is its funders’ too; a file of another application is not found',
  async ({ db }) => {
    const draft = await completeDraft(db)
    const app = testApp(db, draft.by)
    await join(app, draft.id, pdf('secret.pdf'))
    const [joined] = await files(db)
    const path = `/demandes/${draft.id}/pieces/${joined?.id}`
    const { otherPorteur, state, caf } = draft.world.mandates
    const statuses = async () => Promise.all([otherPorteur, state, caf].map(async (by) => (await testApp(db, by).get(path)).status))
    expect(await statuses()).toEqual([404, 404, 404])
    await app.post(`/demandes/${draft.id}/depot`)
    expect((await app.post(`${path}/retrait`)).status).toBe(303)
    expect((await files(db))[0]?.removed).toBe(false)
    const read = { applicationId: draft.id, id: joined?.id ?? '' }
    expect(await findAttachment(db, state.scope, read)).toMatchObject({ name: 'secret.pdf' })
    expect((await testApp(db, otherPorteur).get(path)).status).toBe(404)
    expect((await testApp(db, caf).get(path)).status).toBe(404)
    expect(await (await testApp(db, caf).get(path)).text()).not.toContain('secret')
    expect((await app.get(`/demandes/${newId()}/pieces/${joined?.id}`)).status).toBe(404)
    expect((await join(app, draft.id, pdf())).status).toBe(422)
  },
)

dbTest('the antivirus of the installation examines each file joined: what it refuses is not kept', async ({ db }) => {
  const draft = await begunDraft(db)
  const refusing = testApp(db, draft.by, undefined, 'false')
  const answer = await join(refusing, draft.id, pdf())
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('L’antivirus a refusé ce fichier')
  expect(await files(db)).toEqual([])
})

dbTest(
  'bank details are read by their organisation, the pilots and the funders asked, not by who only gives an opinion',
  async ({ db }) => {
    const draft = await completeDraft(db)
    const app = testApp(db, draft.by)
    await join(app, draft.id, pdf('rib.pdf'), 'bank-details')
    await join(app, draft.id, pdf('statuts.pdf'))
    const named = async (name: string) => (await files(db)).find((file) => file.name === name)?.id
    await app.post(`/demandes/${draft.id}/depot`)
    const { lead, state, region, caf, epci } = draft.world.mandates
    for (const { organisationId } of [region, caf])
      await db.run`insert into reading_right (subject_id, organisation_id, reason) values (${draft.id}, ${organisationId}, 'avis demandé') on conflict do nothing`
    await db.run`update request set asked_cents = 0 where funder_id = ${caf.organisationId}`
    await db.run`delete from request where funder_id = ${region.organisationId}`
    const read = async (name: string) => {
      const of = { applicationId: draft.id, id: (await named(name)) ?? '' }
      return Promise.all(
        [draft.by, lead, state, epci, region, caf].map(async ({ scope }) => (await findAttachment(db, scope, of)) !== undefined),
      )
    }
    expect(await read('statuts.pdf')).toEqual([true, true, true, true, true, true])
    expect(await read('rib.pdf')).toEqual([true, true, true, true, false, false])
    expect((await testApp(db, caf).get(`/demandes/${draft.id}/pieces/${await named('rib.pdf')}`)).status).toBe(404)
    await db.run`insert into request (id, part_id, application_id, funder_id, asked_cents)
    select ${newId()}, id, application_id, ${region.organisationId}, 100000 from action_part where application_id = ${draft.id} limit 1`
    expect(await read('rib.pdf')).toEqual([true, true, true, true, true, false])
  },
)

dbTest('pieces given with another application are joined to a new one by one post, with their dates, once', async ({ db }) => {
  const draft = await begunDraft(db)
  const first = testApp(db, draft.by)
  await join(first, draft.id, pdf('statuts.pdf'))
  await join(first, draft.id, pdf('devis.pdf'), 'quote')
  const other = newId()
  const input = { id: other, partId: newId(), callId: draft.call.id, anyway: true }
  await startApplication(db, draft.by, input, TODAY)
  const app = testApp(db, draft.by, addDays(TODAY, 3))
  const page = await (await app.get(`/demandes/${other}/pieces`)).text()
  expect(page).toContain('Statuts signés, donnée le 14 janvier 2027')
  expect(page).not.toContain('devis.pdf')
  for (const _ of [1, 2]) expect((await app.post(`/demandes/${other}/pieces/reprise`)).status).toBe(303)
  const joined = await listAttachments(db, draft.by.scope, { applicationId: other })
  expect(joined.map(({ name, addedOn }) => [name, addedOn])).toEqual([['statuts.pdf', TODAY]])
  expect(await (await app.get(`/demandes/${other}/pieces`)).text()).not.toContain('Reprendre les pièces')
  const written = await db.rows(z.object({ act: z.string() }))`select act from journal where act = 'attachment.reused'`
  expect(written).toHaveLength(1)
})

dbTest('a piece taken out of the other application, or given by another organisation, is not offered', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  await join(app, draft.id, pdf())
  const [joined] = await files(db)
  const theirs = newId()
  const stranger = draft.world.mandates.otherPorteur
  await startApplication(db, stranger, { id: theirs, partId: newId(), callId: draft.call.id }, TODAY)
  const mine = newId()
  await startApplication(db, draft.by, { id: mine, partId: newId(), callId: draft.call.id, anyway: true }, TODAY)
  expect(await (await testApp(db, stranger).get(`/demandes/${theirs}/pieces`)).text()).not.toContain('Reprendre')
  expect(await (await app.get(`/demandes/${mine}/pieces`)).text()).toContain('Reprendre cette pièce')
  await app.post(`/demandes/${draft.id}/pieces/${joined?.id}/retrait`)
  expect(await (await app.get(`/demandes/${mine}/pieces`)).text()).not.toContain('Reprendre')
  expect((await testApp(db, stranger).post(`/demandes/${mine}/pieces/reprise`)).status).toBe(404)
})
