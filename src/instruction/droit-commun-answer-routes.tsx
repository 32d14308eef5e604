import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { type FormError, idField, moneyField, readForm, textFlaw } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import { TRY_FIELDS, tryFieldName } from './DroitCommunAnswerFields.tsx'
import { DroitCommunAnswersPage } from './DroitCommunAnswersPage.tsx'
import { type AnswerInput, answerTries } from './droit-commun-acts.ts'
import { ANSWER_REFUSALS, type AnswerRefusal } from './droit-commun-answer-check.ts'
import { listMyTries } from './droit-commun-asking-store.ts'
import { TRY_OUTCOMES } from './droit-commun-route.ts'
import { meansPaths } from './means-paths.ts'

/** The owner of lines answers in one list. */
export const droitCommunAnswerRoutes = new Hono<AppEnv>()

droitCommunAnswerRoutes.get(meansPaths.myTries, allow('droit-commun:answer'), (c) => page(c))

droitCommunAnswerRoutes.post(meansPaths.myTries, allow('droit-commun:answer'), async (c) => {
  const { values } = await readForm(c)
  const { answers, errors } = readRows(values)
  if (errors.length > 0) return page(c, { values, errors })
  const here = c.req.query('repondues') === 'oui' ? `${meansPaths.myTries}?repondues=oui` : meansPaths.myTries
  if (answers.length === 0) return redirectSaying(c, here, { state: 'info', text: 'Aucune ligne n’était remplie\u00A0: rien n’a changé.' })
  const result = await answerTries(c.var.db, c.var.mandate, { answers }, c.var.today)
  if (!result.done) return page(c, { values, errors: result.reasons.map(errorOf) })
  const text = result.value === 1 ? 'Votre réponse est enregistrée.' : `Vos ${result.value} réponses sont enregistrées.`
  return redirectSaying(c, here, { state: 'success', text })
})

const REFUSAL_FIELDS = {
  'outcome-missing': 'outcome',
  'reason-missing': 'reason',
  'means-missing': 'amount',
  'means-with-no': 'amount',
} as const satisfies Record<AnswerRefusal, (typeof TRY_FIELDS)[number]>

/** « tryId:code », beside the field of its row. */
function errorOf(reason: string): FormError {
  const [tryId = '', code = ''] = reason.split(':')
  const refusal = (['outcome-missing', 'reason-missing', 'means-missing', 'means-with-no'] as const).find((one) => one === code)
  if (refusal === undefined) throw new Error(`unknown refusal: ${reason}`)
  return { field: tryFieldName(REFUSAL_FIELDS[refusal], tryId), message: ANSWER_REFUSALS[refusal].message }
}

/** The rows of which at least one field was filled, with what cannot be read of them. */
function readRows(values: Record<string, string>): { answers: AnswerInput[]; errors: FormError[] } {
  const tryIds = Object.keys(values).flatMap((name) => (name.startsWith('id-') ? [name.slice(3)] : []))
  const filled = tryIds.filter(
    (tryId) => idField.safeParse(tryId).success && TRY_FIELDS.some((field) => (values[tryFieldName(field, tryId)] ?? '').trim() !== ''),
  )
  const rows = filled.map((tryId) => readRow(values, tryId))
  return { answers: rows.map(({ answer }) => answer), errors: rows.flatMap(({ errors }) => errors) }
}

const Amount = moneyField()

function readRow(values: Record<string, string>, tryId: string): { answer: AnswerInput; errors: FormError[] } {
  const text = (field: (typeof TRY_FIELDS)[number]): string => (values[tryFieldName(field, tryId)] ?? '').trim()
  const [amount, id] = [Amount.safeParse(text('amount')), idField.safeParse(values[tryFieldName('id', tryId)])]
  const flaws = [
    ['amount', amount.success ? undefined : amount.error.issues[0]?.message],
    ['means', textFlaw(text('means'), { max: 300 })],
    ['reason', textFlaw(text('reason'), { max: 1_000 })],
  ] as const
  const answer: AnswerInput = {
    id: id.success ? id.data : newId(),
    tryId,
    outcome: TRY_OUTCOMES.find((outcome) => outcome === text('outcome')),
    amount: (amount.success ? amount.data : undefined) ?? null,
    means: text('means'),
    reason: text('reason'),
  }
  return { answer, errors: flaws.flatMap(([field, message]) => (message ? [{ field: tryFieldName(field, tryId), message }] : [])) }
}

async function page(c: AppContext, sentBack?: { values: Record<string, string>; errors: FormError[] }): Promise<Response> {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const tries = await listMyTries(db, mandate.scope, contract.id)
  const newIds = new Map(tries.map(({ id }) => [id, newId()]))
  const answered = c.req.query('repondues') === 'oui'
  return c.html(<DroitCommunAnswersPage {...{ frame, today, tries, answered, newIds, sentBack }} />, sentBack ? 422 : 200)
}
