import { sirenOf } from '#platform/identifiers.ts'
import { type Cents, cents, formatEuros } from '#platform/money.ts'
import { codeOf, type PaymentLineContent } from './payment-line.ts'
import { NEAR, nameLikeness, type PayableObligation } from './payment-match.ts'

export interface Candidate {
  obligation: PayableObligation
  left: Cents
  /** What the line and the obligation have in common, in French; the person decides. */
  signs: string[]
}

const MOST = 8

/** The obligations that a line may be about, those with most in common first. Nothing is chosen. */
export function paymentCandidates(line: PaymentLineContent, obligations: readonly PayableObligation[]): Candidate[] {
  return obligations
    .map((obligation) => ({ obligation, left: cents(obligation.amount - obligation.paid), signs: signsOf(line, obligation) }))
    .filter(({ left, signs }) => left > 0 && signs.some((sign) => !sign.startsWith(AMOUNT)))
    .sort((a, b) => b.signs.length - a.signs.length || a.obligation.number.localeCompare(b.obligation.number))
    .slice(0, MOST)
}

const AMOUNT = 'montant'

function signsOf(line: PaymentLineContent, obligation: PayableObligation): string[] {
  const signs: string[] = []
  const number = codeOf(obligation.number)
  if (line.obligation !== '' && line.obligation === number) signs.push('même numéro d’engagement')
  else if (isNearCode(line.obligation, number)) signs.push('numéro d’engagement proche')
  if (line.siret === obligation.siret) signs.push('même SIRET')
  else if (line.siret !== '' && sirenOf(line.siret) === sirenOf(obligation.siret)) signs.push('autre établissement du même organisme')
  if (line.name !== '' && nameLikeness(line.name, obligation.organisationName) >= NEAR) signs.push('nom proche')
  if (line.amount === obligation.amount - obligation.paid)
    signs.push(`${AMOUNT} égal au reste à payer (${formatEuros(cents(obligation.amount - obligation.paid))})`)
  return signs
}

/** One sign typed for another, two exchanged, or the zeros of the beginning lost by a spreadsheet. */
function isNearCode(one: string, other: string): boolean {
  if (one.length < 5) return false
  if (one.replace(/^0+/, '') === other.replace(/^0+/, '')) return true
  if (one.length !== other.length) return false
  const differing = [...one].filter((sign, at) => sign !== other[at]).length
  return differing <= 2
}
