import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { ApplicationFile } from './application-store.ts'
import { getFormVersion } from './call-store.ts'
import type { DraftContent } from './completeness-of-draft.ts'
import { getFormChoices } from './form-choices-store.ts'

/** What the completeness of a draft is decided on: its own version of the form and the choices of its contract. */
export async function getDraftContent(db: Db, file: ApplicationFile, today: Day): Promise<DraftContent> {
  const { definition } = await getFormVersion(db, file.formVersionId)
  const choices = await getFormChoices(db, file.contractId, today)
  const { parts, answers, conflicts, legalForm, year } = file
  return { form: definition, choices, applicationId: file.id, legalForm, parts, answers, conflicts, year, today }
}
