import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { findLatestBudget } from '#calls/budget-version-store.ts'
import { NotFound } from '#platform/errors.ts'
import { amountField, choiceField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Cents, cents, formatEuros, parseEuros } from '#platform/money.ts'
import type { AnswerFormProps } from './AnswerForm.tsx'
import { type AmountLine, readLines, writeLines } from './amount-lines.ts'
import { answerAward } from './answer-acts.ts'
import { listFunderProducts } from './answer-store.ts'
import { listAwardDocuments } from './award-documents-store.ts'
import { type AwardState, awardStates, findAwardState } from './award-state-store.ts'
import { ANSWER_KINDS, type AnswerFlaw, type AnswerKind, keptAfter, sayAnswerFlaw } from './beneficiary-answer.ts'
import { listExpectedReports, listPendingRequests } from './follow-up-store.ts'
import { GrantPage } from './GrantPage.tsx'
import { GrantsPage } from './GrantsPage.tsx'
import { grantLines } from './grant-lines.ts'
import { answerLetter } from './letter-file-routes.ts'
import { agreementPaths } from './paths.ts'
import { productsAfter, type RevisedBudgetFlaw, revisedTotals, sayRevisedBudgetFlaw } from './revised-budget.ts'

export const grantRoutes = new Hono<AppEnv>()

grantRoutes.get('/subventions', allow('award:answer'), async (c) => {
  const { db, mandate, today, frame } = c.var
  const lines = grantLines(await awardStates(db, mandate.scope, {}, today), await listPendingRequests(db, mandate.scope))
  const reports = await listExpectedReports(db, mandate.scope)
  return c.html(<GrantsPage frame={frame} organisationName={mandate.organisationName} lines={lines} reports={reports} today={today} />)
})

grantRoutes.get('/subventions/:awardId', allow('award:answer'), async (c) => c.html(await grantPage(c, await notifiedAward(c))))

grantRoutes.get('/subventions/:awardId/courrier.pdf', allow('award:answer'), async (c) => answerLetter(c, await notifiedAward(c)))

const AnswerForm = z.object({
  id: idField,
  vue: z.union([z.literal(''), z.uuid()]).default(''),
  choix: choiceField(ANSWER_KINDS, 'Choisissez votre réponse.'),
  motif: textField({ max: 2_000 }),
})

grantRoutes.post('/subventions/:awardId/reponse', allow('award:answer'), async (c) => {
  const award = await notifiedAward(c)
  const typed = await readForm(c)
  const { values } = typed
  const { lines, errors } = readLines(values, 'budget')
  if (values['geste'] === 'calculer') return c.html(await grantPage(c, award, { values, errors }), errors.length > 0 ? 422 : 200)
  const read = parseTyped(AnswerForm, typed)
  const kept = keptTyped(values)
  const faults = [...(read.ok ? [] : read.errors), ...kept.errors, ...(values['choix'] === 'given-up' ? [] : errors)]
  if (!read.ok || faults.length > 0) return c.html(await grantPage(c, award, { values, errors: faults }), 400)
  const { id, vue, choix: kind, motif: reason } = read.value
  const input = { id, awardId: award.id, kind, kept: kept.value, reason, seenAnswerId: vue === '' ? null : vue, lines }
  const result = await answerAward(c.var.db, c.var.mandate, { ...input, publicUrl: c.var.publicUrl }, c.var.today)
  if (result.done)
    return redirectSaying(c, agreementPaths.grant(award.id), { state: 'success', text: sayAnswered(kind, award, result.value.returned) })
  const now = await notifiedAward(c)
  const page = await grantPage(c, now, {
    values,
    errors: await sayFlaws(c, now, { kind, kept: kept.value, lines, reasons: result.reasons }),
  })
  return c.html(page, 422)
})

