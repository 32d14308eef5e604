import { expect, test } from 'vitest'
import { formatFigure, vintageOf } from './figure.ts'

test.each([
  { year: 2022, period: null, yearInferred: false, said: '2022' },
  { year: 2018, period: null, yearInferred: true, said: 'vers 2018' },
  { year: null, period: '2003-2015', yearInferred: false, said: '2003-2015' },
  { year: null, period: null, yearInferred: false, said: 'année non imprimée' },
])('XCU-03: a vintage says what the document says of it: $said', ({ said, ...figure }) => {
  expect(vintageOf(figure)).toBe(said)
})

test.each([
  { value: 53.8, unit: '%', said: '53,8\u00A0%' },
  { value: 35_888, unit: 'habitants', said: '35\u202F888\u00A0habitants' },
  { value: -1.1, unit: 'points', said: '−1,1\u00A0points' },
  { value: null, unit: '€', said: 'illisible' },
])('XCU-03: a value keeps its unit, and one that nobody could read is never guessed: $said', ({ said, ...figure }) => {
  expect(formatFigure(figure)).toBe(said)
})
