import { expect } from 'vitest'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aCall, type BegunDraft, begunDraft, completeAnswers, completeDraft, typeAll } from '#testing/draft.ts'
import { TODAY } from '#testing/world.ts'
import { findApplication } from './application-store.ts'
import { startApplication } from './draft-acts.ts'

const page = (draft: BegunDraft, section: string): string =>
  section === 'organisation' ? `/demandes/${draft.id}/organisation` : `/demandes/${draft.id}/actions/${draft.partId}/${section}`

async function rawsOf(db: Db, draft: BegunDraft): Promise<Record<string, string>> {
  const file = await findApplication(db, draft.by.scope, draft.id)
  return Object.fromEntries((file?.answers ?? []).map(({ field, raw }) => [field, raw]))
}

/** As a browser sends a page: each control with the revision it was read at. */
function posted(raws: Record<string, string>, revision = '0'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raws).flatMap(([field, raw]) => [
      [field, raw],
      [`rev.${field}`, revision],
    ]),
  )
}

dbTest.for(['organisation', 'action', 'quartier-et-public', 'calendrier', 'resultat', 'egalite', 'budget'])(
  'the page « %s » of a draft shows its fields to its organisation, and is not there for another (PRJ-04)',
  async (section, { db }) => {
    const draft = await begunDraft(db)
    const shown = await testApp(db, draft.by).get(page(draft, section))
    expect(shown.status).toBe(200)
    expect(await shown.text()).toContain('aria-current="step"')
    for (const other of [draft.world.mandates.otherPorteur]) {
      expect((await testApp(db, other).get(page(draft, section))).status).toBe(404)
    }
    expect((await testApp(db, draft.world.mandates.lead).get(page(draft, section))).status).toBe(403)
  },
)

dbTest('a whole page sent without script is saved, then leads to the next one', async ({ db }) => {
  const draft = await begunDraft(db)
  const raws = completeAnswers(draft.world).part
  const { startsOn = '', endsOn = '' } = raws
  const answer = await testApp(db, draft.by).post(page(draft, 'calendrier'), posted({ startsOn, endsOn }))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(page(draft, 'resultat'))
  expect(await rawsOf(db, draft)).toEqual({ startsOn, endsOn })
})

dbTest('a page with faults is saved all the same, and shown again with each fault on top and beside its field', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const answer = await app.post(page(draft, 'budget'), posted({ 'budget.613': '350,50', 'budget.601': '2 400' }))
  expect(answer.headers.get('location')).toBe(`${page(draft, 'budget')}?verifier=oui`)
  const html = await (await app.get(`${page(draft, 'budget')}?verifier=oui`)).text()
  expect(html).toContain('value="350,50"')
  expect(html).toContain('href="#c-budget-613"')
  expect(html).toContain('Locations (613)\u00A0: écrivez un nombre entier d’euros, sans centimes')
  expect(html).toMatch(/<title>Erreur.:/)
  expect(html).toContain('2\u202F400\u00A0€')
})

dbTest('finishing later saves and goes back to the list, where the draft is found again', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const answer = await app.post(page(draft, 'action'), { ...posted({ title: 'Vélo-école' }), later: 'oui' })
  expect(answer.headers.get('location')).toBe('/demandes')
  expect(await (await app.get('/demandes')).text()).toContain('Vélo-école')
})

dbTest('a field that the page did not hold is not emptied', async ({ db }) => {
  const draft = await begunDraft(db)
  await typeAll(db, draft, draft.partId, { title: 'Vélo-école', need: 'Un besoin' })
  await testApp(db, draft.by).post(page(draft, 'action'), posted({ title: 'Vélo pour tous' }, '1'))
  expect(await rawsOf(db, draft)).toEqual({ title: 'Vélo pour tous', need: 'Un besoin' })
})

dbTest('100,000 characters and NUL bytes sent without script come back whole, with their sentence', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const raw = 'a'.repeat(100_000)
  await app.post(page(draft, 'action'), posted({ summary: raw, title: 'Vé\0lo' }))
  const html = await (await app.get(page(draft, 'action'))).text()
  expect(html).toContain(raw)
  expect(html).toContain('Ce texte fait 100\u202F000 caractères, le maximum est 4\u202F000')
  expect(html).toContain('value="Vé\uFFFDlo"')
})

dbTest('two texts for one field are shown side by side, and the person chooses', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  await typeAll(db, draft, draft.partId, { need: 'premier texte' })
  await app.post(page(draft, 'action'), posted({ need: 'second texte' }, '1'))
  await app.post(page(draft, 'action'), posted({ need: 'troisième texte' }, '1'))
  const html = await (await app.get(page(draft, 'action'))).text()
  expect(html).toContain('Deux textes pour')
  expect(html).toContain('Vous avez écrit deux fois, dans deux fenêtres')
  expect(html).toContain('<div class="box tint">second texte</div>')
  expect(html).toContain('<div class="box tint">troisième texte</div>')
  const file = await findApplication(db, draft.by.scope, draft.id)
  const path = `/demandes/${draft.id}/conflits/${file?.conflicts[0]?.id}`
  const answer = await app.post(path, { choice: 'mine', revision: '2', text: '' })
  expect(answer.headers.get('location')).toBe(page(draft, 'action'))
  expect(await rawsOf(db, draft)).toMatchObject({ need: 'troisième texte' })
  expect((await app.post(path, { choice: 'mine', revision: '3', text: '' })).status).toBe(404)
})

