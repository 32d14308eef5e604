import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import { fictitiousSiret } from '#testing/world.ts'
import { SCDL_FIELDS, type ScdlField, scdlFlaws } from './scdl-fields.ts'
import { type PublishedAward, rnaLeftOut, scdlRow } from './scdl-row.ts'

function anAward(wish: Partial<PublishedAward> = {}): PublishedAward {
  return {
    awardId: 'w',
    funderName: 'Région Hauts-de-France',
    funderSiret: fictitiousSiret(3),
    actNumber: '2026-0412',
    signedOn: day('2026-04-12'),
    organisationName: 'Graines de Coron',
    organisationSiret: fictitiousSiret(11),
    organisationRna: 'W621000001',
    title: 'Jardin nourricier',
    year: 2026,
    decided: euros(4000),
    paid: cents(0),
    payments: 0,
    firstPaidOn: null,
    lastPaidOn: null,
    ...wish,
  }
}

test('the 16 fields of SCDL 2.1.1 are written in the order of the schema', () => {
  expect(Object.keys(scdlRow(anAward()))).toEqual(SCDL_FIELDS.map(({ name }) => name))
  expect(SCDL_FIELDS).toHaveLength(16)
  expect(scdlFlaws(scdlRow(anAward()))).toEqual([])
})

test('XCU-05: every award gives a valid row of the national schema', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(day('2026-01-01'), offset))
  const award = fc.record({
    decided: fc.integer({ min: 1, max: 100_000_000_000 }).map(cents),
    title: fc.string({ minLength: 1, maxLength: 600 }),
    payments: fc.integer({ min: 0, max: 4 }),
    signedOn: days,
    paidOn: fc.option(days, { nil: null }),
    rna: fc.constantFrom(null, 'W621000001', 'W9R1234567'),
  })
  fc.assert(
    fc.property(award, ({ paidOn, rna, ...wish }) => {
      expect(scdlFlaws(scdlRow(anAward({ ...wish, organisationRna: rna, firstPaidOn: paidOn, lastPaidOn: paidOn })))).toEqual([])
    }),
  )
})

test.each<{ field: ScdlField; value: string }>([
  { field: 'idAttribuant', value: '12345678901234' },
  { field: 'idAttribuant', value: '' },
  { field: 'dateConvention', value: '12/04/2026' },
  { field: 'idBeneficiaire', value: '21860194600000' },
  { field: 'rnaBeneficiaire', value: 'W9R1234567' },
  { field: 'objet', value: 'x'.repeat(257) },
  { field: 'montant', value: '4000,00' },
  { field: 'nature', value: 'numéraire' },
  { field: 'conditionsVersement', value: '' },
  { field: 'datesPeriodeVersement', value: '2026-04-12_2026-12-31' },
  { field: 'idRAE', value: '123456' },
  { field: 'notificationUE', value: 'false' },
  { field: 'pourcentageSubvention', value: '0.009' },
  { field: 'pourcentageSubvention', value: '1.01' },
])('« $value » is refused for $field', ({ field, value }) => {
  expect(scdlFlaws({ ...scdlRow(anAward()), [field]: value })).toHaveLength(1)
})

test('a row without any identifier of the beneficiary is refused', () => {
  expect(scdlFlaws({ ...scdlRow(anAward()), idBeneficiaire: '', rnaBeneficiaire: '' })).toHaveLength(1)
})

test.each([
  { wish: {}, period: '2026-04-12/2026-12-31', conditions: 'unique' },
  {
    wish: { payments: 1, paid: euros(4000), firstPaidOn: day('2026-06-01'), lastPaidOn: day('2026-06-01') },
    period: '2026-06-01',
    conditions: 'unique',
  },
  {
    wish: { payments: 1, paid: euros(3000), firstPaidOn: day('2026-06-01'), lastPaidOn: day('2026-06-01') },
    period: '2026-06-01',
    conditions: 'échelonné',
  },
  {
    wish: { payments: 2, paid: euros(4000), firstPaidOn: day('2026-06-01'), lastPaidOn: day('2026-11-02') },
    period: '2026-06-01/2026-11-02',
    conditions: 'échelonné',
  },
  { wish: { signedOn: day('2027-01-04') }, period: '2027-01-04', conditions: 'unique' },
])('the period and the conditions of payment are $period, $conditions', ({ wish, period, conditions }) => {
  expect(scdlRow(anAward(wish))).toMatchObject({ datesPeriodeVersement: period, conditionsVersement: conditions })
})

test('an overseas RNA number is left out and said', () => {
  expect(rnaLeftOut(anAward({ organisationRna: 'W9R1234567' }))).toBe(true)
  expect(rnaLeftOut(anAward())).toBe(false)
  expect(rnaLeftOut(anAward({ organisationRna: null }))).toBe(false)
})
