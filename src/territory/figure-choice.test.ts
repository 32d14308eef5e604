import { expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { chooseFigure, formatShare, shareOf } from './figure-choice.ts'

function aFigure(wish: Partial<Figure>): Figure {
  return {
    subjectKind: 'department',
    subjectCode: '62',
    indicator: 'qpv-inhabitants',
    label: 'Habitants des quartiers prioritaires',
    definition: null,
    value: 1,
    unit: 'habitants',
    year: null,
    period: null,
    yearInferred: false,
    asPrinted: null,
    note: null,
    fictitious: false,
    source: 'source de test',
    place: null,
    ...wish,
  }
}

const BROCHURE = aFigure({ value: 159_000, year: 2018 })
const ARS = aFigure({ value: 149_827 })

test('TER-10: of the two populations of Pas-de-Calais a calculation uses the dated one, and keeps the other beside it', () => {
  expect(chooseFigure([ARS, BROCHURE])).toEqual({ used: BROCHURE, others: [ARS] })
  expect(chooseFigure([BROCHURE, ARS])).toEqual({ used: BROCHURE, others: [ARS] })
})

test('TER-10: the wished year comes before a later one, the later before the earlier, a dated one before an undated one', () => {
  const [old, recent] = [aFigure({ year: 2013 }), aFigure({ year: 2018 })]
  expect(chooseFigure([recent, old], 2013)?.used).toBe(old)
  expect(chooseFigure([old, recent], 2016)?.used).toBe(recent)
  expect(chooseFigure([old, recent])?.used).toBe(recent)
  expect(chooseFigure([ARS])?.used).toBe(ARS)
})

test('XCU-03: an unreadable value is never used, an invented one never before a real one', () => {
  expect(chooseFigure([aFigure({ value: null, year: 2020 })])).toBeUndefined()
  expect(chooseFigure([])).toBeUndefined()
  const invented = aFigure({ year: 2024, fictitious: true })
  expect(chooseFigure([invented, ARS])?.used).toBe(ARS)
  expect(chooseFigure([invented])?.used).toBe(invented)
})

test('TER-05: 35 888 of 190 459 inhabitants are 18.8 %, computed', () => {
  expect(formatShare(shareOf(35_888, 190_459) ?? 0)).toBe('18,8\u00A0%')
})

test.each([
  { part: 0, whole: 10, share: 0 },
  { part: 10, whole: 10, share: 1 },
  { part: 11, whole: 10, share: undefined },
  { part: -1, whole: 10, share: undefined },
  { part: 0, whole: 0, share: undefined },
])('TER-05: $part of $whole is the share $share', ({ part, whole, share }) => {
  expect(shareOf(part, whole)).toBe(share)
})