dbTest('a field saved while one types answers its revision, its error and the totals', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by)
  const path = `/demandes/${draft.id}/champs`
  const input = { subjectId: draft.partId, field: 'budget.601', baseRevision: 0, raw: '2 400' }
  const saved = await app.send('PUT', path, input)
  expect(saved.status).toBe(200)
  expect(await saved.json()).toMatchObject({
    saved: true,
    revision: 1,
    sums: { budget: { charges: '2\u202F400\u00A0€', gap: '2\u202F400\u00A0€' } },
  })
  const refused = await app.send('PUT', path, { ...input, baseRevision: 1, raw: '350,50' })
  expect(await refused.json()).toMatchObject({
    saved: true,
    revision: 2,
    error: expect.stringContaining('sans centimes'),
    sums: { budget: { charges: '0\u00A0€' } },
  })
  const stale = await app.send('PUT', path, { ...input, baseRevision: 1, raw: '9' })
  expect(stale.status).toBe(409)
  expect(await stale.json()).toMatchObject({ saved: false, conflict: { theirs: '350,50', theirRevision: 2, theirAuthor: 'Porteuse' } })
})

dbTest('a field of a stranger’s draft is not there; a body that is no field is refused', async ({ db }) => {
  const draft = await begunDraft(db)
  const input = { subjectId: draft.partId, field: 'title', baseRevision: 0, raw: 'x' }
  const other = testApp(db, draft.world.mandates.otherPorteur)
  expect((await other.send('PUT', `/demandes/${draft.id}/champs`, input)).status).toBe(404)
  const own = testApp(db, draft.by)
  expect((await own.send('PUT', `/demandes/${draft.id}/champs`, { ...input, baseRevision: -1 })).status).toBe(400)
  expect((await own.send('PUT', '/demandes/nowhere/champs', input)).status).toBe(404)
  expect((await own.send('PUT', `/demandes/${newId()}/champs`, input)).status).toBe(404)
  expect((await own.send('PUT', `/demandes/${draft.id}/champs`, { ...input, field: '../etc' })).status).toBe(409)
})

dbTest('bank details are masked on the page of the organisation, whose SIRET is only read', async ({ db }) => {
  const draft = await begunDraft(db)
  await db.run`insert into bank_account (id, organisation_id, iban, holder, valid_from)
    values (${newId()}, ${draft.by.organisationId}, 'FR7630006000011234567890189', 'Graines de Coron', ${TODAY})`
  const html = await (await testApp(db, draft.by).get(page(draft, 'organisation'))).text()
  expect(html).not.toContain('30006000011234567890189')
  expect(html).toContain('href="/mon-organisation"')
  expect(html).not.toContain('name="siret"')
})

dbTest('the republican engagement is asked of an association and not of a commune (PRJ-05)', async ({ db }) => {
  const draft = await begunDraft(db)
  const asked = async () =>
    (await (await testApp(db, draft.by).get(page(draft, 'organisation'))).text()).includes('contrat d’engagement républicain')
  expect(await asked()).toBe(true)
  await db.run`update organisation set legal_form = 'commune' where id = ${draft.by.organisationId}`
  expect(await asked()).toBe(false)
})

dbTest('a renewed action shows last year’s amount under each line', async ({ db }) => {
  const last = await completeDraft(db)
  await db.run`update call set year = 2026 where id = ${last.call.id}`
  await db.run`update action_part set year = 2026 where id = ${last.partId}`
  await db.run`insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
    values (${last.id}, ${last.call.id}, 1, ${TODAY}, ${last.by.id}, 1)`
  const actionId = (await findApplication(db, last.by.scope, last.id))?.parts[0]?.actionId
  const call = await aCall(db, last.world, { code: 'aap-suivant' })
  const draft = { ...last, call, id: newId(), partId: newId() }
  await startApplication(db, last.by, { id: draft.id, partId: draft.partId, callId: call.id, actionId }, TODAY)
  const html = await (await testApp(db, last.by).get(page(draft, 'budget'))).text()
  expect(html).toMatch(/2026\s: 2\s400/)
  expect(html).toContain('Nous avons repris vos réponses de 2026')
})

dbTest('the summary of a page, its line in the list of pages and what is left say the same count', async ({ db }) => {
  const draft = await completeDraft(db)
  const app = testApp(db, draft.by)
  await app.post(page(draft, 'budget'), posted({ 'budget.601': '2 401', 'budget.613': '350,50' }, '1'))
  const html = await (await app.get(`${page(draft, 'budget')}?verifier=oui`)).text()
  expect(html).toContain('2 points sont à compléter ou à corriger')
  expect(html).toMatch(/>2 points</)
  expect(html).toContain('Il reste 2 points à compléter')
})
