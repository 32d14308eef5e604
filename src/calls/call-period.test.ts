import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { callPeriod } from './call-period.ts'

const CALL = { opensOn: day('2026-11-02'), closesOn: day('2027-01-31') }

test.each([
  { today: addDays(CALL.opensOn, -1), phase: 'not-yet', daysLeft: 91 },
  { today: CALL.opensOn, phase: 'open', daysLeft: 90 },
  { today: addDays(CALL.opensOn, 1), phase: 'open', daysLeft: 89 },
  { today: addDays(CALL.closesOn, -1), phase: 'open', daysLeft: 1 },
  { today: CALL.closesOn, phase: 'open', daysLeft: 0 },
  { today: addDays(CALL.closesOn, 1), phase: 'closed', daysLeft: 0 },
])('on $today the call is $phase with $daysLeft days left (PRJ-01)', ({ today, ...expected }) => {
  expect(callPeriod(CALL, today)).toEqual(expected)
})
