import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { cents } from '#platform/money.ts'
import { awardStates } from './award-state-store.ts'
import { PaymentLinePage } from './PaymentLinePage.tsx'
import { agreementPaths } from './paths.ts'
import { paymentCandidates } from './payment-candidates.ts'
import { sayPaymentFlaw } from './payment-limits.ts'
import { dismissLine, matchLine, type TreatmentFlaw } from './payment-line-acts.ts'
import { listFunderSirets, listPaymentLines, type PaymentLine } from './payment-line-store.ts'
import { payablesOf } from './payment-plan.ts'

export const paymentLineRoutes = new Hono<AppEnv>()

paymentLineRoutes.get('/paiements/lignes/:lineId', allow('payment:record'), async (c) => c.html(await page(c, await loadLine(c))))

const MatchTyped = z.object({
  /** « subvention/engagement ». */
  engagement: z.string({ message: 'Choisissez l’engagement.' }).regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/, 'Choisissez l’engagement.'),
  exception: textField({ max: 1_000 }),
})

paymentLineRoutes.post('/paiements/lignes/:lineId/rapprochement', allow('payment:record'), async (c) => {
  const line = await loadLine(c)
  const typed = await readForm(c)
  const read = parseTyped(MatchTyped, typed)
  if (!read.ok) return c.html(await page(c, line, typed.values, read.errors), 400)
  const [awardId = '', obligationId = ''] = read.value.engagement.split('/')
  const input = { lineId: line.id, awardId, obligationId, overrideReason: read.value.exception }
  const result = await matchLine(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return c.html(await page(c, line, typed.values, result.reasons.map(sayTreatmentFlaw)), 422)
  return redirectSaying(c, agreementPaths.paymentImports, { state: 'success', text: `La ligne ${line.line} est un paiement.` })
})

paymentLineRoutes.post('/paiements/lignes/:lineId/mise-a-l-ecart', allow('payment:record'), async (c) => {
  const line = await loadLine(c)
  const typed = await readForm(c)
  const read = parseTyped(z.object({ motif: textField({ max: 1_000, missing: 'Écrivez le motif.' }) }), typed)
  if (!read.ok) return c.html(await page(c, line, typed.values, read.errors), 400)
  const result = await dismissLine(c.var.db, c.var.mandate, { lineId: line.id, reason: read.value.motif }, c.var.today)
  if (!result.done) return c.html(await page(c, line, typed.values, result.reasons.map(sayTreatmentFlaw)), 422)
  return redirectSaying(c, agreementPaths.paymentImports, { state: 'success', text: `La ligne ${line.line} est mise à l’écart.` })
})

function sayTreatmentFlaw(flaw: TreatmentFlaw): FormError {
  if (flaw === 'reason-missing') return { field: 'motif', message: 'Écrivez le motif.' }
  if (flaw === 'already-treated') return { field: 'engagement', message: 'Cette ligne est déjà traitée.' }
  if (flaw === 'unreadable') {
    return {
      field: 'engagement',
      message: 'Le montant ou la date ne se lit pas\u00A0: saisissez le paiement à la main, puis mettez cette ligne à l’écart.',
    }
  }
  const { field, message } = sayPaymentFlaw(flaw, cents(0))
  if (field === 'exception') return { field, message }
  const beyond = 'Le montant de la ligne dépasse ce qui reste à payer sur cet engagement.'
  return { field: 'engagement', message: flaw === 'paid-beyond-obligated' ? beyond : message }
}

async function loadLine(c: AppContext): Promise<PaymentLine> {
  const id = idField.safeParse(c.req.param('lineId'))
  const [line] = id.success ? await listPaymentLines(c.var.db, { funderId: c.var.mandate.organisationId, id: id.data }) : []
  if (!line) throw new NotFound()
  return line
}

async function page(c: AppContext, line: PaymentLine, values: Readonly<Record<string, string>> = {}, errors: readonly FormError[] = []) {
  const { db, mandate, today, frame } = c.var
  const awards = await awardStates(db, mandate.scope, { funderId: mandate.organisationId, unpaid: true }, today)
  const sirets = await listFunderSirets(db, mandate.scope, mandate.organisationId)
  const obligations = awards.flatMap((award) => payablesOf(award, sirets.get(award.organisationId) ?? ''))
  const open = obligations.filter(({ amount, paid }) => paid < amount)
  const shown = { line, candidates: paymentCandidates(line.content, open), obligations: open }
  return <PaymentLinePage frame={frame} {...shown} values={values} errors={errors} />
}
