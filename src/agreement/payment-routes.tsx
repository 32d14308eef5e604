import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { listFunders } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { amountField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { cents } from '#platform/money.ts'
import { listAwardDocuments } from './award-documents-store.ts'
import { type AwardState, awardStates, findAwardState, listAwardYears } from './award-state-store.ts'
import { chosenOf, yearChosen, yearsOf } from './list-filter.ts'
import { OverridesPage } from './OverridesPage.tsx'
import { PaymentPage } from './PaymentPage.tsx'
import { PaymentsPage } from './PaymentsPage.tsx'
import { agreementPaths } from './paths.ts'
import { recordObligation, recordPayment } from './payment-acts.ts'
import { leftToObligate, leftToPay, obligationFlaws, paymentFlaws, sayObligationFlaw, sayPaymentFlaw } from './payment-limits.ts'
import { listOverrides } from './payment-store.ts'
import { suspensionHolds } from './payment-suspension.ts'
import { AWARD_STAGES } from './whose-turn.ts'

export const paymentRoutes = new Hono<AppEnv>()

paymentRoutes.get('/paiements', allow('payment:record', 'programming:read'), async (c) => {
  const { db, mandate, today, contract, frame } = c.var
  if (!contract) throw new NotFound()
  const funders = await listFunders(db, contract.id)
  const funderId = chosenFunder(
    c.req.query('financeur'),
    funders.map(({ id }) => id),
    may(mandate, 'payment:record') ? mandate.organisationId : '',
  )
  const by = { contractId: contract.id, funderId: funderId || undefined }
  const listed = await listAwardYears(db, mandate.scope, by)
  const year = yearChosen(c.req.query('annee'), listed, today)
  const stage = chosenOf(AWARD_STAGES, c.req.query('etape'))
  const ofYear = await awardStates(db, mandate.scope, { ...by, year }, today)
  const awards = ofYear.filter((award) => award.granted > 0 && (stage === undefined || award.stage === stage))
  const lists = { funders, years: yearsOf(listed, today) }
  return c.html(
    <PaymentsPage
      frame={frame}
      awards={awards}
      year={year}
      funderId={funderId}
      stage={stage}
      own={may(mandate, 'payment:record')}
      {...lists}
    />,
  )
})

/** « tous », one of the contract, or one's own. */
function chosenFunder(asked: string | undefined, ids: readonly string[], own: string): string {
  if (asked === 'tous') return ''
  return ids.find((id) => id === asked) ?? own
}

paymentRoutes.get('/paiements/derogations', allow('programming:read'), async (c) => {
  const { db, mandate, contract, frame } = c.var
  if (!contract) throw new NotFound()
  return c.html(<OverridesPage frame={frame} overrides={await listOverrides(db, mandate.scope, contract.id)} />)
})

paymentRoutes.get('/paiements/:awardId', allow('payment:record', 'programming:read'), async (c) =>
  c.html(await paymentPage(c, await readAward(c))),
)

const ObligationTyped = z.object({
  id: idField,
  numero: textField({ max: 60, missing: 'Écrivez le numéro de l’engagement.' }),
  date: dayField('Écrivez la date de l’engagement.'),
  montant: amountField('Écrivez le montant engagé.'),
})

paymentRoutes.post('/paiements/:awardId/engagements', allow('payment:record'), async (c) => {
  const award = await ownAward(c)
  const typed = await readForm(c)
  const read = parseTyped(ObligationTyped, typed)
  if (!read.ok)
    return c.html(
      await paymentPage(c, award, typed.values, withLimits(read.errors, obligationLimits(award, typed.values, c.var.today))),
      400,
    )
  const { id, numero: number, date: on, montant: amount } = read.value
  const result = await recordObligation(c.var.db, c.var.mandate, { id, awardId: award.id, number, amount, on }, c.var.today)
  if (result.done) return redirectSaying(c, agreementPaths.payment(award.id), { state: 'success', text: 'L’engagement est enregistré.' })
  const now = await ownAward(c)
  const errors = result.reasons.map((flaw) => sayObligationFlaw(flaw, leftToObligate(now)))
  return c.html(await paymentPage(c, now, typed.values, errors), 422)
})

const TransferTyped = z.object({
  id: idField,
  engagement: z.uuid({ message: 'Choisissez l’engagement.' }),
  'paye-le': dayField('Écrivez la date du paiement.'),
  paye: amountField('Écrivez le montant payé.'),
  exception: textField({ max: 1_000 }),
  reference: textField({ max: 60 }),
})

paymentRoutes.post('/paiements/:awardId/versements', allow('payment:record'), async (c) => {
  const award = await ownAward(c)
  const typed = await readForm(c)
  const read = parseTyped(TransferTyped, typed)
  if (!read.ok)
    return c.html(await paymentPage(c, award, typed.values, withLimits(read.errors, transferLimits(award, typed.values, c.var.today))), 400)
  const { id, engagement: obligationId, 'paye-le': on, paye: amount, exception: overrideReason, reference: number } = read.value
  const input = { id, awardId: award.id, obligationId, amount, on, overrideReason, number }
  const result = await recordPayment(c.var.db, c.var.mandate, input, c.var.today)
  if (result.done) return redirectSaying(c, agreementPaths.payment(award.id), { state: 'success', text: 'Le paiement est enregistré.' })
  const now = await ownAward(c)
  const obligation = now.obligations.find((one) => one.id === obligationId)
  const left = obligation ? leftToPay({ obligated: obligation.amount, paid: obligation.paid }) : cents(0)
  const errors = result.reasons.map((flaw) => sayPaymentFlaw(flaw, left))
  return c.html(await paymentPage(c, now, typed.values, errors), 422)
})

/** The limits of what could be read, said with what could not: one answer holds every fault. */
function withLimits(errors: readonly FormError[], limits: readonly FormError[]): FormError[] {
  return [...errors, ...limits.filter(({ field }) => !errors.some((error) => error.field === field))]
}

function obligationLimits(award: AwardState, values: Record<string, string>, today: Day): FormError[] {
  const { montant, date } = ObligationTyped.shape
  const typed = {
    amount: montant.safeParse(values['montant']).data ?? cents(1),
    on: date.safeParse(values['date']).data ?? today,
    number: values['numero']?.trim() ?? '',
  }
  const numbers = award.obligations.map(({ number }) => number)
  return obligationFlaws(typed, { ...award, numbers }, today).map((flaw) => sayObligationFlaw(flaw, leftToObligate(award)))
}

function transferLimits(award: AwardState, values: Record<string, string>, today: Day): FormError[] {
  const obligation = award.obligations.find(({ id }) => id === values['engagement'])
  if (!obligation) return []
  const { paye, 'paye-le': day } = TransferTyped.shape
  const typed = { amount: paye.safeParse(values['paye']).data ?? cents(1), on: day.safeParse(values['paye-le']).data ?? today }
  const limits = { obligated: obligation.amount, paid: obligation.paid, obligatedOn: obligation.on }
  const flaws = paymentFlaws(typed, limits, today)
  if (suspensionHolds(award.suspendingYears, values['exception'] ?? '')) flaws.push('suspended')
  return flaws.map((flaw) => sayPaymentFlaw(flaw, leftToPay(limits)))
}

/** Also the answer of a refused correction. */
export async function paymentPage(
  c: AppContext,
  award: AwardState,
  values: Record<string, string> = {},
  errors: readonly FormError[] = [],
): Promise<Html> {
  const own = may(c.var.mandate, 'payment:record') && award.funderId === c.var.mandate.organisationId
  return (
    <PaymentPage
      frame={c.var.frame}
      award={award}
      own={own}
      documents={await listAwardDocuments(c.var.db, c.var.mandate.scope, award, c.var.today)}
      today={c.var.today}
      newId={values['id'] ?? newId()}
      values={values}
      errors={errors}
    />
  )
}

async function readAward(c: AppContext): Promise<AwardState> {
  const id = z.uuid().safeParse(c.req.param('awardId'))
  const award = id.success ? await findAwardState(c.var.db, c.var.mandate.scope, id.data, c.var.today) : undefined
  if (!award) throw new NotFound()
  return award
}

async function ownAward(c: AppContext): Promise<AwardState> {
  const award = await readAward(c)
  if (award.funderId !== c.var.mandate.organisationId) throw new NotFound()
  return award
}
