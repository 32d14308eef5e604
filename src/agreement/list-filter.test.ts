import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { chosenOf, yearChosen, yearsOf } from './list-filter.ts'

const TODAY = day('2027-04-01')

test('the years of a list go from the latest, with this one among them', () => {
  expect(yearsOf([{ year: 2026 }, { year: 2025 }, { year: 2026 }], TODAY)).toEqual([2027, 2026, 2025])
})

test.each([
  ['2025', [2025, 2026, 2027], 2025],
  ['1999', [2025, 2026, 2027], 2027],
  [undefined, [2025, 2026], 2026],
  [undefined, [], 2027],
  ['x', [2026, 2027], 2027],
])('asked %s among %j: the year is %d', (asked, years, chosen) => {
  expect(
    yearChosen(
      asked,
      years.map((year) => ({ year })),
      TODAY,
    ),
  ).toBe(chosen)
})

test('a choice that is not of the list filters nothing', () => {
  expect(chosenOf(['a', 'b'], 'b')).toBe('b')
  expect(chosenOf(['a', 'b'], '../b')).toBeUndefined()
  expect(chosenOf(['a', 'b'], undefined)).toBeUndefined()
})
