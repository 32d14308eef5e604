import { expect, test } from 'vitest'
import type { Mandate } from '#access/mandate.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { type BegunDraft, begunDraft } from '#testing/draft.ts'
import { aMandate, TODAY } from '#testing/world.ts'
import { findApplication } from './application-store.ts'
import { resolveConflict } from './conflict-acts.ts'
import { type FieldOutcome, saveField, saveFields } from './field-acts.ts'
import type { Part } from './part-store.ts'

function save(
  db: Db,
  draft: BegunDraft,
  typed: { field: string; raw: string; base?: number; by?: Mandate; subjectId?: string },
): Promise<FieldOutcome> {
  const { field, raw, base = 0, by = draft.by, subjectId = draft.partId } = typed
  return saveField(db, by, { applicationId: draft.id, subjectId, field, baseRevision: base, raw }, TODAY)
}

async function partOf(db: Db, draft: BegunDraft): Promise<Part | undefined> {
  return (await findApplication(db, draft.by.scope, draft.id))?.parts[0]
}

async function rawOf(db: Db, draft: BegunDraft, field: string): Promise<string | undefined> {
  return (await findApplication(db, draft.by.scope, draft.id))?.answers.find((answer) => answer.field === field)?.raw
}

function colleagueOf(db: Db, draft: BegunDraft): Promise<Mandate> {
  return aMandate(db, { name: 'Collègue', organisationId: draft.by.organisationId, function: 'porteur', contractId: null })
}

dbTest('each revision of a field is kept, and the latest reaches its typed column (PRJ-04)', async ({ db }) => {
  const draft = await begunDraft(db)
  expect(await save(db, draft, { field: 'title', raw: 'Vélo' })).toEqual({ saved: true, revision: 1, text: 'Vélo' })
  expect(await save(db, draft, { field: 'title', raw: 'Vélo-école', base: 1 })).toEqual({ saved: true, revision: 2, text: 'Vélo-école' })
  expect(await save(db, draft, { field: 'title', raw: 'Vélo-école', base: 1 })).toMatchObject({ saved: true, revision: 2 })
  expect((await partOf(db, draft))?.title).toBe('Vélo-école')
})

dbTest('« 350,50 » in a line of whole euros stays visible with its error and is not counted', async ({ db }) => {
  const draft = await begunDraft(db)
  await save(db, draft, { field: 'budget.613', raw: '350' })
  expect((await partOf(db, draft))?.lines).toEqual([{ account: '613', amount: euros(350) }])
  const outcome = await save(db, draft, { field: 'budget.613', raw: '350,50', base: 1 })
  expect(outcome).toMatchObject({ saved: true, revision: 2, error: 'Écrivez un nombre entier d’euros, sans centimes. Exemple\u00A0: 350' })
  expect((await partOf(db, draft))?.lines).toEqual([])
  expect(await rawOf(db, draft, 'budget.613')).toBe('350,50')
})

dbTest('shares, people, orientation, theme, dates, floor and requests reach their typed columns', async ({ db }) => {
  const draft = await begunDraft(db)
  const { world } = draft
  const typed: [string, string][] = [
    ['qpv.QN06201F', '33,33'],
    ['public.60-plus.women', '12'],
    ['public.60-plus.men', '3'],
    ['orientation', world.orientations.employment],
    ['theme', '2.1'],
    ['startsOn', '01/03/2027'],
    ['endsOn', '2027-12-31'],
    ['floor', '8 000'],
    [`asked.${world.organisations.region}`, '0'],
    ['summary', 'Deux ateliers'],
    ['expectedResult', 'Autonomie'],
    ['indicator', 'Personnes'],
    ['indicatorTarget', '30'],
  ]
  for (const [field, raw] of typed) expect(await save(db, draft, { field, raw })).toEqual({ saved: true, revision: 1, text: raw })
  expect(await partOf(db, draft)).toMatchObject({
    territories: [{ code: 'QN06201F', share: 0.3333 }],
    publics: [{ ageBand: '60+', women: 12, men: 3 }],
    orientationId: world.orientations.employment,
    themeCode: '2.1',
    startsOn: '2027-03-01',
    endsOn: '2027-12-31',
    floor: euros(8000),
    requests: [{ funderId: world.organisations.region, asked: 0 }],
    summary: 'Deux ateliers',
    expectedResult: 'Autonomie',
    indicator: 'Personnes',
    indicatorTarget: '30',
  })
})

dbTest('an emptied field empties its column, share and request', async ({ db }) => {
  const draft = await begunDraft(db)
  const fields = ['qpv.QN06201F', `asked.${draft.world.organisations.state}`, 'budget.601', 'floor']
  for (const field of fields) await save(db, draft, { field, raw: '50' })
  for (const field of fields) await save(db, draft, { field, raw: '', base: 1 })
  expect(await partOf(db, draft)).toMatchObject({ territories: [], requests: [], lines: [], floor: null })
})

dbTest('100,000 characters are kept whole, refused with their sentence, and not in the typed column', async ({ db }) => {
  const draft = await begunDraft(db)
  const raw = 'é'.repeat(100_000)
  const outcome = await save(db, draft, { field: 'summary', raw })
  expect(outcome).toMatchObject({ saved: true, error: expect.stringContaining('le maximum est 4\u202F000') })
  expect(await rawOf(db, draft, 'summary')).toBe(raw)
  expect((await partOf(db, draft))?.summary).toBe('')
})

dbTest('a NUL byte becomes a visible mark, kept and refused', async ({ db }) => {
  const draft = await begunDraft(db)
  const outcome = await save(db, draft, { field: 'title', raw: 'Vé\0lo' })
  expect(outcome).toMatchObject({ saved: true, text: 'Vé\uFFFDlo', error: expect.stringContaining('illisible') })
})

