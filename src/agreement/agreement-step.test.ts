import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import { agreementBlocks, agreementStep, coveredTotal, type YearText } from './agreement-step.ts'

const ON = day('2027-03-01')
const text = (change: Partial<YearText> = {}): YearText => ({
  ...{ agreementId: 'g', textId: 'x', rank: 0, amount: euros(30_000), beneficiarySignedOn: ON, authoritySignedOn: ON },
  ...change,
})
const of = (texts: readonly YearText[], yearTotal = euros(30_000)) =>
  agreementStep({ legalForm: 'association', year: 2027, yearTotal, texts })
const unsigned = { beneficiarySignedOn: null, authoritySignedOn: null }

test('FIN-09: the agreement is prepared, signed by the association, then by the authority; each blocks until the last', () => {
  const steps = [
    of([]),
    of([text(unsigned)]),
    of([text({ authoritySignedOn: null })]),
    of([text({ beneficiarySignedOn: null })]),
    of([text()]),
    of([], euros(23_000)),
  ]
  expect(steps).toEqual(['to-prepare', 'beneficiary-signs', 'authority-signs', 'beneficiary-signs', 'covered', 'not-required'])
  expect(steps.map(agreementBlocks)).toEqual([true, true, true, true, false, false])
})

test('FIN-09: a sum that rises by one cent above what is signed needs an avenant; a cent below does not', () => {
  expect(of([text()], cents(3_000_001))).toBe('to-amend')
  expect(of([text()], cents(2_999_999))).toBe('covered')
  const avenant = text({ textId: 'y', rank: 1, amount: euros(35_000), authoritySignedOn: null })
  expect(of([text(), avenant], euros(35_000))).toBe('authority-signs')
  expect(of([text(), avenant], cents(3_500_001))).toBe('to-amend')
  expect(of([text(), { ...avenant, authoritySignedOn: ON }], euros(35_000))).toBe('covered')
})

test('the latest signed text of each agreement counts, and two agreements of one year add up', () => {
  expect(coveredTotal([text(), text({ rank: 1, amount: euros(20_000) })])).toBe(euros(20_000))
  expect(coveredTotal([text(), text({ agreementId: 'h', amount: euros(5_000) })])).toBe(euros(35_000))
  expect(coveredTotal([text(), text({ rank: 1, amount: euros(90_000), ...unsigned })])).toBe(euros(30_000))
})
