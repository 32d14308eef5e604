import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { ApplicationPage } from './ApplicationPage.tsx'
import { ApplicationsPage } from './ApplicationsPage.tsx'
import { type ApplicationFile, findApplication, listApplications } from './application-store.ts'
import { freeActions, listAskedActions } from './asked-action-store.ts'
import { findCall, listOpenCalls } from './call-store.ts'
import { applicationPaths } from './calls-paths.ts'
import { addPart, deleteDraft, REMOVAL_REFUSALS, removePart, startApplication } from './draft-acts.ts'
import { getDraftContent } from './draft-content-store.ts'
import { isOpenDraft } from './draft-store.ts'
import { listActions } from './part-store.ts'
import { StartPage } from './StartPage.tsx'
import { START_REFUSALS, type StartRefusal } from './start-refusals.ts'
import { submissionPaths } from './submission-paths.ts'

export const applicationRoutes = new Hono<AppEnv>()

applicationRoutes.get('/demandes', allow('application:write'), async (c) => {
  const { db, mandate, frame } = c.var
  const applications = await listApplications(db, mandate.scope, { organisationId: mandate.organisationId })
  return c.html(<ApplicationsPage frame={frame} organisationName={mandate.organisationName} applications={applications} />)
})

applicationRoutes.get('/demandes/nouvelle', allow('application:write'), async (c) => {
  const chosen = c.req.query('appel')
  const call = chosen === undefined ? undefined : await findCall(c.var.db, chosen)
  return c.html(await startPage(c, { values: call ? { call: call.id } : {}, errors: [] }))
})

interface StartForm {
  values: Record<string, string>
  errors: FieldError[]
}

async function startPage(c: AppContext, { values, errors }: StartForm) {
  const { db, mandate, today, frame } = c.var
  const calls = (await listOpenCalls(db, today)).filter(({ door }) => door === 'pilotis-first')
  const contractIds = [...new Set(calls.map(({ contractId }) => contractId))]
  const own = { organisationId: mandate.organisationId }
  const actions = (await Promise.all(contractIds.map((contractId) => listActions(db, mandate.scope, { ...own, contractId })))).flat()
  const chosen = values['call'] ?? calls[0]?.id
  const drafts = chosen === undefined ? [] : await listApplications(db, mandate.scope, { ...own, callId: chosen, state: 'draft' })
  const ids = { application: values['id'] ?? newId(), part: values['part'] ?? newId() }
  const known = actions.filter(({ lastYear }) => lastYear !== null)
  const free = freeActions(known, calls, await listAskedActions(db, mandate.scope, { ...own, callIds: calls.map(({ id }) => id) }))
  return <StartPage frame={frame} today={today} ids={ids} calls={calls} actions={free} drafts={drafts} values={values} errors={errors} />
}

const Start = z.object({
  id: z.uuid(),
  part: z.uuid(),
  call: z.uuid(),
  action: z.union([z.literal(''), z.uuid()]).default(''),
  anyway: z.string().optional(),
})

const FIELD_OF_REFUSAL: Readonly<Record<StartRefusal, string>> = {
  'unknown-call': 'call',
  'dauphin-first': 'call',
  'not-yet': 'call',
  closed: 'call',
  'draft-exists': 'call',
  'unknown-action': 'action',
  'action-already-asked': 'action',
  'too-many-parts': 'action',
  'not-a-draft': 'action',
  'draft-closed': 'action',
}

