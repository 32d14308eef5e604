import type { Day } from '#platform/day.ts'
import { type Cents, decimalEuros } from '#platform/money.ts'
import type { ScdlRow } from './scdl-fields.ts'

/** A notified award, as the database knows it. */
export interface PublishedAward {
  awardId: string
  funderName: string
  funderSiret: string
  actNumber: string
  signedOn: Day
  organisationName: string
  organisationSiret: string
  organisationRna: string | null
  title: string
  year: number
  decided: Cents
  paid: Cents
  payments: number
  firstPaidOn: Day | null
  lastPaidOn: Day | null
}

const LONGEST_OBJECT = 256

/** The row of the national schema that an award gives. */
export function scdlRow(award: PublishedAward): ScdlRow {
  return {
    nomAttribuant: award.funderName,
    idAttribuant: award.funderSiret,
    dateConvention: award.signedOn,
    referenceDecision: award.actNumber,
    nomBeneficiaire: award.organisationName,
    idBeneficiaire: award.organisationSiret,
    rnaBeneficiaire: officialRna(award.organisationRna),
    objet: shortened(award.title),
    montant: decimalEuros(award.decided),
    nature: 'aide en numéraire',
    conditionsVersement: conditions(award),
    datesPeriodeVersement: period(award),
    idRAE: '',
    notificationUE: 'non',
    pourcentageSubvention: '1',
    dispositifAide: '',
  }
}

/** The schema refuses overseas numbers (« W9R… »): the SIRET identifies the beneficiary, the number is left out and said. */
function officialRna(rna: string | null): string {
  return rna !== null && /^W\d{9}$/.test(rna) ? rna : ''
}

export function rnaLeftOut(award: PublishedAward): boolean {
  return award.organisationRna !== null && officialRna(award.organisationRna) === ''
}

function shortened(title: string): string {
  return title.length <= LONGEST_OBJECT ? title : `${title.slice(0, LONGEST_OBJECT - 1)}…`
}

/** « unique » when one payment made or will make the whole, « échelonné » otherwise. */
function conditions({ payments, paid, decided }: PublishedAward): string {
  return payments === 0 || (payments === 1 && paid === decided) ? 'unique' : 'échelonné'
}

/** What was paid, when it was; before any payment, from the act to the end of the year of the award. */
function period({ firstPaidOn, lastPaidOn, signedOn, year }: PublishedAward): string {
  if (firstPaidOn && lastPaidOn) return firstPaidOn === lastPaidOn ? firstPaidOn : `${firstPaidOn}/${lastPaidOn}`
  const end = `${year}-12-31`
  return signedOn < end ? `${signedOn}/${end}` : signedOn
}
