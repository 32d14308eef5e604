import { plainWords } from '#calls/dauphin-columns.ts'
import type { Day } from '#platform/day.ts'
import { sirenOf } from '#platform/identifiers.ts'
import { type Cents, cents } from '#platform/money.ts'
import { type AgreementStep, agreementBlocks } from './agreement-step.ts'
import { paymentFlaws } from './payment-limits.ts'
import type { PaymentLineContent, ReadingFlaw } from './payment-line.ts'

export type LineReason =
  | ReadingFlaw
  | 'obligation-unknown'
  | 'obligation-several'
  | 'third-party-differs'
  | 'third-party-spelling'
  | 'other-establishment'
  | 'number-elsewhere'
  | 'maybe-recorded'
  | 'paid-beyond-obligated'
  | 'paid-in-future'
  | 'paid-before-obligation'
  | 'suspended'
  | 'agreement-missing'

/** An obligation of the funder with what a payment on it is checked against. */
export interface PayableObligation {
  obligationId: string
  awardId: string
  number: string
  title: string
  organisationName: string
  siret: string
  amount: Cents
  paid: Cents
  on: Day
  suspended: boolean
  agreementStep: AgreementStep
  /** Payments on it that bear no number: the same one may have been typed by hand. */
  unnumbered: readonly { amount: Cents; on: Day }[]
}

/** Every reason why a line is not a payment on an obligation; `spent` is what earlier lines of the file already pay on it. */
export function matchReasons(
  line: PaymentLineContent,
  obligation: PayableObligation,
  { spent, today }: { spent: Cents; today: Day },
): LineReason[] {
  const reasons: LineReason[] = []
  const party = partyReason(line, obligation)
  if (party) reasons.push(party)
  if (obligation.suspended) reasons.push('suspended')
  if (agreementBlocks(obligation.agreementStep)) reasons.push('agreement-missing')
  const { amount, on } = line
  if (amount === null || on === null) return reasons
  if (obligation.unnumbered.some((one) => one.amount === amount && one.on === on)) reasons.push('maybe-recorded')
  const limits = { obligated: obligation.amount, paid: cents(obligation.paid + spent), obligatedOn: obligation.on }
  for (const flaw of paymentFlaws({ amount, on }, limits, today)) {
    if (flaw === 'paid-beyond-obligated' || flaw === 'paid-in-future' || flaw === 'paid-before-obligation') reasons.push(flaw)
  }
  return reasons
}

/** The same SIRET, or the same name when the file gives no SIRET; anything near is shown as a question. */
function partyReason(line: PaymentLineContent, { siret, organisationName }: PayableObligation): LineReason | undefined {
  if (line.siret !== '') {
    if (line.siret === siret) return undefined
    return sirenOf(line.siret) === sirenOf(siret) ? 'other-establishment' : 'third-party-differs'
  }
  if (line.name === '' || plainWords(line.name) === plainWords(organisationName)) return undefined
  return nameLikeness(line.name, organisationName) >= NEAR ? 'third-party-spelling' : 'third-party-differs'
}

/** From which two names may be two spellings of one partner: measured on the misspellings of the tests. */
export const NEAR = 0.5

/** Share of pairs of letters that two names have in common, between 0 and 1 (Dice). Order of words and legal words do not count. */
export function nameLikeness(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)]
  const common = [...first].filter((pair) => second.has(pair)).length
  return first.size + second.size === 0 ? 0 : (2 * common) / (first.size + second.size)
}

const LEGAL_WORDS = new Set(['association', 'assoc', 'asso', 'ass', 'de', 'des', 'du', 'la', 'le', 'les', 'l', 'd', 'et'])

function pairsOf(name: string): Set<string> {
  const words = plainWords(name)
    .split(' ')
    .filter((word) => word !== '' && !LEGAL_WORDS.has(word))
  return new Set(words.flatMap((word) => Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2))))
}

export const LINE_REASONS = {
  formula: 'Une cellule contient une formule ou une erreur de tableur\u00A0: enregistrez le fichier avec ses valeurs.',
  'obligation-missing': 'Le numéro d’engagement manque.',
  'number-missing': 'Le numéro de demande de paiement ou de mandat manque\u00A0: sans lui, la ligne pourrait être payée deux fois.',
  'amount-unreadable': 'Le montant ne se lit pas.',
  'amount-not-above-zero': 'Un montant nul ou négatif ne s’importe pas\u00A0: annulez le paiement concerné sur sa page.',
  'day-unreadable': 'La date de paiement ne se lit pas.',
  'third-party-missing': 'Le tiers manque\u00A0: ni SIRET, ni nom.',
  'obligation-unknown': 'Aucun de vos engagements ne porte ce numéro.',
  'obligation-several': 'Plusieurs de vos engagements portent ce numéro.',
  'third-party-differs': 'Le tiers payé n’est pas le bénéficiaire de cet engagement.',
  'third-party-spelling': 'Le nom du tiers ressemble à celui du bénéficiaire sans être le même\u00A0: est-ce lui\u202F?',
  'other-establishment': 'Le SIRET est celui d’un autre établissement du bénéficiaire.',
  'number-elsewhere': 'Un autre paiement de la même année porte déjà ce numéro.',
  'maybe-recorded': 'Un paiement de même montant et de même date est déjà enregistré à la main sur cet engagement.',
  'paid-beyond-obligated': 'Le montant dépasse ce qui reste à payer sur cet engagement.',
  'paid-in-future': 'La date de paiement est dans le futur.',
  'paid-before-obligation': 'La date de paiement précède l’engagement.',
  suspended: 'Le paiement est suspendu\u00A0: un bilan final manque.',
  'agreement-missing': 'La convention obligatoire n’est pas signée par les deux parties.',
} as const satisfies Record<LineReason, string>

/** A reason as it was kept; one that a later version no longer knows is shown as it is. */
export function sayLineReason(reason: string): string {
  return Object.entries(LINE_REASONS).find(([code]) => code === reason)?.[1] ?? reason
}
