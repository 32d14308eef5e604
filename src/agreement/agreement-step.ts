import type { LegalForm } from '#access/legal-forms.ts'
import type { Day } from '#platform/day.ts'
import { type Cents, cents } from '#platform/money.ts'
import { agreementRequired } from './agreement-required.ts'

export const AGREEMENT_PARTIES = ['beneficiary', 'authority'] as const
export type AgreementParty = (typeof AGREEMENT_PARTIES)[number]

/** One text of an agreement (itself at rank 0, then its avenants) and what it says of one year. */
export interface YearText {
  agreementId: string
  textId: string
  rank: number
  amount: Cents
  beneficiarySignedOn: Day | null
  authoritySignedOn: Day | null
}

export interface AgreementFacts {
  legalForm: LegalForm
  year: number
  /** All that the authority decided for the body in the year. */
  yearTotal: Cents
  texts: readonly YearText[]
}

/** Where the agreement of an award stands. */
export type AgreementStep = 'not-required' | 'to-prepare' | 'to-amend' | 'beneficiary-signs' | 'authority-signs' | 'covered'

type Signed = Pick<YearText, 'beneficiarySignedOn' | 'authoritySignedOn'>

export function isSigned({ beneficiarySignedOn, authoritySignedOn }: Signed): boolean {
  return beneficiarySignedOn !== null && authoritySignedOn !== null
}

/** What signed texts cover of the year: the latest signed text of each agreement counts; `also` is counted as if it were signed. */
export function coveredTotal(texts: readonly YearText[], also?: YearText): Cents {
  const latest = new Map<string, YearText>()
  for (const text of texts.filter((one) => one === also || isSigned(one))) {
    const known = latest.get(text.agreementId)
    if (!known || known.rank < text.rank) latest.set(text.agreementId, text)
  }
  return cents([...latest.values()].reduce((sum, { amount }) => sum + amount, 0))
}

/** The association signs first, the authority last: that is whose turn it is. */
export function agreementStep(facts: AgreementFacts): AgreementStep {
  if (!agreementRequired(facts)) return 'not-required'
  if (coveredTotal(facts.texts) >= facts.yearTotal) return 'covered'
  const open = facts.texts.filter((text) => !isSigned(text)).at(-1)
  if (!open) return facts.texts.length === 0 ? 'to-prepare' : 'to-amend'
  if (coveredTotal(facts.texts, open) < facts.yearTotal) return 'to-amend'
  return open.beneficiarySignedOn === null ? 'beneficiary-signs' : 'authority-signs'
}

/** Nothing is bound nor paid while an agreement is required and does not cover the year. */
export function agreementBlocks(step: AgreementStep): boolean {
  return step !== 'not-required' && step !== 'covered'
}
