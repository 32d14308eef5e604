import type { LegalForm } from '#access/legal-forms.ts'

/**
 * Who must subscribe to the contrat d’engagement républicain before asking for public money (PRJ-05).
 * Source: loi n° 2000-321, art. 10-1; décret n° 2021-1947 (associations and foundations only).
 */
const MUST_SUBSCRIBE = {
  association: true,
  foundation: true,
  commune: false,
  ccas: false,
  epci: false,
  state: false,
  region: false,
  department: false,
  caf: false,
  school: false,
  landlord: false,
  company: false,
  'natural-person': false,
  'other-public': false,
} satisfies Record<LegalForm, boolean>

export function republicanEngagementRequired(legalForm: LegalForm): boolean {
  return MUST_SUBSCRIBE[legalForm]
}

export const BOUND_BY_REPUBLICAN_ENGAGEMENT: LegalForm[] = ['association', 'foundation']
