import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { checkNextDay, LAST_DAY, MOMENTS } from './demonstration-moments.ts'

const today = day('2027-03-09')

test.each([
  [addDays(today, -1), 'backwards'],
  [today, undefined],
  [addDays(today, 1), undefined],
  [addDays(LAST_DAY, -1), undefined],
  [LAST_DAY, undefined],
  [addDays(LAST_DAY, 1), 'too-far'],
])('moving the demonstration from 2027-03-09 to %s is refused for: %s', (asked, flaw) => {
  expect(checkNextDay(today, asked)).toBe(flaw)
})

test('the moments follow one another and none is beyond the last day', () => {
  const days = MOMENTS.map((moment) => moment.day)
  expect(days).toEqual([...days].sort())
  expect(days.every((each) => each <= LAST_DAY)).toBe(true)
})
