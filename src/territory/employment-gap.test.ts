import { expect, test } from 'vitest'
import { REFERENCE_FIGURES } from '#testing/territory.ts'
import { gapInPoints, RATE_FLAWS, ranksOf, rateFlaw } from './employment-gap.ts'

test.each([
  { rate: -0.1, flaw: 'below-0' },
  { rate: 0, flaw: undefined },
  { rate: 0.1, flaw: undefined },
  { rate: 99.9, flaw: undefined },
  { rate: 100, flaw: undefined },
  { rate: 100.1, flaw: 'above-100' },
  { rate: Number.NaN, flaw: 'not-a-number' },
  { rate: Number.POSITIVE_INFINITY, flaw: 'not-a-number' },
])('TER-06: a rate of $rate has the flaw $flaw', ({ rate, flaw }) => {
  expect(rateFlaw(rate)).toBe(flaw)
})

test('TER-06: each flaw of a rate is said in French', () => {
  expect(Object.values(RATE_FLAWS).every((sentence) => sentence.length > 10)).toBe(true)
})

/** The table of Valenciennes Métropole, in the order of its gaps: EPCI 53.8 %, France 64.3 %. */
test.each([
  { name: 'Lecocq', rate: 25.6, epci: 28.2, france: 38.7 },
  { name: 'Dutemple - Chasse Royale', rate: 33.1, epci: 20.7, france: 31.2 },
  { name: 'La Pépinière', rate: 52.4, epci: 1.4, france: 11.9 },
])('TER-06: $name at $rate % is $epci points below its EPCI and $france below France', ({ rate, epci, france }) => {
  expect(gapInPoints(53.8, rate)).toBe(epci)
  expect(gapInPoints(64.3, rate)).toBe(france)
})

test('TER-06: a neighbourhood above its EPCI has a negative gap', () => {
  expect(gapInPoints(50, 52.4)).toBe(-2.4)
})

test('TER-06: the fourteen neighbourhoods are ranked from the widest gap, equal gaps share a rank', () => {
  const rates = REFERENCE_FIGURES.filter((one) => one.subjectCode.startsWith('QP059') && one.indicator === 'employment-rate')
  expect(rates).toHaveLength(14)
  const ranks = ranksOf(rates.map(({ value }) => gapInPoints(53.8, value ?? Number.NaN)))
  const rankOf = (code: string): number | undefined => ranks[rates.findIndex((one) => one.subjectCode === code)]
  expect(rankOf('QP059024')).toBe(1)
  expect(rankOf('QP059030')).toBe(2)
  expect(rankOf('QP059029')).toBe(14)
  expect(ranksOf([5, 9, 5, 1])).toEqual([2, 1, 2, 4])
  expect(ranksOf([])).toEqual([])
})
