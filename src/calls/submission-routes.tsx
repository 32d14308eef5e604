import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { downloadHeaders } from '#platform/file-kinds.ts'
import { openFile } from '#platform/file-store.ts'
import { idField, readForm } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { findStoredFile } from '#platform/stored-file.ts'
import { type ApplicationFile, findApplication } from './application-store.ts'
import { listAttachments } from './attachment-store.ts'
import { isDecided } from './decided-store.ts'
import { getDraftContent } from './draft-content-store.ts'
import { isOpenDraft } from './draft-store.ts'
import { ReviewPage } from './ReviewPage.tsx'
import { answersToRead } from './raws-of-part.ts'
import { SubmissionPage } from './SubmissionPage.tsx'
import { submitApplication } from './submission-acts.ts'
import { asksTheState, listObstacles } from './submission-file-store.ts'
import { DAUPHIN_NUMBER_REFUSALS, DAUPHIN_NUMBER_REFUSALS_TO_OFFICERS, setDauphinNumber } from './submission-number-acts.ts'
import { submissionPaths } from './submission-paths.ts'
import { findSubmission } from './submission-store.ts'
import { WITHDRAWAL_REFUSALS, withdrawApplication } from './withdrawal-acts.ts'
import { withdrawable } from './withdrawal-period.ts'
import { showWithoutNumber } from './without-number-page.tsx'

export const submissionRoutes = new Hono<AppEnv>()

submissionRoutes.get('/demandes/:id/relecture', allow('application:write'), async (c) => {
  const file = await loadOwn(c)
  if (!isOpenDraft(file)) return c.redirect(submissionPaths.submission(file.id), 303)
  return review(c, file, 200)
})

submissionRoutes.post('/demandes/:id/depot', allow('application:write'), async (c) => {
  const file = await loadOwn(c)
  const result = await submitApplication(c.var.db, c.var.mandate, { applicationId: file.id, publicUrl: c.var.publicUrl }, c.var.today)
  if (!result.done) return review(c, file, 422)
  const text = `Votre demande est envoyée sous le numéro ${result.value.number}.`
  return redirectSaying(c, submissionPaths.submission(file.id), { state: 'success', text })
})

submissionRoutes.get('/demandes/:id/depot', allow('application:write'), async (c) => sent(c, await loadOwn(c)))

submissionRoutes.get('/demandes/:id/recepisse', allow('application:write', 'application:read'), async (c) => {
  const submission = await findSubmission(c.var.db, c.var.mandate.scope, idOf(c))
  const stored = submission?.receiptFileId ? await findStoredFile(c.var.db, submission.receiptFileId) : undefined
  if (!stored) throw new NotFound()
  const { body } = await openFile(c.var.filesFolder, stored.hash)
  return c.body(body, 200, downloadHeaders(stored.name, 'pdf'))
})

submissionRoutes.post('/demandes/:id/retrait', allow('application:write'), async (c) => {
  const file = await loadOwn(c)
  const { values } = await readForm(c)
  const reason = (values['motif'] ?? '').slice(0, 2000)
  const result = await withdrawApplication(c.var.db, c.var.mandate, { applicationId: file.id, reason }, c.var.today)
  if (result.done) return redirectSaying(c, submissionPaths.submission(file.id), { state: 'success', text: 'Votre demande est retirée.' })
  return sent(c, file, { errors: result.reasons.map((one) => ({ field: 'motif', message: WITHDRAWAL_REFUSALS[one] })), typed: values })
})

/** An address reopened after a refused form: the page that holds the form. */
submissionRoutes.get('/demandes/:id/numero-dauphin', allow('application:write', 'dauphin:number'), (c) =>
  c.redirect(c.var.mandate.function === 'porteur' ? submissionPaths.submission(idOf(c)) : submissionPaths.withoutDauphinNumber, 303),
)

/** By the organisation on its own page; by the project lead or the State from the list of what has no number, or from the page of the file. */
submissionRoutes.post('/demandes/:id/numero-dauphin', allow('application:write', 'dauphin:number'), async (c) => {
  const id = idOf(c)
  const { values } = await readForm(c)
  const result = await setDauphinNumber(c.var.db, c.var.mandate, { applicationId: id, number: values['numero'] ?? '' }, c.var.today)
  const own = c.var.mandate.function === 'porteur'
  const list = values['retour'] === 'dossier' ? `/dossiers/${id}` : submissionPaths.withoutDauphinNumber
  const back = own ? submissionPaths.submission(id) : list
  if (result.done) return redirectSaying(c, back, { state: 'success', text: `Le numéro Dauphin ${result.value.number} est enregistré.` })
  const messages = result.reasons.map((one) => (own ? DAUPHIN_NUMBER_REFUSALS : DAUPHIN_NUMBER_REFUSALS_TO_OFFICERS)[one])
  if (!own) return showWithoutNumber(c, { applicationId: id, typed: values['numero'] ?? '', messages })
  return sent(c, await loadOwn(c), { errors: messages.map((message) => ({ field: 'numero', message })), typed: values })
})

function idOf(c: AppContext): string {
  const id = idField.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound()
  return id.data
}

async function loadOwn(c: AppContext): Promise<ApplicationFile> {
  const file = await findApplication(c.var.db, c.var.mandate.scope, idOf(c))
  if (file?.organisationId !== c.var.mandate.organisationId) throw new NotFound()
  return file
}

async function review(c: AppContext, file: ApplicationFile, status: 200 | 422): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const content = await getDraftContent(db, file, today)
  const obstacles = await listObstacles(db, file, today)
  const attachments = await listAttachments(db, mandate.scope, { applicationId: file.id })
  const toState = await asksTheState(db, file)
  const props = { file, content, obstacles, attachments, toState, today, refused: status === 422 }
  return c.html(<ReviewPage frame={frame} {...props} />, status)
}

interface Refused {
  errors: FieldError[]
  typed: Record<string, string>
}

async function sent(c: AppContext, file: ApplicationFile, refused?: Refused): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const submission = await findSubmission(db, mandate.scope, file.id)
  if (!submission) return c.redirect(submissionPaths.review(file.id), 303)
  const attachments = await listAttachments(db, mandate.scope, { applicationId: file.id })
  const toState = await asksTheState(db, file)
  const may = withdrawable({ decided: await isDecided(db, file.id), year: file.year }, today)
  const content = { ...(await getDraftContent(db, file, today)), answers: answersToRead(file) }
  const props = {
    file,
    content,
    submission,
    attachments,
    toState,
    withdrawable: may,
    errors: refused?.errors ?? [],
    typed: refused?.typed ?? {},
  }
  return c.html(<SubmissionPage frame={frame} {...props} />, refused ? 422 : 200)
}
