import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { idField, parseTyped, readForm } from '#platform/form.ts'
import type { Flash } from '#platform/kit/frame.ts'
import { backToList, CompletenessForm, dueDayErrors, idsOf, OpinionForm, opinionErrors, PieceForm, statementErrors } from './act-forms.ts'
import { type CompletedTogether, completeTogether } from './complete-together-acts.ts'
import { askPiece, stateCompleteness } from './completeness-acts.ts'
import { idInPath, type ShowFile } from './file-routes.tsx'
import { giveOpinion } from './opinion-acts.ts'
import type { GivenEntry } from './opinion-giving-acts.ts'
import { OPINION_NAMES } from './opinion-kinds.ts'
import { instructionPaths, instructionRoutePaths } from './paths.ts'

/** The forms of a file's page; one that is refused comes back on that page. */
export function actRoutes(showFile: ShowFile): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.post(instructionRoutePaths.opinion, allow('opinion:give'), (c) => takeOpinion(c, showFile))
  routes.post(instructionRoutePaths.completeness, allow('completeness:state'), (c) => takeStatement(c, showFile))
  routes.post(instructionRoutePaths.pieceRequests, allow('completeness:state'), (c) => takePieceRequest(c, showFile))
  // A refused form leaves its address in the browser: reopened, it leads to the file.
  routes.get(instructionRoutePaths.opinion, allow('opinion:give'), (c) =>
    c.redirect(`${instructionPaths.file(idInPath(c, 'id'))}?avis=${idInPath(c, 'request')}`, 303),
  )
  routes.post(instructionPaths.completeTogether, allow('completeness:state'), takeTogether)
  routes.get(instructionPaths.completeTogether, allow('completeness:state'), (c) => c.redirect(instructionPaths.files, 303))
  routes.get(instructionRoutePaths.completeness, allow('completeness:state'), backToFile)
  routes.get(instructionRoutePaths.pieceRequests, allow('completeness:state'), backToFile)
  return routes
}

function backToFile(c: AppContext): Response {
  return c.redirect(instructionPaths.file(idInPath(c, 'id')), 303)
}

async function takeOpinion(c: AppContext, showFile: ShowFile): Promise<Response> {
  const [applicationId, requestId] = [idInPath(c, 'id'), idInPath(c, 'request')]
  const typed = await readForm(c)
  const read = parseTyped(OpinionForm, typed)
  const back = (errors: { field: string; message: string }[]) =>
    showFile(c, applicationId, { requestId, sentBack: { form: 'opinion', values: typed.values, errors } })
  if (!read.ok) return back(read.errors)
  const { id, seen, kind, amount, reason } = read.value
  const seenId = idField.safeParse(seen).data
  const input = { id, applicationId, requestId, kind, reason, proposed: amount, seenId }
  const result = await giveOpinion(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return back(opinionErrors(result.reasons))
  return redirectSaying(c, `${instructionPaths.file(applicationId)}?avis=${requestId}`, givenFlash(result.value))
}

/** What the giver must know: a colleague came first, or more than asked is proposed. */
function givenFlash({ overtook, aboveAsked, afterCommittee }: GivenEntry): Flash {
  if (overtook) {
    const word = OPINION_NAMES[overtook.kind].toLowerCase()
    const text = `Votre avis est enregistré et c’est lui qui compte. Entre-temps, ${overtook.personName} avait rendu un avis ${word} pour votre organisation\u00A0: il reste dans l’histoire du dossier.`
    return { state: 'warning', text }
  }
  if (aboveAsked)
    return { state: 'warning', text: 'Votre avis est enregistré. Le montant que vous proposez dépasse ce qui vous est demandé.' }
  if (afterCommittee) return { state: 'warning', text: 'Votre avis est enregistré, et noté comme rendu après le comité.' }
  return { state: 'success', text: 'Votre avis est enregistré.' }
}

async function takeStatement(c: AppContext, showFile: ShowFile): Promise<Response> {
  const applicationId = idInPath(c, 'id')
  const typed = await readForm(c)
  const read = parseTyped(CompletenessForm, typed)
  const back = (errors: { field: string; message: string }[]) =>
    showFile(c, applicationId, { sentBack: { form: 'completeness', values: typed.values, errors } })
  if (!read.ok) return back(read.errors)
  const { id, complete, note } = read.value
  const result = await stateCompleteness(c.var.db, c.var.mandate, { id, applicationId, complete: complete === 'oui', note }, c.var.today)
  if (!result.done) return back(statementErrors(result.reasons))
  const text = complete === 'oui' ? 'Le dossier est noté complet.' : 'Le dossier est noté incomplet.'
  return redirectSaying(c, instructionPaths.file(applicationId), { state: 'success', text })
}

/** The files ticked in the list, and back to the list as it was. */
async function takeTogether(c: AppContext): Promise<Response> {
  const typed = await readForm(c)
  const partIds = idsOf(typed.lists['part'])
  const back = backToList(typed, instructionPaths.files)
  if (partIds.length === 0) return redirectSaying(c, back, { state: 'warning', text: 'Cochez d’abord des dossiers dans la liste.' })
  const result = await completeTogether(c.var.db, c.var.mandate, { partIds }, c.var.today)
  if (!result.done) throw new Error('nothing refuses files stated complete together')
  return redirectSaying(c, back, togetherFlash(result.value))
}

function togetherFlash({ stated, already, left }: CompletedTogether): Flash {
  const words = [
    stated === 0 ? 'Aucun dossier n’a changé.' : stated === 1 ? 'Un dossier est noté complet.' : `${stated} dossiers sont notés complets.`,
    already === 0 ? '' : already === 1 ? ' Un l’était déjà.' : ` ${already} l’étaient déjà.`,
    left === 0
      ? ''
      : ` ${left === 1 ? 'Un dossier est noté incomplet ou attend' : `${left} dossiers sont notés incomplets ou attendent`} une pièce\u00A0: ouvrez-le${left === 1 ? '' : 's'} pour vous prononcer.`,
  ]
  return { state: left > 0 || stated === 0 ? 'warning' : 'success', text: words.join('') }
}

async function takePieceRequest(c: AppContext, showFile: ShowFile): Promise<Response> {
  const applicationId = idInPath(c, 'id')
  const typed = await readForm(c)
  const read = parseTyped(PieceForm, typed)
  const back = (errors: { field: string; message: string }[]) =>
    showFile(c, applicationId, { sentBack: { form: 'piece', values: typed.values, errors } })
  if (!read.ok) return back(read.errors)
  const { id, piece, explanation, dueOn } = read.value
  const input = { id, applicationId, label: piece, reason: explanation, dueOn, publicUrl: c.var.publicUrl }
  const result = await askPiece(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return back(dueDayErrors(result.reasons))
  return redirectSaying(c, `${instructionPaths.file(applicationId)}#pieces`, pieceFlash(result.value.told))
}

function pieceFlash(told: number): Flash {
  if (told > 0) return { state: 'success', text: 'La pièce est demandée. Le porteur est prévenu par courriel.' }
  return { state: 'warning', text: 'La pièce est demandée, mais personne n’a de compte pour ce porteur\u00A0: prévenez-le autrement.' }
}
