import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { withdrawable } from './withdrawal-period.ts'

test.each([
  { today: '2026-11-20', decided: false, expected: 'withdrawable' },
  { today: '2027-12-31', decided: false, expected: 'withdrawable' },
  { today: '2028-01-01', decided: false, expected: 'past-year' },
  { today: '2026-11-20', decided: true, expected: 'already-decided' },
  { today: '2028-01-01', decided: true, expected: 'already-decided' },
])('an application to the call of 2027, decided: $decided, is on $today: $expected', ({ today, decided, expected }) => {
  expect(withdrawable({ decided, year: 2027 }, day(today))).toBe(expected)
})
