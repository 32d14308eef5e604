import { expect, test } from 'vitest'
import { isMeasurable } from './measurable.ts'

const nothing = { amounts: [], target: null, indicator: null, deadline: null }

test.each([
  { by: 'nothing', given: {}, measurable: false },
  { by: 'an empty target', given: { target: ' ' }, measurable: false },
  { by: 'an illegible amount', given: { amounts: [{ cents: null }] }, measurable: false },
  { by: 'an amount', given: { amounts: [{ cents: null }, { cents: 1 }] }, measurable: true },
  { by: 'a target', given: { target: '100 %' }, measurable: true },
  { by: 'an indicator', given: { indicator: 'nombre' }, measurable: true },
  { by: 'a deadline', given: { deadline: '2027' }, measurable: true },
])('ENG-01, XCU-03: a commitment with $by is measurable: $measurable', ({ given, measurable }) => {
  expect(isMeasurable({ ...nothing, ...given })).toBe(measurable)
})
