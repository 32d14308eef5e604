import { isRna, isSiret, sirenOf } from '#platform/identifiers.ts'
import type { LegalForm } from './legal-forms.ts'

/** What an organisation says of itself. */
export interface OrganisationDetails {
  name: string
  shortName: string
  siret: string
  rna: string
  legalForm: LegalForm
  address: string
  postalCode: string
  communeCode: string
}

export type OrganisationFlaw = 'not-a-siret' | 'other-legal-unit' | 'not-an-rna' | 'rna-of-another-form' | 'not-a-postal-code'

/**
 * Every reason to refuse what an organisation wrote of itself. A move changes the last five digits of the SIRET;
 * the nine first are the legal unit, which another organisation only may have.
 */
export function checkOrganisation(details: OrganisationDetails, current: { siret: string }): OrganisationFlaw[] {
  const flaws: OrganisationFlaw[] = []
  if (!isSiret(details.siret)) flaws.push('not-a-siret')
  else if (sirenOf(details.siret) !== sirenOf(current.siret)) flaws.push('other-legal-unit')
  if (details.rna !== '') flaws.push(...checkRna(details))
  if (details.postalCode !== '' && !/^\d{5}$/.test(details.postalCode)) flaws.push('not-a-postal-code')
  return flaws
}

/** Never mandatory: associations of Alsace-Moselle have none. */
function checkRna({ rna, legalForm }: OrganisationDetails): OrganisationFlaw[] {
  if (!isRna(rna)) return ['not-an-rna']
  return legalForm === 'association' || legalForm === 'foundation' ? [] : ['rna-of-another-form']
}

/** Fictitious organisations have a SIRET that begins with 000: no real one does. */
export function isFictitiousSiret(siret: string): boolean {
  return siret.startsWith('000')
}
