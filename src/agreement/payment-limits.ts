import type { Day } from '#platform/day.ts'
import { type Cents, cents, formatEuros } from '#platform/money.ts'

/** What holds back all the money of an award; no reason lifts it. `form-used`: the id of the form already names a row of another award. */
export type AwardFlaw = 'agreement-missing' | 'form-used'

export type ObligationFlaw =
  | 'amount-zero'
  | 'obligated-beyond-decided'
  | 'obligated-in-future'
  | 'obligated-before-act'
  | 'number-used'
  | 'nothing-decided'
  | AwardFlaw

export interface ObligationLimits {
  decided: Cents
  obligated: Cents
  /** The day the funder’s act was signed: nothing is bound before it. */
  actSignedOn: Day | null
  numbers: readonly string[]
}

/** Every reason why an obligation cannot be recorded: obligated never goes above decided (FIN-09). */
export function obligationFlaws(
  obligation: { amount: Cents; on: Day; number: string },
  limits: ObligationLimits,
  today: Day,
): ObligationFlaw[] {
  const flaws: ObligationFlaw[] = []
  if (limits.decided === 0) return ['nothing-decided']
  if (obligation.amount === 0) flaws.push('amount-zero')
  if (obligation.amount > leftToObligate(limits)) flaws.push('obligated-beyond-decided')
  if (obligation.on > today) flaws.push('obligated-in-future')
  if (limits.actSignedOn && obligation.on < limits.actSignedOn) flaws.push('obligated-before-act')
  if (limits.numbers.includes(obligation.number)) flaws.push('number-used')
  return flaws
}

export function leftToObligate({ decided, obligated }: Pick<ObligationLimits, 'decided' | 'obligated'>): Cents {
  return cents(decided - obligated)
}

export type PaymentFlaw =
  | 'amount-zero'
  | 'paid-beyond-obligated'
  | 'paid-in-future'
  | 'paid-before-obligation'
  | 'suspended'
  | 'payment-number-used'
  | AwardFlaw

export interface PaymentLimits {
  /** Of the obligation on which the payment hangs. */
  obligated: Cents
  paid: Cents
  obligatedOn: Day
}

/** Every reason why a payment cannot be recorded: paid never goes above what its obligation binds (FIN-09). */
export function paymentFlaws(payment: { amount: Cents; on: Day }, limits: PaymentLimits, today: Day): PaymentFlaw[] {
  const flaws: PaymentFlaw[] = []
  if (payment.amount === 0) flaws.push('amount-zero')
  if (payment.amount > leftToPay(limits)) flaws.push('paid-beyond-obligated')
  if (payment.on > today) flaws.push('paid-in-future')
  if (payment.on < limits.obligatedOn) flaws.push('paid-before-obligation')
  return flaws
}

export function leftToPay({ obligated, paid }: Pick<PaymentLimits, 'obligated' | 'paid'>): Cents {
  return cents(obligated - paid)
}

/** Beside which field, and in what words. `left` is what the limit still allows. */
export function sayObligationFlaw(flaw: ObligationFlaw, left: Cents): { field: 'montant' | 'date' | 'numero'; message: string } {
  return { field: OBLIGATION_FIELDS[flaw], message: flaw === 'obligated-beyond-decided' ? beyondDecided(left) : OBLIGATION_WORDS[flaw] }
}

export function sayPaymentFlaw(flaw: PaymentFlaw, left: Cents): { field: 'paye' | 'paye-le' | 'exception' | 'reference'; message: string } {
  return { field: PAYMENT_FIELDS[flaw], message: flaw === 'paid-beyond-obligated' ? beyondObligated(left) : PAYMENT_WORDS[flaw] }
}

function beyondDecided(left: Cents): string {
  return `On n’engage jamais plus que ce qui est décidé\u00A0: il reste ${formatEuros(left)} à engager.`
}

function beyondObligated(left: Cents): string {
  return `On ne paie jamais plus que ce qui est engagé\u00A0: il reste ${formatEuros(left)} à payer sur cet engagement.`
}

const OBLIGATION_FIELDS = {
  'amount-zero': 'montant',
  'obligated-beyond-decided': 'montant',
  'nothing-decided': 'montant',
  'obligated-in-future': 'date',
  'obligated-before-act': 'date',
  'number-used': 'numero',
  'agreement-missing': 'montant',
  'form-used': 'numero',
} as const satisfies Record<ObligationFlaw, string>

const AWARD_WORDS = {
  'agreement-missing':
    'Une convention est obligatoire au-delà de 23\u202F000\u00A0€ par an\u00A0: rien ne s’engage ni ne se paie avant que les deux parties l’aient signée.',
  'form-used': 'Ce formulaire a déjà servi pour une autre subvention\u00A0: rechargez la page, puis recommencez.',
} satisfies Record<AwardFlaw, string>

const OBLIGATION_WORDS = {
  'amount-zero': 'Écrivez un montant supérieur à zéro.',
  'nothing-decided': 'Rien n’est décidé pour cette action\u00A0: il n’y a rien à engager.',
  'obligated-in-future': 'La date de l’engagement ne peut pas être dans le futur.',
  'obligated-before-act': 'L’engagement ne peut pas précéder la signature de l’acte de décision.',
  'number-used': 'Un engagement de cette subvention porte déjà ce numéro.',
  ...AWARD_WORDS,
} satisfies Record<Exclude<ObligationFlaw, 'obligated-beyond-decided'>, string>

const PAYMENT_FIELDS = {
  'amount-zero': 'paye',
  'paid-beyond-obligated': 'paye',
  'paid-in-future': 'paye-le',
  'paid-before-obligation': 'paye-le',
  suspended: 'exception',
  'payment-number-used': 'reference',
  'agreement-missing': 'paye',
  'form-used': 'paye',
} as const satisfies Record<PaymentFlaw, string>

const PAYMENT_WORDS = {
  'amount-zero': 'Écrivez un montant supérieur à zéro.',
  'paid-in-future': 'La date du paiement ne peut pas être dans le futur.',
  'paid-before-obligation': 'Le paiement ne peut pas précéder l’engagement sur lequel il porte.',
  suspended: 'Un bilan final manque\u00A0: le paiement est suspendu. Pour payer quand même, écrivez le motif de la dérogation.',
  'payment-number-used': 'Un autre paiement de la même année porte déjà ce numéro.',
  ...AWARD_WORDS,
} satisfies Record<Exclude<PaymentFlaw, 'paid-beyond-obligated'>, string>