dbTest('an unknown field, a sent file and a stranger’s subject are refused', async ({ db }) => {
  const draft = await begunDraft(db)
  expect(await save(db, draft, { field: 'nowhere', raw: 'x' })).toEqual({ saved: false, refusal: 'unknown-field' })
  expect(await save(db, draft, { field: 'qpv.QN99999Z', raw: '50' })).toEqual({ saved: false, refusal: 'unknown-field' })
  await expect(save(db, draft, { field: 'title', raw: 'x', subjectId: newId() })).rejects.toBeInstanceOf(NotFound)
  await expect(save(db, draft, { field: 'title', raw: 'x', by: draft.world.mandates.otherPorteur })).rejects.toBeInstanceOf(NotFound)
  await db.run`insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
    values (${draft.id}, ${draft.call.id}, 1, ${TODAY}, ${draft.by.id}, 1)`
  expect(await save(db, draft, { field: 'title', raw: 'x' })).toEqual({ saved: false, refusal: 'not-a-draft' })
})

dbTest('a text typed over a stale revision is kept beside the other, with who and when', async ({ db }) => {
  const draft = await begunDraft(db)
  const colleague = await colleagueOf(db, draft)
  await save(db, draft, { field: 'need', raw: 'premier' })
  await save(db, draft, { field: 'need', raw: 'le mien', base: 1 })
  const outcome = await save(db, draft, { field: 'need', raw: 'le sien', base: 1, by: colleague })
  expect(outcome).toMatchObject({ saved: false, conflict: { theirs: 'le mien', theirRevision: 2, theirAuthor: 'Porteuse' } })
  const again = await save(db, draft, { field: 'need', raw: 'le sien, plus long', base: 1, by: colleague })
  const file = await findApplication(db, draft.by.scope, draft.id)
  expect(file?.conflicts.map(({ raw, authorName }) => [raw, authorName])).toEqual([['le sien, plus long', 'Collègue']])
  expect(again).toEqual({ saved: false, conflict: { ...('conflict' in outcome ? outcome.conflict : {}) } })
})

dbTest('a section sent whole leaves alone the fields that nobody touched', async ({ db }) => {
  const draft = await begunDraft(db)
  const colleague = await colleagueOf(db, draft)
  await save(db, draft, { field: 'need', raw: 'premier' })
  await save(db, draft, { field: 'need', raw: 'second', base: 1 })
  const outcomes = await saveFields(
    db,
    colleague,
    {
      applicationId: draft.id,
      subjectId: draft.partId,
      fields: [
        { field: 'need', baseRevision: 1, raw: 'premier' },
        { field: 'means', baseRevision: 0, raw: 'une salle' },
      ],
    },
    TODAY,
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual([
    { saved: true, revision: 2, text: 'second' },
    { saved: true, revision: 1, text: 'une salle' },
  ])
})

dbTest.for([
  { choice: 'mine', kept: 'le sien', revision: 3 },
  { choice: 'theirs', kept: 'le mien', revision: 2 },
  { choice: 'third', kept: 'les deux', revision: 3 },
] as const)('choosing « $choice » keeps « $kept » and closes the conflict', async ({ choice, kept, revision }, { db }) => {
  const draft = await begunDraft(db)
  await save(db, draft, { field: 'title', raw: 'premier' })
  await save(db, draft, { field: 'title', raw: 'le mien', base: 1 })
  const outcome = await save(db, draft, { field: 'title', raw: 'le sien', base: 1, by: await colleagueOf(db, draft) })
  const conflictId = 'conflict' in outcome ? outcome.conflict.conflictId : ''
  const input = { applicationId: draft.id, conflictId, choice, text: 'les deux' }
  expect(await resolveConflict(db, draft.by, { ...input, theirRevision: 1 }, TODAY)).toEqual({ done: false, reasons: ['moved-again'] })
  expect((await resolveConflict(db, draft.by, { ...input, theirRevision: 2 }, TODAY)).done).toBe(true)
  const file = await findApplication(db, draft.by.scope, draft.id)
  expect(file?.conflicts).toEqual([])
  expect(file?.answers.find(({ field }) => field === 'title')).toMatchObject({ raw: kept, revision })
  expect(file?.parts[0]?.title).toBe(kept)
})

test('two people saving the same field at once: one text is in place, the other is kept beside it', async () => {
  const db = await freshDatabase()
  const draft = await begunDraft(db)
  const people = [draft.by, await colleagueOf(db, draft)]
  const outcomes = await Promise.all(people.map((by, index) => save(db, draft, { field: 'need', raw: `texte ${index}`, by })))
  expect(outcomes.map(({ saved }) => saved).sort()).toEqual([false, true])
  const file = await findApplication(db, draft.by.scope, draft.id)
  const texts = [...(file?.answers ?? []), ...(file?.conflicts ?? [])].filter(({ field }) => field === 'need').map(({ raw }) => raw)
  expect(texts.sort()).toEqual(['texte 0', 'texte 1'])
})

test('two people saving two fields at once both keep theirs', async () => {
  const db = await freshDatabase()
  const draft = await begunDraft(db)
  const colleague = await colleagueOf(db, draft)
  const outcomes = await Promise.all([
    save(db, draft, { field: 'need', raw: 'un besoin' }),
    save(db, draft, { field: 'means', raw: 'des moyens', by: colleague }),
  ])
  expect(outcomes.map(({ saved }) => saved)).toEqual([true, true])
})
