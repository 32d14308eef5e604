import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { findApplication } from '#calls/application-store.ts'
import { addDays } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { parseTyped, readForm } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Flash } from '#platform/kit/frame.ts'
import { AskOpinionsPage } from './AskOpinionsPage.tsx'
import { AskOpinionsForm, askingErrors, backToList, idsOf } from './act-forms.ts'
import { type AskedOpinions, askOpinions } from './opinion-acts.ts'
import { listAskableParts, listAskedFunders, listConsultable } from './opinion-asking-store.ts'
import { instructionPaths } from './paths.ts'

export const askingRoutes = new Hono<AppEnv>()

/** What an opinion-giver usually has, unless another day is typed. */
const USUAL_DAYS = 21

/** The form for one file. */
askingRoutes.get(instructionPaths.opinionRequests, allow('opinion:ask'), async (c) => {
  const [applicationId] = idsOf([c.req.query('dossier') ?? ''])
  if (applicationId === undefined) return showForm(c, { partIds: [], back: instructionPaths.files })
  const file = await findApplication(c.var.db, c.var.mandate.scope, applicationId)
  if (!file) throw new NotFound()
  return showForm(c, { partIds: file.parts.map(({ id }) => id), back: instructionPaths.file(applicationId) })
})

/** The form for the files chosen in the list. Changes nothing: posted because hundreds of choices do not fit in an address. */
askingRoutes.post(instructionPaths.choice, allow('opinion:ask'), async (c) => {
  const typed = await readForm(c)
  return showForm(c, { partIds: idsOf(typed.lists['part']), back: backToList(typed, instructionPaths.files) })
})

/** The address of the form sent back, or of the choice, opened again: the list. */
askingRoutes.get(instructionPaths.choice, allow('opinion:ask'), (c) => c.redirect(instructionPaths.files, 303))

askingRoutes.post(instructionPaths.opinionRequests, allow('opinion:ask'), async (c) => {
  const typed = await readForm(c)
  const [partIds, organisationIds] = [idsOf(typed.lists['part']), idsOf(typed.lists['organisation'])]
  const { dueOn = '', email = '', siret = '' } = typed.values
  const back = backToList(typed, instructionPaths.files)
  const sent = { partIds, organisationIds, whereAsked: typed.values['seulement'] === 'oui', dueOn, email, siret, back }
  const { db, mandate, contract, today, publicUrl } = c.var
  if (!contract) throw new NotFound()
  const read = parseTyped(AskOpinionsForm, typed)
  if (!read.ok) return showForm(c, { ...sent, errors: read.errors })
  const { email: linkEmail, siret: otherSiret } = read.value
  const asked = {
    contractId: contract.id,
    partIds,
    organisationIds,
    fundersWhereAsked: sent.whereAsked,
    dueOn: read.value.dueOn,
    publicUrl,
  }
  const input = { ...asked, linkEmail: linkEmail || undefined, otherSiret: otherSiret || undefined }
  const result = await askOpinions(db, mandate, input, today)
  if (!result.done) return showForm(c, { ...sent, errors: askingErrors(result.reasons) })
  return redirectSaying(c, sent.back, askedFlash(result.value))
})

interface Shown {
  partIds: readonly string[]
  organisationIds?: readonly string[]
  whereAsked?: boolean
  dueOn?: string
  email?: string
  siret?: string
  back: string
  errors?: readonly FieldError[]
}

async function showForm(c: AppContext, shown: Shown): Promise<Response> {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const { partIds, whereAsked = true, dueOn = addDays(today, USUAL_DAYS), email = '', siret = '', back, errors = [] } = shown
  const parts = await listAskableParts(db, mandate.scope, { contractId: contract.id, partIds })
  const consultable = await listConsultable(db, contract.id, today)
  // The funders of whom money is asked are the usual ones: ticked unless the choice was already made.
  const organisationIds = shown.organisationIds ?? (await listAskedFunders(db, mandate.scope, partIds))
  const typed = { partIds, organisationIds, whereAsked, dueOn, email, siret }
  return c.html(<AskOpinionsPage {...{ frame, parts, consultable, today, typed, errors, back }} />, errors.length > 0 ? 422 : 200)
}

function askedFlash({ asked, alreadyAsked, own, nothingAsked, byLink }: AskedOpinions): Flash {
  const words = asked === 0 ? 'Aucun nouvel avis à demander' : asked === 1 ? 'Un avis est demandé' : `${asked} avis sont demandés`
  const before = alreadyAsked === 0 ? '' : alreadyAsked === 1 ? '\u202F; un l’était déjà' : `\u202F; ${alreadyAsked} l’étaient déjà`
  return {
    state: asked + byLink === 0 ? 'info' : 'success',
    text: `${words}${before}.${linkWords(byLink)}${leftWords(own, nothingAsked)}`,
  }
}

function leftWords(own: number, nothingAsked: number): string {
  const first = own === 0 ? '' : ' Aucune organisation n’est consultée sur sa propre demande.'
  return nothingAsked === 0 ? first : `${first} Les financeurs ne sont pas consultés là où rien ne leur est demandé.`
}

function linkWords(byLink: number): string {
  if (byLink === 0) return ''
  return byLink === 1 ? ' Un lien vers ce dossier est envoyé.' : ` Un lien vers ${byLink} dossiers est envoyé.`
}
