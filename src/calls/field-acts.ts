import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { type Answer, findRevision, insertAnswer, insertConflict, listOpenConflicts, updateConflictText } from './answer-store.ts'
import { type DraftSubject, isOpenDraft, type LockedDraft, loadSubject, lockDraft } from './draft-store.ts'
import { readField } from './field-values.ts'
import type { FormField } from './form-fields.ts'
import { writePartField } from './part-field-store.ts'

/** What a person typed in one field, and the revision it was typed over (0 when the field was empty). */
export interface TypedField {
  field: string
  baseRevision: number
  raw: string
}

export interface KeptConflict {
  conflictId: string
  theirs: string
  theirRevision: number
  theirAuthor: string
  theirSavedAt: Date
}

/** Saved, even when it cannot be read yet (`error`); or kept beside a text that came in the meantime. */
export type FieldOutcome =
  | { saved: true; revision: number; text: string; error?: string }
  | { saved: false; conflict: KeptConflict }
  | { saved: false; refusal: 'not-a-draft' | 'closed' | 'unknown-field' }

/** Saves one field of a draft. Its text is kept whatever it is; only what can be read reaches the typed columns. */
export async function saveField(
  db: Db,
  by: Mandate,
  input: TypedField & { applicationId: string; subjectId: string },
  today: Day,
): Promise<FieldOutcome> {
  const { applicationId, subjectId, ...field } = input
  const [first] = await saveFields(db, by, { applicationId, subjectId, fields: [field] }, today)
  if (!first) throw new Error('one field gives one outcome')
  return first.outcome
}

export interface SavedField {
  field: string
  outcome: FieldOutcome
}

/** Saves the fields of a section in one transaction, each as {@link saveField} does. */
export async function saveFields(
  db: Db,
  by: Mandate,
  input: { applicationId: string; subjectId: string; fields: readonly TypedField[] },
  today: Day,
): Promise<SavedField[]> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, by, { id: input.applicationId, today })
    const subject = await loadSubject(tx, by, { draft, subjectId: input.subjectId })
    const outcomes: SavedField[] = []
    for (const typed of input.fields) {
      outcomes.push({ field: typed.field, outcome: await saveOne(tx, by, { draft, subject }, asKept(typed)) })
    }
    return outcomes
  })
}

interface Place {
  draft: LockedDraft
  subject: DraftSubject
}

/** A NUL byte or half a surrogate cannot be stored: it becomes a visible mark, which the rules refuse. */
function asKept(typed: TypedField): TypedField {
  return { ...typed, raw: typed.raw.replaceAll('\0', '\uFFFD').replaceAll('\r\n', '\n').toWellFormed() }
}

async function saveOne(tx: Tx, by: Mandate, place: Place, typed: TypedField): Promise<FieldOutcome> {
  const field = place.subject.fields.get(typed.field)
  if (!field) return { saved: false, refusal: 'unknown-field' }
  if (!isOpenDraft(place.draft.application)) return { saved: false, refusal: 'not-a-draft' }
  if (place.draft.closed) return { saved: false, refusal: 'closed' }
  const latest = place.subject.answers.get(typed.field)
  const present = latest?.raw ?? ''
  const revision = latest?.revision ?? 0
  if (present === typed.raw) return savedAs(field, { raw: present, revision })
  if (!latest || revision === typed.baseRevision) return writeAnswer(tx, by, place, { field, raw: typed.raw, revision: revision + 1 })
  if (await isUntouched(tx, by, place, typed)) return savedAs(field, latest)
  return keepBoth(tx, by, place, { typed, latest })
}

/** A section sent whole carries fields that nobody touched: the text that came in the meantime stays. */
async function isUntouched(tx: Tx, by: Mandate, place: Place, typed: TypedField): Promise<boolean> {
  const base = await findRevision(tx, by.scope, {
    applicationId: place.draft.application.id,
    subjectId: place.subject.id,
    field: typed.field,
    revision: typed.baseRevision,
  })
  return (base ?? '') === typed.raw
}

function savedAs(field: FormField, kept: { raw: string; revision: number }): FieldOutcome {
  const { error } = readField(field.spec, kept.raw)
  return { saved: true, revision: kept.revision, text: kept.raw, ...(error === undefined ? {} : { error }) }
}

/** Writes the next revision of a field and brings its typed column to it. */
export async function writeAnswer(
  tx: Tx,
  by: Mandate,
  place: Place,
  next: { field: FormField; raw: string; revision: number },
): Promise<FieldOutcome> {
  const applicationId = place.draft.application.id
  const { field, raw, revision } = next
  await insertAnswer(tx, { applicationId, subjectId: place.subject.id, field: field.field, revision, raw, authorId: by.personId })
  const read = readField(field.spec, raw)
  if (place.subject.subject === 'part') {
    const target = { applicationId, partId: place.subject.id, scope: by.scope, choices: place.draft.choices }
    await writePartField(tx, target, field.field, read.value)
  }
  await record(tx, by, 'answer.saved', place.subject.id, { field: field.field, revision })
  return savedAs(field, { raw, revision })
}

async function keepBoth(
  tx: Tx,
  by: Mandate,
  place: Place,
  { typed, latest }: { typed: TypedField; latest: Answer },
): Promise<FieldOutcome> {
  const applicationId = place.draft.application.id
  const open = await listOpenConflicts(tx, by.scope, { applicationId })
  const mine = open.find((each) => each.subjectId === place.subject.id && each.field === typed.field && each.authorId === by.personId)
  const conflictId = mine?.id ?? newId()
  if (mine) {
    await updateConflictText(tx, { id: mine.id, applicationId, raw: typed.raw })
  } else {
    await insertConflict(tx, { id: conflictId, applicationId, subjectId: place.subject.id, ...typed, authorId: by.personId })
    await record(tx, by, 'answer.kept-beside', place.subject.id, { field: typed.field, baseRevision: typed.baseRevision })
  }
  return { saved: false, conflict: { conflictId, ...theirsOf(latest) } }
}

function theirsOf(latest: Answer): Omit<KeptConflict, 'conflictId'> {
  return { theirs: latest.raw, theirRevision: latest.revision, theirAuthor: latest.authorName, theirSavedAt: latest.savedAt }
}
