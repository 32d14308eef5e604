import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { listAnswers } from './answer-store.ts'
import { type LockedDraft, loadSubject, lockDraft } from './draft-store.ts'
import { writeAnswer } from './field-acts.ts'
import { findPreviousPart } from './part-store.ts'
import { isTakenOver, rawsOfPart, TAKEN_OVER_OF_APPLICATION } from './raws-of-part.ts'

/**
 * Copies into a renewed part what its action said the last time: texts, budget, territories, amounts asked.
 * Answers typed here win over typed columns; a file that came from elsewhere has only the latter.
 */
export async function takeOverAnswers(
  tx: Tx,
  by: Mandate,
  of: { applicationId: string; partId: string; actionId: string },
  today: Day,
): Promise<void> {
  const draft = await lockDraft(tx, by, { id: of.applicationId, today })
  const previous = await findPreviousPart(tx, by.scope, { actionId: of.actionId, before: draft.application.year })
  if (!previous) return
  const answers = await listAnswers(tx, by.scope, { applicationId: previous.applicationId })
  const typed = rawsOfPart(previous)
  for (const answer of answers) if (answer.subjectId === previous.id) typed.set(answer.field, answer.raw)
  const taken = [...typed].filter(([field]) => isTakenOver(field))
  await writeAll(tx, by, { draft, subjectId: of.partId }, taken)
  const ofApplication = answers
    .filter(({ subjectId, field }) => subjectId === previous.applicationId && TAKEN_OVER_OF_APPLICATION.includes(field))
    .map(({ field, raw }): [string, string] => [field, raw])
  await writeAll(tx, by, { draft, subjectId: of.applicationId }, ofApplication)
}

/** Only fields that this form knows and that are still empty. */
async function writeAll(
  tx: Tx,
  by: Mandate,
  of: { draft: LockedDraft; subjectId: string },
  raws: readonly [field: string, raw: string][],
): Promise<void> {
  const subject = await loadSubject(tx, by, of)
  for (const [name, raw] of raws) {
    const field = subject.fields.get(name)
    if (!field || subject.answers.has(name) || raw === '') continue
    await writeAnswer(tx, by, { draft: of.draft, subject }, { field, raw, revision: 1 })
  }
}
