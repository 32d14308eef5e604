import type { LegalForm } from '#access/legal-forms.ts'
import { type Day, day } from '#platform/day.ts'
import { type Cents, euros } from '#platform/money.ts'

/**
 * Yearly total above which an authority must sign an agreement with the private body it subsidises; no exception is open to it.
 * Unit: euro cents, per authority, per body, per calendar year, all awards added.
 * Source: loi n° 2000-321 du 12 avril 2000, art. 10; décret n° 2001-495 du 6 juin 2001, art. 1.
 */
export const AGREEMENT_THRESHOLDS: readonly { from: Day; value: Cents }[] = [{ from: day('2001-06-11'), value: euros(23_000) }]

/** The threshold of a year, read on its last day; none before the decree. */
export function agreementThreshold(year: number): Cents | undefined {
  return AGREEMENT_THRESHOLDS.findLast(({ from }) => from <= `${year}-12-31`)?.value
}

/** Bodies of private law: the law speaks of no others. A landlord is taken as private: nothing of the data tells a public office apart. */
const PRIVATE_LAW = {
  association: true,
  foundation: true,
  company: true,
  landlord: true,
  'natural-person': true,
  commune: false,
  ccas: false,
  epci: false,
  state: false,
  region: false,
  department: false,
  caf: false,
  school: false,
  'other-public': false,
} satisfies Record<LegalForm, boolean>

export function ofPrivateLaw(legalForm: LegalForm): boolean {
  return PRIVATE_LAW[legalForm]
}

/** The text says « dépasse »: a total equal to the threshold requires none. */
export function agreementRequired(of: { legalForm: LegalForm; yearTotal: Cents; year: number }): boolean {
  const threshold = agreementThreshold(of.year)
  return threshold !== undefined && ofPrivateLaw(of.legalForm) && of.yearTotal > threshold
}
