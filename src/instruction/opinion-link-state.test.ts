import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { linkExpiry, linkState } from './opinion-link-state.ts'

const TODAY = day('2027-02-10')

test.each([
  { days: -1, state: 'expired' },
  { days: 0, state: 'open' },
  { days: 1, state: 'open' },
] as const)('a link whose last day is $days days from today is $state', ({ days, state }) => {
  expect(linkState({ expiresOn: addDays(TODAY, days), revokedOn: null }, TODAY)).toBe(state)
  expect(linkState({ expiresOn: addDays(TODAY, days), revokedOn: TODAY }, TODAY)).toBe('revoked')
})

test('a link lives a number of days after the last due day of what it lists', () => {
  const [first, last] = [addDays(TODAY, 3), addDays(TODAY, 9)]
  expect(linkExpiry([last, first], 15, TODAY)).toBe(addDays(TODAY, 24))
  expect(linkExpiry([last], 0, TODAY)).toBe(last)
})

test('a link sent when all is late still opens for that number of days', () => {
  expect(linkExpiry([addDays(TODAY, -30)], 15, TODAY)).toBe(addDays(TODAY, 15))
})
