import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { homeYear } from './home-year.ts'

const CALLS = [
  { year: 2026, opensOn: day('2025-11-03') },
  { year: 2027, opensOn: day('2026-11-02') },
]

test.each([
  { today: day('2026-11-01'), year: 2026 },
  { today: day('2026-11-02'), year: 2027 },
  { today: day('2027-01-14'), year: 2027 },
  { today: day('2028-02-01'), year: 2027 },
  { today: day('2025-01-01'), year: 2025 },
])('on $today the year under way is $year', ({ today, year }) => {
  expect(homeYear(CALLS, today)).toBe(year)
})

test('without any call the year under way is the year of the day', () => {
  expect(homeYear([], day('2027-03-01'))).toBe(2027)
})
