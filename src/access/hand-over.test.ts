import { expect, test } from 'vitest'
import { type Day, day } from '#platform/day.ts'
import { checkHandOver, mayEnd } from './hand-over.ts'

const TODAY = day('2027-01-14')
const mandate = { validFrom: day('2024-01-01'), validTo: null }
const given = { endsOn: TODAY, note: 'Tout est dit.', receivers: [], left: 0 }
const known = { today: TODAY, receivers: ['next'] }

test.each<[string, Day, string[]]>([
  ['yesterday', day('2027-01-13'), ['ends-in-the-past']],
  ['today', TODAY, []],
  ['tomorrow', day('2027-01-15'), []],
])('a mandate that ends %s has the flaws of that day', (_, endsOn, flaws) => {
  expect(checkHandOver(mandate, { ...given, endsOn }, known)).toEqual(flaws)
})

test('a mandate does not end before it begins, nor twice', () => {
  const later = { validFrom: day('2027-02-01'), validTo: null }
  expect(checkHandOver(later, given, known)).toEqual(['ends-before-it-begins'])
  expect(checkHandOver({ ...mandate, validTo: day('2027-01-13') }, given, known)).toEqual(['already-ended'])
  expect(checkHandOver({ ...mandate, validTo: TODAY }, given, known)).toEqual([])
})

test('ANI-03: what is given goes to a known receiver; what is left asks a note', () => {
  expect(checkHandOver(mandate, { ...given, receivers: ['next'] }, known)).toEqual([])
  expect(checkHandOver(mandate, { ...given, receivers: ['stranger'] }, known)).toEqual(['unknown-receiver'])
  expect(checkHandOver(mandate, { ...given, note: '', left: 1 }, known)).toEqual(['note-missing'])
  expect(checkHandOver(mandate, { ...given, note: '', left: 0 }, known)).toEqual([])
})

test.each([
  [true, { personId: 'a', contractId: null }],
  [true, { personId: 'b', contractId: 'k' }],
  [false, { personId: 'b', contractId: 'other' }],
  [false, { personId: 'b', contractId: null }],
])('the project lead « a » of the contract « k » may end: %s', (may, of) => {
  expect(mayEnd({ personId: 'a', mayDecideClaims: true, contractId: 'k' }, of)).toBe(may)
})

test('another officer ends only its own mandate', () => {
  const by = { personId: 'a', mayDecideClaims: false, contractId: 'k' }
  expect([mayEnd(by, { personId: 'a', contractId: 'k' }), mayEnd(by, { personId: 'b', contractId: 'k' })]).toEqual([true, false])
})
