import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { choiceField, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Flash } from '#platform/kit/frame.ts'
import { idsOf } from './act-forms.ts'
import { idInPath } from './file-routes.tsx'
import { OpinionAskPage } from './OpinionAskPage.tsx'
import { OpinionFollowUpPage } from './OpinionFollowUpPage.tsx'
import { OpinionSettingsPage } from './OpinionSettingsPage.tsx'
import { type AskWithdrawalRefusal, type Reminded, remindOpinions, withdrawAsk } from './opinion-follow-up-acts.ts'
import { listAwaited } from './opinion-follow-up-store.ts'
import { revokeLink } from './opinion-link-acts.ts'
import { listLinks } from './opinion-link-store.ts'
import { AFTER_COMMITTEE } from './opinion-settings.ts'
import { setOpinionSettings } from './opinion-settings-acts.ts'
import { settingsOn } from './opinion-settings-store.ts'
import { instructionPaths, instructionRoutePaths } from './paths.ts'

/** Who owes which opinion, what was sent, and what is done about it. */
export const opinionFollowUpRoutes = new Hono<AppEnv>()

opinionFollowUpRoutes.get(instructionPaths.followUp, allow('opinion:ask'), async (c) => {
  const { db, mandate, today, frame } = c.var
  const asks = await listAwaited(db, mandate.scope, contractOf(c))
  const links = await listLinks(db, contractOf(c))
  const [partnerId] = idsOf([c.req.query('partenaire') ?? ''])
  const late = c.req.query('etat') === 'en-retard'
  const page = Number(/^\d{1,3}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1) || 1
  return c.html(<OpinionFollowUpPage {...{ frame, asks, links, today, query: { partnerId, late, page } }} />)
})

opinionFollowUpRoutes.post(instructionPaths.reminders, allow('opinion:ask'), async (c) => {
  const { db, mandate, today, publicUrl } = c.var
  const typed = await readForm(c)
  const [requestId] = idsOf(typed.lists['request'])
  const [organisationId] = idsOf(typed.lists['partenaire'])
  const input = { contractId: contractOf(c), requestIds: requestId === undefined ? undefined : [requestId], organisationId, publicUrl }
  const reminded = await remindOpinions(db, mandate, input, today)
  return redirectSaying(c, requestId === undefined ? instructionPaths.followUp : instructionPaths.ask(requestId), remindedFlash(reminded))
})

/** The address of a posted reminder, opened again. */
opinionFollowUpRoutes.get(instructionPaths.reminders, allow('opinion:ask'), (c) => c.redirect(instructionPaths.followUp, 303))

function remindedFlash({ reminded, mails, alreadyToday, unreachable }: Reminded): Flash {
  const text = [
    reminded === 0 ? 'Aucun nouveau rappel.' : `${reminded} avis rappelés, ${mails} courriels envoyés.`,
    ...(alreadyToday > 0 ? [`Déjà rappelés aujourd’hui\u00A0: ${alreadyToday}.`] : []),
    ...(unreachable.length > 0 ? [`Personne à qui écrire\u00A0: ${unreachable.join(', ')}. Envoyez-leur un lien.`] : []),
  ].join(' ')
  return { state: unreachable.length > 0 ? 'warning' : reminded === 0 ? 'info' : 'success', text }
}

opinionFollowUpRoutes.get(instructionRoutePaths.ask, allow('opinion:ask'), (c) => showAsk(c))

const WithdrawalForm = z.object({ reason: textField({ max: 1_000, missing: 'Écrivez le motif\u00A0: le partenaire le lira' }) })

opinionFollowUpRoutes.post(instructionRoutePaths.askWithdrawal, allow('opinion:ask'), async (c) => {
  const { db, mandate, today } = c.var
  const typed = await readForm(c)
  const read = parseTyped(WithdrawalForm, typed)
  if (!read.ok) return showAsk(c, { values: typed.values, errors: read.errors })
  const result = await withdrawAsk(db, mandate, { requestId: requestIn(c), reason: read.value.reason }, today)
  if (!result.done) {
    const text = result.reasons.map((reason) => WITHDRAWAL_WORDS[reason]).join('. ')
    return redirectSaying(c, instructionPaths.followUp, { state: 'warning', text: `${text}.` })
  }
  return redirectSaying(c, instructionPaths.followUp, {
    state: 'success',
    text: 'La demande d’avis est retirée, et le partenaire prévenu.',
  })
})

