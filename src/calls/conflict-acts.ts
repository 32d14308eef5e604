import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { listOpenConflicts, resolveConflictRow } from './answer-store.ts'
import { CALL_CLOSED } from './call-period.ts'
import { isOpenDraft, loadSubject, lockDraft } from './draft-store.ts'
import { writeAnswer } from './field-acts.ts'

export const CONFLICT_CHOICES = ['mine', 'theirs', 'third'] as const

export type ConflictRefusal = 'not-a-draft' | 'closed' | 'moved-again'

export const CONFLICT_REFUSALS = {
  'not-a-draft': 'Cette demande a été envoyée\u00A0: son texte ne change plus',
  closed: CALL_CLOSED,
  'moved-again': 'Le texte a encore changé pendant que vous choisissiez\u00A0: relisez les deux, puis choisissez',
} satisfies Record<ConflictRefusal, string>

export interface ConflictChoice {
  applicationId: string
  conflictId: string
  /** `mine`: the text kept beside; `theirs`: the one in place; `third`: the one in `text`. */
  choice: (typeof CONFLICT_CHOICES)[number]
  text: string
  /** The revision in place that the chooser read. */
  theirRevision: number
}

/** Chooses between two texts of one field. What is not chosen stays among the revisions. */
export async function resolveConflict(
  db: Db,
  by: Mandate,
  input: ConflictChoice,
  today: Day,
): Promise<Result<{ subjectId: string; field: string }, ConflictRefusal>> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, by, { id: input.applicationId, today })
    const conflicts = await listOpenConflicts(tx, by.scope, { applicationId: input.applicationId })
    const conflict = conflicts.find(({ id }) => id === input.conflictId)
    if (!conflict) throw new NotFound()
    if (!isOpenDraft(draft.application)) return refused('not-a-draft')
    if (draft.closed) return refused('closed')
    const subject = await loadSubject(tx, by, { draft, subjectId: conflict.subjectId })
    const latest = subject.answers.get(conflict.field)
    const field = subject.fields.get(conflict.field)
    if ((latest?.revision ?? 0) !== input.theirRevision) return refused('moved-again')
    const chosen = { mine: conflict.raw, theirs: latest?.raw ?? '', third: input.text.replaceAll('\0', '\uFFFD') }[input.choice]
    if (field && chosen !== latest?.raw) {
      await writeAnswer(tx, by, { draft, subject }, { field, raw: chosen, revision: input.theirRevision + 1 })
    }
    await resolveConflictRow(tx, { id: conflict.id, applicationId: input.applicationId })
    await record(tx, by, 'conflict.resolved', conflict.subjectId, { field: conflict.field, choice: input.choice })
    return done({ subjectId: conflict.subjectId, field: conflict.field })
  })
}
