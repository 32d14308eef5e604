import { isRna, isSiret } from '#platform/identifiers.ts'

/** One row of the national schema « Subventions » (SCDL 2.1.1), field by field, as text. */
export interface ScdlRow {
  nomAttribuant: string
  idAttribuant: string
  dateConvention: string
  referenceDecision: string
  nomBeneficiaire: string
  idBeneficiaire: string
  rnaBeneficiaire: string
  objet: string
  montant: string
  nature: string
  conditionsVersement: string
  datesPeriodeVersement: string
  idRAE: string
  notificationUE: string
  pourcentageSubvention: string
  dispositifAide: string
}

export type ScdlField = keyof ScdlRow

interface FieldRule {
  name: ScdlField
  required: boolean
  /** What the field holds, for the dictionary. */
  meaning: string
  /** Whether a non-empty value is good. */
  accepts: (value: string) => boolean
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const PERIOD = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(\/[0-9]{4}-[0-9]{2}-[0-9]{2})?$/
const NATURES = ['aide en numéraire', 'aide en nature', 'aide en numéraire;aide en nature', 'aide en nature;aide en numéraire']
const LONGEST = 256

const anything = (): boolean => true
const short = (value: string): boolean => value.length <= LONGEST
const share = (value: string): boolean => /^[01](\.\d+)?$/.test(value) && Number(value) >= 0.01 && Number(value) <= 1

/**
 * The 16 fields, in the order of the schema, with their checks.
 * Source: schema.json of SCDL « Subventions » v2.1.1 (28 September 2023) and its custom checks on SIRET.
 */
export const SCDL_FIELDS: readonly FieldRule[] = [
  { name: 'nomAttribuant', required: true, meaning: 'Nom de l’autorité qui attribue', accepts: anything },
  { name: 'idAttribuant', required: true, meaning: 'SIRET de l’autorité qui attribue', accepts: isSiret },
  { name: 'dateConvention', required: true, meaning: 'Date de signature de l’acte', accepts: (value) => DAY.test(value) },
  { name: 'referenceDecision', required: false, meaning: 'Numéro de l’acte', accepts: anything },
  { name: 'nomBeneficiaire', required: true, meaning: 'Nom du bénéficiaire', accepts: anything },
  { name: 'idBeneficiaire', required: false, meaning: 'SIRET du bénéficiaire', accepts: isSiret },
  {
    name: 'rnaBeneficiaire',
    required: false,
    meaning: 'Numéro RNA du bénéficiaire',
    accepts: (value) => /^W\d{9}$/.test(value) && isRna(value),
  },
  { name: 'objet', required: true, meaning: 'Objet de la subvention, 256 caractères au plus', accepts: short },
  { name: 'montant', required: true, meaning: 'Montant total décidé, en euros', accepts: (value) => /^\d+(\.\d{1,2})?$/.test(value) },
  { name: 'nature', required: true, meaning: 'Aide en numéraire ou en nature', accepts: (value) => NATURES.includes(value) },
  { name: 'conditionsVersement', required: true, meaning: 'Versement unique, échelonné, autre', accepts: short },
  { name: 'datesPeriodeVersement', required: true, meaning: 'Date ou période de versement', accepts: (value) => PERIOD.test(value) },
  { name: 'idRAE', required: false, meaning: 'Numéro au registre des aides de minimis', accepts: (value) => value.length <= 5 },
  {
    name: 'notificationUE',
    required: true,
    meaning: 'Aide notifiée à la Commission européenne',
    accepts: (value) => value === 'oui' || value === 'non',
  },
  { name: 'pourcentageSubvention', required: true, meaning: 'Part de la subvention qui revient à ce bénéficiaire', accepts: share },
  { name: 'dispositifAide', required: false, meaning: 'Identifiant du dispositif dans Aides-territoires', accepts: anything },
]

/** The faults of a row: « field: why »; empty when the row is valid, custom checks included (one of the two identifiers is there). */
export function scdlFlaws(row: ScdlRow): string[] {
  const flaws = SCDL_FIELDS.flatMap(({ name, required, accepts }) => {
    const value = row[name]
    if (value === '') return required ? [`${name}\u00A0: valeur obligatoire absente`] : []
    return accepts(value) ? [] : [`${name}\u00A0: «\u00A0${value}\u00A0» n’est pas admis`]
  })
  if (row.idBeneficiaire === '' && row.rnaBeneficiaire === '')
    flaws.push('idBeneficiaire ou rnaBeneficiaire\u00A0: l’un des deux est obligatoire')
  return flaws
}
