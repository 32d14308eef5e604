import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { ACCEPTED_EXTENSIONS, downloadHeaders, isDownloadKind } from '#platform/file-kinds.ts'
import { openFile, storeFile } from '#platform/file-store.ts'
import { idField, readForm, type Typed } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { AttachmentsPage } from './AttachmentsPage.tsx'
import { type Application, findApplicationHead } from './application-store.ts'
import { ATTACHMENT_REFUSALS, addAttachment, FILE_REFUSALS, removeAttachment } from './attachment-acts.ts'
import { ATTACHMENT_KINDS } from './attachment-kinds.ts'
import { reusable } from './attachment-reuse.ts'
import { reuseAttachments } from './attachment-reuse-acts.ts'
import { listGivenElsewhere } from './attachment-reuse-store.ts'
import { findAttachment, listAttachments } from './attachment-store.ts'
import { isClosedDraft } from './draft-period.ts'
import { isOpenDraft } from './draft-store.ts'
import { submissionPaths } from './submission-paths.ts'

export const attachmentRoutes = new Hono<AppEnv>()

attachmentRoutes.get('/demandes/:id/pieces', allow('application:write'), async (c) => {
  const errors = c.req.query('fichier') === 'trop-lourd' ? [{ field: 'fichier', message: FILE_REFUSALS['too-large'] }] : []
  return page(c, await loadOwn(c), { errors, typed: {}, status: 200 })
})

attachmentRoutes.post('/demandes/:id/pieces', allow('application:write'), async (c) => {
  const application = await loadOwn(c)
  const typed = await readForm(c)
  const read = await readUpload(c, typed)
  if ('errors' in read) return page(c, application, { errors: read.errors, typed: typed.values, status: 400 })
  const result = await addAttachment(c.var.db, c.var.mandate, { applicationId: application.id, ...read }, c.var.today)
  if (!result.done) {
    const errors = result.reasons.map((reason) => ({ field: 'fichier', message: ATTACHMENT_REFUSALS[reason] }))
    return page(c, application, { errors, typed: typed.values, status: 422 })
  }
  return redirectSaying(c, submissionPaths.attachments(application.id), { state: 'success', text: 'Le fichier est joint à votre demande.' })
})

attachmentRoutes.post('/demandes/:id/pieces/reprise', allow('application:write'), async (c) => {
  const { id } = await loadOwn(c)
  const result = await reuseAttachments(c.var.db, c.var.mandate, { applicationId: id }, c.var.today)
  return redirectSaying(c, submissionPaths.attachments(id), reuseSaid(result))
})

function reuseSaid(result: Awaited<ReturnType<typeof reuseAttachments>>): { state: 'success' | 'error'; text: string } {
  if (!result.done) return { state: 'error', text: result.reasons.map((reason) => ATTACHMENT_REFUSALS[reason]).join('. ') }
  const { count } = result.value
  if (count === 0) return { state: 'success', text: 'Vos pièces sont déjà jointes à cette demande.' }
  return { state: 'success', text: count === 1 ? 'La pièce est jointe à votre demande.' : `${count} pièces sont jointes à votre demande.` }
}

attachmentRoutes.post('/demandes/:id/pieces/:attachmentId/retrait', allow('application:write'), async (c) => {
  const ids = idsOf(c)
  const result = await removeAttachment(c.var.db, c.var.mandate, { applicationId: ids.id, id: ids.attachmentId }, c.var.today)
  const said = result.done
    ? ({ state: 'success', text: 'Le fichier n’est plus joint à votre demande.' } as const)
    : ({ state: 'error', text: result.reasons.map((reason) => ATTACHMENT_REFUSALS[reason]).join('. ') } as const)
  return redirectSaying(c, submissionPaths.attachments(ids.id), said)
})

/** Its organisation and its readers only: to anybody else it is not there. */
attachmentRoutes.get('/demandes/:id/pieces/:attachmentId', allow('application:write', 'application:read'), async (c) => {
  const ids = idsOf(c)
  const attachment = await findAttachment(c.var.db, c.var.mandate.scope, { applicationId: ids.id, id: ids.attachmentId })
  if (!attachment || !isDownloadKind(attachment.fileKind)) throw new NotFound()
  const { body } = await openFile(c.var.filesFolder, attachment.hash)
  return c.body(body, 200, downloadHeaders(attachment.name, attachment.fileKind))
})

async function loadOwn(c: AppContext): Promise<Application> {
  const id = idField.safeParse(c.req.param('id'))
  const application = id.success ? await findApplicationHead(c.var.db, c.var.mandate.scope, id.data) : undefined
  if (application?.organisationId !== c.var.mandate.organisationId) throw new NotFound()
  return application
}

function idsOf(c: AppContext): { id: string; attachmentId: string } {
  const ids = z.object({ id: idField, attachmentId: idField }).safeParse(c.req.param())
  if (!ids.success) throw new NotFound()
  return ids.data
}

type Upload = { id: string; kind: (typeof ATTACHMENT_KINDS)[number]; file: Parameters<typeof addAttachment>[2]['file']; name: string }

/** The file is kept before the row that names it; a refused one is not kept at all. */
async function readUpload(c: AppContext, { values, files }: Typed): Promise<Upload | { errors: FieldError[] }> {
  const errors: FieldError[] = []
  const id = idField.safeParse(values['id'])
  const kind = ATTACHMENT_KINDS.find((one) => one === values['piece'])
  const given = files['fichier']
  if (!kind) errors.push({ field: 'piece', message: ATTACHMENT_REFUSALS['kind-not-offered'] })
  if (!given) errors.push({ field: 'fichier', message: 'Choisissez un fichier sur votre appareil' })
  if (!kind || !given) return { errors }
  const stored = await storeFile(c.var.filesFolder, { name: given.name, content: given.stream() }, c.var.antivirusCommand)
  if (!stored.done) return { errors: stored.reasons.map((reason) => ({ field: 'fichier', message: FILE_REFUSALS[reason] })) }
  return { id: id.success ? id.data : newId(), kind, file: stored.value, name: given.name }
}

async function page(
  c: AppContext,
  application: Application,
  { errors, typed, status }: { errors: FieldError[]; typed: Record<string, string>; status: 200 | 400 | 422 },
): Promise<Response> {
  const attachments = await listAttachments(c.var.db, c.var.mandate.scope, { applicationId: application.id })
  const own = { organisationId: application.organisationId, applicationId: application.id }
  const elsewhere = await listGivenElsewhere(c.var.db, c.var.mandate.scope, own)
  const there = attachments.map(({ kind }) => kind)
  const given = reusable(application.legalForm, there, elsewhere)
  const closed = isOpenDraft(application) && isClosedDraft(application, c.var.today)
  const made = {
    attachments,
    given,
    open: isOpenDraft(application) && !closed,
    closed,
    newId: newId(),
    accept: ACCEPTED_EXTENSIONS,
    errors,
    typed,
  }
  return c.html(<AttachmentsPage frame={c.var.frame} application={application} {...made} />, status)
}
