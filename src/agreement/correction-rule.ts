import type { Day } from '#platform/day.ts'
import { type Cents, cents, formatEuros } from '#platform/money.ts'

export type CorrectionFlaw =
  | 'amount-zero'
  | 'reason-missing'
  | 'in-future'
  | 'before-original'
  | 'withdrawn-beyond-unpaid'
  | 'already-undone'
  | 'undone-below-recovered'
  | 'recovered-beyond-paid'
  | 'received-beyond-asked'
  | 'form-used'

interface Dated {
  amount: Cents
  on: Day
}

function commonFlaws({ amount, on }: Dated, original: { on: Day }, today: Day): CorrectionFlaw[] {
  const flaws: CorrectionFlaw[] = []
  if (amount <= 0) flaws.push('amount-zero')
  if (on > today) flaws.push('in-future')
  if (on < original.on) flaws.push('before-original')
  return flaws
}

/** Why part of an obligation cannot be withdrawn: what was paid on it stays bound. */
export function withdrawalFlaws(wanted: Dated & { reason: string }, obligation: Dated & { paid: Cents }, today: Day): CorrectionFlaw[] {
  const flaws = commonFlaws(wanted, obligation, today)
  if (wanted.reason.trim() === '') flaws.push('reason-missing')
  if (wanted.amount > obligation.amount - obligation.paid) flaws.push('withdrawn-beyond-unpaid')
  return flaws
}

/** Why a payment typed by mistake cannot be undone: never below what the beneficiary is asked to give back. */
export function reversalFlaws(
  wanted: { on: Day; reason: string },
  payment: Dated,
  { paid, recovered, today }: { paid: Cents; recovered: Cents; today: Day },
): CorrectionFlaw[] {
  const flaws = commonFlaws({ amount: payment.amount, on: wanted.on }, payment, today)
  if (wanted.reason.trim() === '') flaws.push('reason-missing')
  if (paid - payment.amount < recovered) flaws.push('undone-below-recovered')
  return flaws
}

/** Why a sum cannot be asked back: never more than was paid, all recoveries together. */
export function recoveryFlaws(
  wanted: Dated & { reason: string },
  award: { paid: Cents; recovered: Cents; firstPaidOn: Day },
  today: Day,
): CorrectionFlaw[] {
  const flaws = commonFlaws(wanted, { on: award.firstPaidOn }, today)
  if (wanted.reason.trim() === '') flaws.push('reason-missing')
  if (wanted.amount > award.paid - award.recovered) flaws.push('recovered-beyond-paid')
  return flaws
}

export function receiptFlaws(wanted: Dated, recovery: Dated & { received: Cents }, today: Day): CorrectionFlaw[] {
  const flaws = commonFlaws(wanted, recovery, today)
  if (wanted.amount > recovery.amount - recovery.received) flaws.push('received-beyond-asked')
  return flaws
}

export function receivedOf(recovery: { receipts: readonly { amount: Cents }[] }): Cents {
  return cents(recovery.receipts.reduce((sum, { amount }) => sum + amount, 0))
}

export function recoveredOf(recoveries: readonly { amount: Cents }[]): Cents {
  return cents(recoveries.reduce((sum, { amount }) => sum + amount, 0))
}

export type CorrectionField = 'montant' | 'date' | 'motif'

/** Beside which field, and in what words. `left` is what the limit still allows. */
export function sayCorrectionFlaw(flaw: CorrectionFlaw, left: Cents): { field: CorrectionField; message: string } {
  const { field, words } = SAID[flaw]
  return { field, message: words.replace('{left}', formatEuros(left)) }
}

const SAID = {
  'amount-zero': { field: 'montant', words: 'Écrivez un montant supérieur à zéro.' },
  'reason-missing': { field: 'motif', words: 'Écrivez le motif\u00A0: il reste dans l’histoire de la subvention.' },
  'in-future': { field: 'date', words: 'La date ne peut pas être dans le futur.' },
  'before-original': { field: 'date', words: 'La date ne peut pas précéder celle de ce qui est corrigé ou réclamé.' },
  'withdrawn-beyond-unpaid': { field: 'montant', words: 'Ce qui est payé reste engagé\u00A0: il reste {left} à retirer au plus.' },
  'already-undone': { field: 'motif', words: 'Ce paiement est déjà annulé\u00A0: rechargez la page.' },
  'undone-below-recovered': {
    field: 'motif',
    words: 'Un reversement est réclamé sur ce qui est payé\u00A0: annuler ce paiement descendrait au-dessous.',
  },
  'recovered-beyond-paid': { field: 'montant', words: 'On ne réclame jamais plus que ce qui est payé\u00A0: il reste {left} au plus.' },
  'received-beyond-asked': {
    field: 'montant',
    words: 'On ne reçoit jamais plus que ce qui est réclamé\u00A0: il reste {left} à recevoir.',
  },
  'form-used': { field: 'motif', words: 'Ce formulaire a déjà servi\u00A0: rechargez la page, puis recommencez.' },
} as const satisfies Record<CorrectionFlaw, { field: CorrectionField; words: string }>
