import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { type Answer, listAnswers } from './answer-store.ts'
import { type Application, findApplicationHead, lockApplication } from './application-store.ts'
import { getFormVersion } from './call-store.ts'
import { isClosedDraft } from './draft-period.ts'
import { getFormChoices } from './form-choices-store.ts'
import { type FormChoices, type FormField, fieldsOf } from './form-fields.ts'
import type { FormDefinition, Subject } from './form-version.ts'
import { listParts, type Part } from './part-store.ts'

/** A draft locked for a change, with all that the change is decided on. */
export interface LockedDraft {
  application: Application
  form: FormDefinition
  choices: FormChoices
  parts: Part[]
  /** Its call is over, and not open again for it. */
  closed: boolean
}

/** Locks the application of the mandate's own organisation; anything else is not found. */
export async function lockOwnApplication(tx: Tx, by: Mandate, id: string): Promise<Application> {
  const locked = await lockApplication(tx, by.scope, id)
  const application = locked ? await findApplicationHead(tx, by.scope, id) : undefined
  if (application?.organisationId !== by.organisationId) throw new NotFound()
  return application
}

/** Only what nobody was sent yet, and was begun here, is changed by its organisation. */
export function isOpenDraft(application: Application): boolean {
  return application.state === 'draft' && application.origin === 'pilotis'
}

export async function lockDraft(tx: Tx, by: Mandate, of: { id: string; today: Day }): Promise<LockedDraft> {
  const application = await lockOwnApplication(tx, by, of.id)
  const { definition } = await getFormVersion(tx, application.formVersionId)
  const choices = await getFormChoices(tx, application.contractId, of.today)
  const parts = await listParts(tx, by.scope, { applicationId: of.id })
  return { application, form: definition, choices, parts, closed: isClosedDraft(application, of.today) }
}

/** One subject of a draft: its fields, and what was last typed in each. */
export interface DraftSubject {
  id: string
  subject: Subject
  fields: ReadonlyMap<string, FormField>
  answers: ReadonlyMap<string, Answer>
}

/** The application itself or one of its parts; any other subject is not found. */
export async function loadSubject(tx: Tx, by: Mandate, of: { draft: LockedDraft; subjectId: string }): Promise<DraftSubject> {
  const { application, form, choices, parts } = of.draft
  const subject: Subject = of.subjectId === application.id ? 'application' : 'part'
  if (subject === 'part' && !parts.some(({ id }) => id === of.subjectId)) throw new NotFound()
  const answers = await listAnswers(tx, by.scope, { applicationId: application.id, subjectId: of.subjectId })
  return {
    id: of.subjectId,
    subject,
    fields: new Map(fieldsOf(form, subject, choices).map((field) => [field.field, field])),
    answers: new Map(answers.map((answer) => [answer.field, answer])),
  }
}
