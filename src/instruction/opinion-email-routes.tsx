import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { FILE_REFUSALS } from '#calls/attachment-acts.ts'
import { NotFound } from '#platform/errors.ts'
import { downloadHeaders, isDownloadKind } from '#platform/file-kinds.ts'
import { openFile, storeFile } from '#platform/file-store.ts'
import { dayField, type FormError, idField, parseTyped, readForm, type Typed } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { findStoredFile } from '#platform/stored-file.ts'
import { idInPath } from './file-routes.tsx'
import { givenWords } from './my-opinion-routes.tsx'
import { listAskedOf } from './my-opinions-store.ts'
import { OpinionEmailPage } from './OpinionEmailPage.tsx'
import { OpinionEmailsPage } from './OpinionEmailsPage.tsx'
import { recordEmail, typeOpinions } from './opinion-email-acts.ts'
import { findEmail, listAskedOrganisations, listEmails, type OpinionEmail } from './opinion-email-store.ts'
import { gridErrors, nothingFilled, readGrid } from './opinion-grid-form.ts'
import { instructionPaths, instructionRoutePaths } from './paths.ts'

/** Opinions that came by e-mail: the e-mail is kept first, then what it says is typed against it. */
export const opinionEmailRoutes = new Hono<AppEnv>()

const EmailForm = z.object({
  id: idField,
  organisation: z.uuid('Choisissez l’organisation qui a écrit'),
  sentOn: dayField('Écrivez la date du courriel'),
})

interface Sent {
  values: Record<string, string>
  errors: readonly FieldError[]
}

opinionEmailRoutes.get(instructionPaths.emails, allow('opinion:ask'), (c) => {
  const tooHeavy = c.req.query('fichier') === 'trop-lourd'
  return showEmails(c, tooHeavy ? { values: {}, errors: [{ field: 'fichier', message: FILE_REFUSALS['too-large'] }] } : undefined)
})

opinionEmailRoutes.post(instructionPaths.emails, allow('opinion:ask'), async (c) => {
  const { db, mandate, today } = c.var
  const typed = await readForm(c)
  const back = (errors: readonly FormError[]) => showEmails(c, { values: typed.values, errors })
  const read = parseTyped(EmailForm, typed)
  if (!read.ok) return back([...read.errors, ...(typed.files['fichier'] ? [] : [NO_FILE])])
  const kept = await keepFile(c, typed)
  if ('error' in kept) return back([kept.error])
  const { id, organisation: organisationId, sentOn } = read.value
  const result = await recordEmail(db, mandate, { id, contractId: contractOf(c), organisationId, sentOn, file: kept.file }, today)
  if (!result.done) return back([{ field: 'sentOn', message: 'Cette date n’est pas encore venue\u00A0: vérifiez-la' }])
  return redirectSaying(c, instructionPaths.email(result.value), {
    state: 'success',
    text: 'Le courriel est gardé. Saisissez ce qu’il dit.',
  })
})

const NO_FILE = { field: 'fichier', message: 'Joignez le courriel, enregistré en PDF\u00A0: il fait preuve' }

type Kept = { file: { hash: string; size: number; kind: string; name: string } } | { error: FormError }

/** On the disk before the row that names it. */
async function keepFile(c: AppContext, { files }: Typed): Promise<Kept> {
  const given = files['fichier']
  if (!given) return { error: NO_FILE }
  const stored = await storeFile(c.var.filesFolder, { name: given.name, content: given.stream() }, c.var.antivirusCommand)
  if (stored.done) return { file: { ...stored.value, name: given.name } }
  const [reason = 'type-not-allowed'] = stored.reasons
  return { error: { field: 'fichier', message: FILE_REFUSALS[reason] } }
}

opinionEmailRoutes.get(instructionRoutePaths.email, allow('opinion:ask'), async (c) => showEmail(c, await loadEmail(c)))

opinionEmailRoutes.post(instructionRoutePaths.email, allow('opinion:ask'), async (c) => {
  const { db, mandate, today } = c.var
  const email = await loadEmail(c)
  const typed = await readForm(c)
  const { entries, errors } = readGrid(typed)
  const back = (more: readonly FormError[]) => showEmail(c, email, { values: typed.values, errors: more })
  if (errors.length > 0) return back(errors)
  if (entries.length === 0) return back(nothingFilled(typed))
  const given = await typeOpinions(db, mandate, { contractId: contractOf(c), emailId: email.id, entries }, today)
  if (!given.done) return back(gridErrors(given.refused))
  return redirectSaying(c, instructionPaths.email(email.id), givenWords(given.value))
})

/** Who may type after it, and examine every file of which it speaks. */
opinionEmailRoutes.get(instructionRoutePaths.emailFile, allow('opinion:ask'), async (c) => {
  const email = await loadEmail(c)
  const file = await findStoredFile(c.var.db, email.fileId)
  if (!file || !isDownloadKind(file.kind)) throw new NotFound()
  const { body } = await openFile(c.var.filesFolder, file.hash)
  return c.body(body, 200, downloadHeaders(file.name, file.kind))
})

function contractOf(c: AppContext): string {
  const { contract } = c.var
  if (!contract) throw new NotFound()
  return contract.id
}

async function loadEmail(c: AppContext): Promise<OpinionEmail> {
  const email = await findEmail(c.var.db, c.var.mandate.scope, { contractId: contractOf(c), id: idInPath(c, 'id') })
  if (!email) throw new NotFound()
  return email
}

async function showEmails(c: AppContext, sent?: Sent): Promise<Response> {
  const { db, mandate, frame, today } = c.var
  const emails = await listEmails(db, mandate.scope, contractOf(c))
  const organisations = await listAskedOrganisations(db, mandate.scope, contractOf(c))
  return c.html(<OpinionEmailsPage {...{ frame, emails, organisations, today, sent }} />, sent ? 422 : 200)
}

async function showEmail(c: AppContext, email: OpinionEmail, sent?: Sent): Promise<Response> {
  const { db, mandate, frame, today } = c.var
  const { organisationId } = email
  const asked = await listAskedOf(db, mandate.scope, { contractId: contractOf(c), organisationId })
  const all = c.req.query('lignes') === 'toutes'
  return c.html(<OpinionEmailPage {...{ frame, email, asked, all, today, sent }} />, sent ? 422 : 200)
}