/** The address of a refused form, opened again. */
opinionFollowUpRoutes.get(instructionRoutePaths.askWithdrawal, allow('opinion:ask'), (c) =>
  c.redirect(instructionPaths.ask(requestIn(c)), 303),
)

const WITHDRAWAL_WORDS = {
  'reason-missing': 'Écrivez le motif\u00A0: le partenaire le lira',
  'already-given': 'Cet avis vient d’être rendu\u00A0: il reste au dossier',
  'already-withdrawn': 'Cette demande est déjà retirée',
} satisfies Record<AskWithdrawalRefusal, string>

opinionFollowUpRoutes.post(instructionRoutePaths.linkRevocation, allow('opinion:ask'), async (c) => {
  const result = await revokeLink(c.var.db, c.var.mandate, idInPath(c, 'id'), c.var.today)
  const said: Flash = result.done
    ? { state: 'success', text: 'Le lien est révoqué\u00A0: il n’ouvre plus rien. Les avis déjà rendus restent.' }
    : { state: 'info', text: 'Ce lien n’ouvrait déjà plus rien.' }
  return redirectSaying(c, instructionPaths.followUp, said)
})

opinionFollowUpRoutes.get(instructionPaths.settings, allow('opinion:ask'), (c) => showSettings(c))

const days = (text: string): number[] => text.split(/[\s,;]+/).flatMap((one) => (one === '' ? [] : [Number(one)]))
const daysList = z
  .string()
  .default('')
  .transform(days)
  .refine(
    (list) => list.length <= 5 && list.every((one) => Number.isInteger(one) && one >= 0 && one <= 60),
    'Écrivez cinq nombres de jours au plus, de 0 à 60. Exemple\u00A0: 1, 7',
  )

const SettingsForm = z.object({
  remindBefore: daysList,
  remindAfter: daysList,
  linkDays: z
    .string()
    .default('')
    .refine((text) => /^\d{1,2}$/.test(text.trim()) && Number(text) <= 90, 'Écrivez un nombre de jours, de 0 à 90')
    .transform(Number),
  afterCommittee: choiceField(AFTER_COMMITTEE, 'Choisissez ce que devient un avis rendu après le comité'),
})

opinionFollowUpRoutes.post(instructionPaths.settings, allow('opinion:ask'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(SettingsForm, typed)
  if (!read.ok) return showSettings(c, { values: typed.values, errors: read.errors })
  await setOpinionSettings(c.var.db, c.var.mandate, { contractId: contractOf(c), ...read.value }, c.var.today)
  return redirectSaying(c, instructionPaths.settings, { state: 'success', text: 'Les réglages valent à partir d’aujourd’hui.' })
})

interface Sent {
  values: Record<string, string>
  errors: readonly FieldError[]
}

async function showSettings(c: AppContext, sent?: Sent): Promise<Response> {
  const settings = await settingsOn(c.var.db, contractOf(c), c.var.today)
  return c.html(<OpinionSettingsPage frame={c.var.frame} settings={settings} sent={sent} />, sent ? 422 : 200)
}

async function showAsk(c: AppContext, sent?: Sent): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const asks = await listAwaited(db, mandate.scope, contractOf(c))
  const ask = asks.find(({ requestId }) => requestId === requestIn(c))
  if (!ask) throw new NotFound()
  return c.html(<OpinionAskPage {...{ frame, ask, today, sent }} />, sent ? 422 : 200)
}

function contractOf(c: AppContext): string {
  const { contract } = c.var
  if (!contract) throw new NotFound()
  return contract.id
}

function requestIn(c: AppContext): string {
  const read = idField.safeParse(c.req.param('request'))
  if (!read.success) throw new NotFound()
  return read.data
}
