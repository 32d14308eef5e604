import { expect, test } from 'vitest'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { cents, euros } from '#platform/money.ts'
import { agreementRequired, agreementThreshold, ofPrivateLaw } from './agreement-required.ts'

test.each([
  { total: euros(0), required: false },
  { total: cents(2_299_999), required: false },
  { total: euros(23_000), required: false }, // « dépasse », not « atteint »
  { total: cents(2_300_001), required: true },
])('FIN-09: a yearly total of $total cents: an agreement is required is $required', ({ total, required }) => {
  expect(agreementRequired({ legalForm: 'association', yearTotal: total, year: 2027 })).toBe(required)
})

test('the threshold binds bodies of private law only', () => {
  const required = LEGAL_FORMS.filter((legalForm) => agreementRequired({ legalForm, yearTotal: euros(30_000), year: 2027 }))
  expect(required).toEqual(LEGAL_FORMS.filter(ofPrivateLaw))
  expect(required).toEqual(['association', 'foundation', 'landlord', 'company', 'natural-person'])
})

test('the threshold has a date of effect: nothing was required before the decree of 2001', () => {
  expect([agreementThreshold(2000), agreementThreshold(2001), agreementThreshold(2027)]).toEqual([undefined, euros(23_000), euros(23_000)])
  expect(agreementRequired({ legalForm: 'association', yearTotal: euros(30_000), year: 2000 })).toBe(false)
})
