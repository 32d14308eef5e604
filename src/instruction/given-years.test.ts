import { expect, test } from 'vitest'
import { givenYears } from './given-years.ts'

test.each([
  { case: 'nothing asked', of: [], years: [] },
  { case: 'nothing given', of: [{ kind: null, year: 2027 }], years: [] },
  {
    case: 'two years, and one awaited',
    of: [
      { kind: 'favourable', year: 2026 },
      { kind: 'reserved', year: 2027 },
      { kind: 'favourable', year: 2026 },
      { kind: null, year: 2028 },
    ],
    years: [2027, 2026],
  },
])('years of opinions given, the latest first: $case', ({ of, years }) => {
  expect(givenYears(of)).toEqual(years)
})
