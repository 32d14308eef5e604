import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCsv } from '#platform/csv.ts'
import { fictitiousSiret } from '#testing/world.ts'
import { SCDL_FIELDS, type ScdlRow, scdlFlaws } from './scdl-fields.ts'

/** The national examples, where PILOTIS_TEST_DATA names their folder; scdl-row.test.ts holds their twins on our own rows. */
const folder = process.env['PILOTIS_TEST_DATA']

function flawsByField(file: string): Record<string, number> {
  const read = readCsv(readFileSync(join(folder ?? '', 'scdl-subventions', file)))
  if (!read.done) throw new Error(read.reasons.join())
  const { header, rows } = read.value
  const counts: Record<string, number> = {}
  for (const { cells } of rows) {
    for (const flaw of scdlFlaws(rowOf(header, cells))) {
      const field = flaw.split('\u00A0')[0] ?? ''
      counts[field] = (counts[field] ?? 0) + 1
    }
  }
  return counts
}

function rowOf(header: readonly string[], cells: readonly string[]): ScdlRow {
  const value = (name: string) => cells[header.indexOf(name)] ?? ''
  const row = { ...EMPTY }
  for (const { name } of SCDL_FIELDS) row[name] = value(name)
  return row
}

const EMPTY: ScdlRow = {
  nomAttribuant: '',
  idAttribuant: '',
  dateConvention: '',
  referenceDecision: '',
  nomBeneficiaire: '',
  idBeneficiaire: '',
  rnaBeneficiaire: '',
  objet: '',
  montant: '',
  nature: '',
  conditionsVersement: '',
  datesPeriodeVersement: '',
  idRAE: '',
  notificationUE: '',
  pourcentageSubvention: '',
  dispositifAide: '',
}

test.runIf(folder !== undefined)('the 29 rows of the national valid example are valid for our table of fields', () => {
  expect(flawsByField('exemple_valide.csv')).toEqual({})
})

test.runIf(folder !== undefined)('the faults of the national invalid example are all told, field by field', () => {
  expect(flawsByField('exemple_invalide_erreurs_cellules.csv')).toEqual({
    idAttribuant: 29,
    idBeneficiaire: 20,
    rnaBeneficiaire: 3,
    pourcentageSubvention: 4,
    dateConvention: 1,
    montant: 2,
    notificationUE: 2,
    datesPeriodeVersement: 1,
    nature: 1,
    'idBeneficiaire ou rnaBeneficiaire': 1, // the custom check, which the oracle of the pattern rules does not count
  })
})

test('a row made by us with one fault of each kind tells each of them', () => {
  const good: ScdlRow = {
    ...EMPTY,
    nomAttribuant: 'Région',
    idAttribuant: fictitiousSiret(3),
    dateConvention: '2026-04-12',
    nomBeneficiaire: 'Graines de Coron',
    idBeneficiaire: fictitiousSiret(11),
    objet: 'Jardin',
    montant: '4000.00',
    nature: 'aide en numéraire',
    conditionsVersement: 'unique',
    datesPeriodeVersement: '2026-04-12',
    notificationUE: 'non',
    pourcentageSubvention: '1',
  }
  expect(scdlFlaws(good)).toEqual([])
  expect(
    scdlFlaws({
      ...good,
      montant: '100000,1',
      dateConvention: '05/12/2016',
      notificationUE: 'no',
      pourcentageSubvention: '0,5',
      nature: 'aide en numéraire,aide en nature',
    }),
  ).toHaveLength(5)
})
