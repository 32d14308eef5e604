import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { amountField, dayField, type FormError, idField, parseTyped, readForm, type Typed, textField } from '#platform/form.ts'
import { type Cents, cents } from '#platform/money.ts'
import type { Result } from '#platform/result.ts'
import { type AwardState, findAwardState } from './award-state-store.ts'
import { askRecovery, receiveRecovery, reversePayment, withdrawObligation } from './correction-acts.ts'
import { type CorrectionFlaw, receivedOf, recoveredOf, sayCorrectionFlaw } from './correction-rule.ts'
import { agreementPaths } from './paths.ts'
import { paymentPage } from './payment-routes.tsx'

/** What undoes a typing error, and what is asked back: each form has its own prefix, so that an error stands beside its field. */
export const correctionRoutes = new Hono<AppEnv>()

const reason = textField({ max: 1_000, missing: 'Écrivez le motif.' })

correctionRoutes.post('/paiements/:awardId/retraits', allow('payment:record'), async (c) => {
  const shape = z.object({
    id: idField,
    engagement: z.uuid(),
    'retrait-montant': amountField('Écrivez le montant à retirer.'),
    'retrait-date': dayField('Écrivez la date.'),
    'retrait-motif': reason,
  })
  const { award, typed, read } = await begin(c, shape)
  if (!read.ok) return c.html(await paymentPage(c, award, typed.values, read.errors), 400)
  const { id, engagement: obligationId, 'retrait-montant': amount, 'retrait-date': on, 'retrait-motif': why } = read.value
  const left = award.obligations.find((one) => one.id === obligationId)
  const result = await withdrawObligation(
    c.var.db,
    c.var.mandate,
    { id, awardId: award.id, obligationId, amount, on, reason: why },
    c.var.today,
  )
  return finish(
    c,
    { award, typed, prefix: 'retrait', left: cents(left ? left.amount - left.paid : 0), said: 'Le retrait est enregistré.' },
    result,
  )
})

correctionRoutes.post('/paiements/:awardId/annulations', allow('payment:record'), async (c) => {
  const shape = z.object({ id: idField, annule: z.uuid(), 'annulation-date': dayField('Écrivez la date.'), 'annulation-motif': reason })
  const { award, typed, read } = await begin(c, shape)
  if (!read.ok) return c.html(await paymentPage(c, award, typed.values, read.errors), 400)
  const { id, annule: paymentId, 'annulation-date': on, 'annulation-motif': why } = read.value
  const result = await reversePayment(c.var.db, c.var.mandate, { id, awardId: award.id, paymentId, on, reason: why }, c.var.today)
  return finish(
    c,
    { award, typed, prefix: 'annulation', left: cents(0), said: 'Le paiement est annulé. Saisissez maintenant le bon.' },
    result,
  )
})

correctionRoutes.post('/paiements/:awardId/reversements', allow('payment:record'), async (c) => {
  const shape = z.object({
    ...{ id: idField, 'reversement-numero': textField({ max: 60, missing: 'Écrivez le numéro du titre.' }) },
    ...{
      'reversement-montant': amountField('Écrivez le montant réclamé.'),
      'reversement-date': dayField('Écrivez la date.'),
      'reversement-motif': reason,
    },
  })
  const { award, typed, read } = await begin(c, shape)
  if (!read.ok) return c.html(await paymentPage(c, award, typed.values, read.errors), 400)
  const { id, 'reversement-numero': number, 'reversement-montant': amount, 'reversement-date': on, 'reversement-motif': why } = read.value
  const result = await askRecovery(c.var.db, c.var.mandate, { id, awardId: award.id, number, amount, on, reason: why }, c.var.today)
  const left = cents(award.paid - recoveredOf(award.recoveries))
  return finish(c, { award, typed, prefix: 'reversement', left, said: 'Le reversement est réclamé.' }, result)
})

correctionRoutes.post('/paiements/:awardId/reversements-recus', allow('payment:record'), async (c) => {
  const shape = z.object({
    id: idField,
    titre: z.uuid(),
    'recu-montant': amountField('Écrivez le montant reçu.'),
    'recu-date': dayField('Écrivez la date.'),
  })
  const { award, typed, read } = await begin(c, shape)
  if (!read.ok) return c.html(await paymentPage(c, award, typed.values, read.errors), 400)
  const { id, titre: recoveryId, 'recu-montant': amount, 'recu-date': on } = read.value
  const recovery = award.recoveries.find((one) => one.id === recoveryId)
  const result = await receiveRecovery(c.var.db, c.var.mandate, { id, awardId: award.id, recoveryId, amount, on }, c.var.today)
  const left = cents(recovery ? recovery.amount - receivedOf(recovery) : 0)
  return finish(c, { award, typed, prefix: 'recu', left, said: 'Le versement reçu est enregistré.' }, result)
})

async function begin<S extends z.ZodType>(c: AppContext, shape: S) {
  const id = idField.safeParse(c.req.param('awardId'))
  const award = id.success ? await findAwardState(c.var.db, c.var.mandate.scope, id.data, c.var.today) : undefined
  if (!award || award.funderId !== c.var.mandate.organisationId) throw new NotFound()
  const typed = await readForm(c)
  return { award, typed, read: parseTyped(shape, typed) }
}

interface Finishing {
  award: AwardState
  typed: Typed
  prefix: string
  left: Cents
  said: string
}

async function finish(
  c: AppContext,
  { award, typed, prefix, left, said }: Finishing,
  result: Result<string, CorrectionFlaw>,
): Promise<Response> {
  if (result.done) return redirectSaying(c, agreementPaths.payment(award.id), { state: 'success', text: said })
  const errors = result.reasons.map((flaw): FormError => {
    const { field, message } = sayCorrectionFlaw(flaw, left)
    return { field: `${prefix}-${field}`, message }
  })
  const now = (await findAwardState(c.var.db, c.var.mandate.scope, award.id, c.var.today)) ?? award
  return c.html(await paymentPage(c, now, typed.values, errors), 422)
}
