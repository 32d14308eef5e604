import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { deleteAnswersOf } from './answer-store.ts'
import { deleteApplication, findApplicationHead, insertApplication, listApplications } from './application-store.ts'
import { listAskedActions } from './asked-action-store.ts'
import { callPeriod } from './call-period.ts'
import { type Call, findCallById } from './call-store.ts'
import { isOpenDraft, type LockedDraft, lockDraft } from './draft-store.ts'
import { deleteActionIfUnused, deletePart, insertAction, insertPart, listActions, type Part } from './part-store.ts'
import { takeOverAnswers } from './renewal-acts.ts'
import { START_REFUSALS, type StartRefusal } from './start-refusals.ts'

/** More is a mistake: nobody reads a file of more actions. */
export const MOST_PARTS = 20

export interface StartInput {
  id: string
  partId: string
  callId: string
  /** One of the organisation's actions to ask again for: last year's answers are taken over. */
  actionId?: string | undefined
  /** Begin another file though a draft is already there. */
  anyway?: boolean | undefined
}

/** Begins an application with one part. The same form sent twice makes one. */
export async function startApplication(
  db: Db,
  by: Mandate,
  input: StartInput,
  today: Day,
): Promise<Result<{ applicationId: string }, StartRefusal>> {
  return db.transaction(async (tx) => {
    const already = await findApplicationHead(tx, by.scope, input.id)
    if (already) return done({ applicationId: already.id })
    const call = await findCallById(tx, input.callId)
    if (!call) return refused('unknown-call')
    const reasons = [...callRefusals(call, today), ...(await draftRefusals(tx, by, input))]
    if (reasons.length > 0) return refused(...reasons)
    const inserted = await insertApplication(tx, {
      ...input,
      contractId: call.contractId,
      organisationId: by.organisationId,
      formVersionId: call.formVersionId,
      origin: 'pilotis',
      dauphinNumber: null,
      createdOn: today,
      createdBy: by.id,
    })
    if (inserted) await record(tx, by, 'application.started', input.id, { callId: call.id })
    return appendPart(tx, by, { applicationId: input.id, partId: input.partId, actionId: input.actionId }, today)
  })
}

function callRefusals(call: Call, today: Day): StartRefusal[] {
  const { phase } = callPeriod(call, today)
  if (call.door === 'dauphin-first') return ['dauphin-first']
  return phase === 'open' ? [] : [phase]
}

async function draftRefusals(tx: Tx, by: Mandate, input: StartInput): Promise<StartRefusal[]> {
  if (input.anyway) return []
  const own = { callId: input.callId, organisationId: by.organisationId, state: 'draft' } as const
  const drafts = await listApplications(tx, by.scope, own)
  return drafts.length > 0 ? ['draft-exists'] : []
}

export interface PartInput {
  applicationId: string
  partId: string
  actionId?: string | undefined
}

/** Adds an action to a draft: a new one, or one of the organisation's actions with last year's answers. */
export async function addPart(db: Db, by: Mandate, input: PartInput, today: Day): Promise<Result<{ applicationId: string }, StartRefusal>> {
  return db.transaction((tx) => appendPart(tx, by, input, today))
}

async function appendPart(tx: Tx, by: Mandate, input: PartInput, today: Day): Promise<Result<{ applicationId: string }, StartRefusal>> {
  const draft = await lockDraft(tx, by, { id: input.applicationId, today })
  const { application, parts } = draft
  if (parts.some(({ id }) => id === input.partId)) return done({ applicationId: application.id })
  const refusal = await partRefusal(tx, by, draft, input)
  if (refusal) return refused(refusal)
  const own = { contractId: application.contractId, organisationId: application.organisationId }
  const actionId = input.actionId ?? newId()
  const { year } = application
  if (!input.actionId) await insertAction(tx, { ...own, id: actionId, title: '', firstYear: year, createdOn: today })
  const position = Math.max(0, ...parts.map((part) => part.position)) + 1
  const renewed = input.actionId !== undefined
  const row = { ...own, id: input.partId, applicationId: application.id, actionId, year, position, renewed, createdOn: today }
  if (!(await insertPart(tx, row))) throw new NotFound()
  await record(tx, by, 'part.added', application.id, { partId: input.partId, actionId, renewed })
  if (renewed) await takeOverAnswers(tx, by, { applicationId: application.id, partId: input.partId, actionId }, today)
  return done({ applicationId: application.id })
}

async function partRefusal(
  tx: Tx,
  by: Mandate,
  { application, parts, closed }: LockedDraft,
  { actionId }: PartInput,
): Promise<StartRefusal | undefined> {
  if (!isOpenDraft(application)) return 'not-a-draft'
  if (closed) return 'draft-closed'
  if (parts.length >= MOST_PARTS) return 'too-many-parts'
  if (actionId === undefined) return undefined
  const actions = await listActions(tx, by.scope, application)
  if (!actions.some(({ id }) => id === actionId)) return 'unknown-action'
  return (await isAskedThisYear(tx, by, { callId: application.callId, actionId })) ? 'action-already-asked' : undefined
}

/** The same action asked twice in one call would be counted twice. */
async function isAskedThisYear(tx: Tx, by: Mandate, of: { callId: string; actionId: string }): Promise<boolean> {
  const asked = await listAskedActions(tx, by.scope, { organisationId: by.organisationId, callIds: [of.callId] })
  return asked.some(({ actionId }) => actionId === of.actionId)
}

export type RemovalRefusal = 'not-a-draft' | 'draft-closed' | 'last-part'

export const REMOVAL_REFUSALS = {
  'not-a-draft': START_REFUSALS['not-a-draft'],
  'draft-closed': START_REFUSALS['draft-closed'],
  'last-part': 'Une demande garde au moins une action\u00A0: supprimez plutôt la demande entière',
} satisfies Record<RemovalRefusal, string>

/** Takes an action out of a draft, with all that was typed about it. */
export async function removePart(
  db: Db,
  by: Mandate,
  input: { applicationId: string; partId: string },
  today: Day,
): Promise<Result<undefined, RemovalRefusal>> {
  return db.transaction(async (tx) => {
    const { application, parts, closed } = await lockDraft(tx, by, { id: input.applicationId, today })
    if (!isOpenDraft(application)) return refused('not-a-draft')
    if (closed) return refused('draft-closed')
    const part = parts.find(({ id }) => id === input.partId)
    if (!part) throw new NotFound()
    if (parts.length === 1) return refused('last-part')
    await dropPart(tx, by, part)
    await record(tx, by, 'part.removed', application.id, { partId: part.id })
    return done(undefined)
  })
}

/** Deletes a draft whole. What was sent is never deleted: it is withdrawn. */
export async function deleteDraft(
  db: Db,
  by: Mandate,
  input: { applicationId: string },
  today: Day,
): Promise<Result<undefined, 'not-a-draft'>> {
  return db.transaction(async (tx) => {
    const { application, parts } = await lockDraft(tx, by, { id: input.applicationId, today })
    if (!isOpenDraft(application)) return refused('not-a-draft')
    for (const part of parts) await dropPart(tx, by, part)
    await deleteApplication(tx, application)
    await record(tx, by, 'application.deleted', application.id, { callId: application.callId })
    return done(undefined)
  })
}

async function dropPart(tx: Tx, by: Mandate, part: Part): Promise<void> {
  await deleteAnswersOf(tx, by.scope, { applicationId: part.applicationId, subjectId: part.id })
  await deletePart(tx, part)
  if (!part.renewed) await deleteActionIfUnused(tx, { id: part.actionId, organisationId: part.organisationId })
}