applicationRoutes.post('/demandes', allow('application:write'), async (c) => {
  const { values } = await readForm(c)
  const read = Start.safeParse(values)
  if (!read.success) {
    const known = { ...(values['action'] === undefined ? {} : { action: values['action'] }) }
    return c.html(await startPage(c, { values: known, errors: [{ field: 'call', message: START_REFUSALS['unknown-call'] }] }), 400)
  }
  const { id, part, call, action } = read.data
  const input = { id, partId: part, callId: call, actionId: action || undefined, anyway: read.data['anyway'] === 'oui' }
  const result = await startApplication(c.var.db, c.var.mandate, input, c.var.today)
  if (result.done) return c.redirect(applicationPaths.section(id, { section: 'organisation' }), 303)
  const errors = result.reasons.map((reason) => ({ field: FIELD_OF_REFUSAL[reason], message: START_REFUSALS[reason] }))
  return c.html(await startPage(c, { values: { ...values, id, part, call }, errors }), 422)
})

async function loadFile(c: AppContext): Promise<ApplicationFile> {
  const id = z.uuid().safeParse(c.req.param('id'))
  const file = id.success ? await findApplication(c.var.db, c.var.mandate.scope, id.data) : undefined
  if (file?.organisationId !== c.var.mandate.organisationId) throw new NotFound()
  return file
}

/** A draft shows its pages; what was sent is read again on its own page. */
applicationRoutes.get('/demandes/:id{[0-9a-f-]{36}}', allow('application:write'), async (c) => {
  const { db, mandate, today, frame } = c.var
  const file = await loadFile(c)
  if (!isOpenDraft(file)) return c.redirect(submissionPaths.submission(file.id), 303)
  const content = await getDraftContent(db, file, today)
  const own = { contractId: file.contractId, organisationId: file.organisationId }
  const known = (await listActions(db, mandate.scope, own)).filter(({ lastYear }) => lastYear !== null)
  const asked = await listAskedActions(db, mandate.scope, { organisationId: file.organisationId, callIds: [file.callId] })
  const actions = freeActions(known, [{ id: file.callId, contractId: file.contractId }], asked)
  return c.html(<ApplicationPage frame={frame} file={file} content={content} actions={actions} newPartId={newId()} today={today} />)
})

applicationRoutes.post('/demandes/:id/suppression', allow('application:write'), async (c) => {
  const file = await loadFile(c)
  const result = await deleteDraft(c.var.db, c.var.mandate, { applicationId: file.id }, c.var.today)
  if (result.done) return redirectSaying(c, applicationPaths.list, { state: 'success', text: 'Le brouillon est supprimé.' })
  return redirectSaying(c, applicationPaths.list, { state: 'error', text: START_REFUSALS['not-a-draft'] })
})

const NewPart = z.object({ id: z.uuid(), action: z.union([z.literal(''), z.uuid()]).default('') })

applicationRoutes.post('/demandes/:id/actions', allow('application:write'), async (c) => {
  const file = await loadFile(c)
  const back = applicationPaths.application(file.id)
  const read = NewPart.safeParse((await readForm(c)).values)
  if (!read.success) return redirectSaying(c, back, { state: 'error', text: START_REFUSALS['unknown-action'] })
  const { id: partId, action } = read.data
  const result = await addPart(c.var.db, c.var.mandate, { applicationId: file.id, partId, actionId: action || undefined }, c.var.today)
  if (!result.done)
    return redirectSaying(c, back, { state: 'error', text: result.reasons.map((reason) => START_REFUSALS[reason]).join('. ') })
  return c.redirect(applicationPaths.section(file.id, { section: 'action', partId }), 303)
})

applicationRoutes.post('/demandes/:id/actions/:partId/suppression', allow('application:write'), async (c) => {
  const file = await loadFile(c)
  const partId = z.uuid().safeParse(c.req.param('partId'))
  if (!partId.success) throw new NotFound()
  const back = applicationPaths.application(file.id)
  const result = await removePart(c.var.db, c.var.mandate, { applicationId: file.id, partId: partId.data }, c.var.today)
  if (result.done) return redirectSaying(c, back, { state: 'success', text: 'L’action est retirée de la demande.' })
  return redirectSaying(c, back, { state: 'error', text: result.reasons.map((reason) => REMOVAL_REFUSALS[reason]).join('. ') })
})
