import { expect } from 'vitest'
import { addDays, type Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { type BegunDraft, begunDraft, completeDraft } from '#testing/draft.ts'
import { findApplication } from './application-store.ts'
import { CALL_CLOSED } from './call-period.ts'
import { addPart, removePart } from './draft-acts.ts'
import { saveField } from './field-acts.ts'
import { reopenApplication } from './reopening-acts.ts'

const add = (db: Db, draft: BegunDraft, today: Day) => addPart(db, draft.by, { applicationId: draft.id, partId: newId() }, today)
const save = (db: Db, draft: BegunDraft, raw: string, today: Day) =>
  saveField(db, draft.by, { applicationId: draft.id, subjectId: draft.partId, field: 'title', baseRevision: 0, raw }, today)

dbTest('on the eve and on the day of the closing a draft is changed; the day after, no more (PRJ-01)', async ({ db }) => {
  const draft = await begunDraft(db)
  const { closesOn } = draft.call
  for (const today of [addDays(closesOn, -1), closesOn]) {
    expect((await add(db, draft, today)).done).toBe(true)
    expect((await save(db, draft, 'Vélo', today)).saved).toBe(true)
  }
  const after = addDays(closesOn, 1)
  expect(await add(db, draft, after)).toEqual({ done: false, reasons: ['draft-closed'] })
  const removal = { applicationId: draft.id, partId: draft.partId }
  expect(await removePart(db, draft.by, removal, after)).toEqual({ done: false, reasons: ['draft-closed'] })
  expect(await save(db, draft, 'Vélo-école', after)).toEqual({ saved: false, refusal: 'closed' })
  expect((await findApplication(db, draft.by.scope, draft.id))?.parts.map(({ title }) => title)).toEqual(['Vélo', '', ''])
})

dbTest('a draft that the project lead opened again is changed until that day, and not after (PRJ-01)', async ({ db }) => {
  const draft = await begunDraft(db)
  const after = addDays(draft.call.closesOn, 1)
  const until = addDays(draft.call.closesOn, 10)
  const input = { id: newId(), applicationId: draft.id, until, reason: 'Panne' }
  expect((await reopenApplication(db, draft.world.mandates.lead, input, after)).done).toBe(true)
  expect((await save(db, draft, 'Vélo', after)).saved).toBe(true)
  expect((await add(db, draft, until)).done).toBe(true)
  expect(await add(db, draft, addDays(until, 1))).toEqual({ done: false, reasons: ['draft-closed'] })
})

dbTest('after the closing the pages say so, say whom to ask, and offer nothing that would be refused', async ({ db }) => {
  const draft = await completeDraft(db)
  const app = testApp(db, draft.by, addDays(draft.call.closesOn, 1))
  const page = await (await app.get(`/demandes/${draft.id}`)).text()
  expect(page).toContain(CALL_CLOSED)
  expect(page).not.toContain('Ajouter une action')
  expect(page).not.toContain('à compléter')
  const section = await app.get(`/demandes/${draft.id}/actions/${draft.partId}/action`)
  expect(section.headers.get('location')).toBe(`/demandes/${draft.id}/relecture`)
  expect(await (await app.get(`/demandes/${draft.id}/relecture`)).text()).toContain(CALL_CLOSED)
  expect(await (await app.get(`/demandes/${draft.id}/pieces`)).text()).not.toContain('name="fichier"')
})

dbTest('a page sent after the closing comes back with its text still in it, unsaved', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by, addDays(draft.call.closesOn, 1))
  const answer = await app.post(`/demandes/${draft.id}/actions/${draft.partId}/action`, { title: 'Écrit à minuit cinq', 'rev.title': '0' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('value="Écrit à minuit cinq"')
  expect(html).toContain(CALL_CLOSED)
  expect((await findApplication(db, draft.by.scope, draft.id))?.answers).toEqual([])
})

dbTest('a field saved while one types after the closing answers why it is not saved', async ({ db }) => {
  const draft = await begunDraft(db)
  const app = testApp(db, draft.by, addDays(draft.call.closesOn, 1))
  const input = { subjectId: draft.partId, field: 'title', baseRevision: 0, raw: 'Vélo' }
  const answer = await app.send('PUT', `/demandes/${draft.id}/champs`, input)
  expect([answer.status, await answer.json()]).toMatchObject([
    409,
    { saved: false, refusal: 'closed', sentence: expect.stringContaining(CALL_CLOSED) },
  ])
})