/** The amount kept is read only for a reduction. */
function keptTyped(values: Readonly<Record<string, string>>): { value: Cents; errors: FormError[] } {
  if (values['choix'] !== 'reduced') return { value: cents(0), errors: [] }
  const read = z.object({ montant: amountField('Écrivez le montant que vous conservez.') }).safeParse(values)
  if (read.success) return { value: read.data.montant, errors: [] }
  return { value: cents(0), errors: read.error.issues.slice(0, 1).map(({ message }) => ({ field: 'montant', message })) }
}

function sayAnswered(kind: AnswerKind, award: AwardState, returned: Cents): string {
  const returns = returned > 0 ? ` ${formatEuros(returned)} reviennent au financeur (${award.funderName}).` : ''
  return `${{ confirmed: 'Votre subvention est confirmée.', reduced: 'Votre subvention est réduite.', 'given-up': 'Votre subvention est abandonnée.' }[kind]}${returns}`
}

interface Refused {
  kind: AnswerKind
  kept: Cents
  lines: readonly AmountLine[]
  reasons: readonly (AnswerFlaw | RevisedBudgetFlaw)[]
}

const BUDGET_FLAWS = ['empty', 'unbalanced', 'in-kind-unbalanced'] as const

async function sayFlaws(c: AppContext, award: AwardState, { kind, kept, lines, reasons }: Refused): Promise<FormError[]> {
  const after = await productsOf(c, award, keptAfter(kind, award.decided, kept))
  const totals = revisedTotals(lines, after)
  return reasons.map((reason) => {
    const budget = BUDGET_FLAWS.find((one) => one === reason)
    if (budget) return { field: 'budget', message: sayRevisedBudgetFlaw(budget, totals) }
    return sayAnswerFlaw(isAnswerFlaw(reason) ? reason : 'changed-meanwhile', award)
  })
}

function isAnswerFlaw(reason: AnswerFlaw | RevisedBudgetFlaw): reason is AnswerFlaw {
  return !BUDGET_FLAWS.some((one) => one === reason)
}

async function productsOf(c: AppContext, award: AwardState, kept: Cents) {
  if (!award.partId) return []
  const products = await listFunderProducts(c.var.db, c.var.mandate.scope, award.partId)
  return productsAfter(products, { funderId: award.funderId, before: award.decided, after: kept })
}

interface Shown {
  values: Readonly<Record<string, string>>
  errors: readonly FormError[]
}

async function grantPage(c: AppContext, award: AwardState, shown?: Shown): Promise<Html> {
  const latest = award.partId ? await findLatestBudget(c.var.db, c.var.mandate.scope, award.partId) : undefined
  const values = shown?.values ?? { choix: award.answer === null ? 'confirmed' : '', ...writeLines(latest?.lines ?? [], 'budget') }
  const budget = award.partId ? await budgetShown(c, award, values) : null
  return (
    <GrantPage
      frame={c.var.frame}
      award={award}
      newId={values['id'] ?? newId()}
      values={values}
      budget={budget}
      documents={await listAwardDocuments(c.var.db, c.var.mandate.scope, award, c.var.today)}
      errors={shown?.errors ?? []}
    />
  )
}

/** Totals of what is typed, whatever its faults. */
async function budgetShown(c: AppContext, award: AwardState, values: Readonly<Record<string, string>>): Promise<AnswerFormProps['budget']> {
  const kind = ANSWER_KINDS.find((one) => one === values['choix']) ?? 'confirmed'
  const typed = parseEuros(values['montant'] ?? '')
  const products = await productsOf(c, award, keptAfter(kind, award.decided, typed.ok ? typed.value : award.decided))
  return { products, totals: revisedTotals(readLines(values, 'budget').lines, products) }
}

/** One's own award, once it is notified: before, the beneficiary knows nothing of it. */
async function notifiedAward(c: Context<AppEnv>): Promise<AwardState> {
  const id = z.uuid().safeParse(c.req.param('awardId'))
  const award = id.success ? await findAwardState(c.var.db, c.var.mandate.scope, id.data, c.var.today) : undefined
  if (!award?.notifiedOn) throw new NotFound()
  return award
}
