import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { isClosedDraft, lastDayOf } from './draft-period.ts'

const CLOSES = day('2027-01-31')
const REOPENED = addDays(CLOSES, 10)

test.each([
  { today: addDays(CLOSES, -1), lastReopening: null, closed: false },
  { today: CLOSES, lastReopening: null, closed: false },
  { today: addDays(CLOSES, 1), lastReopening: null, closed: true },
  { today: addDays(CLOSES, 1), lastReopening: REOPENED, closed: false },
  { today: REOPENED, lastReopening: REOPENED, closed: false },
  { today: addDays(REOPENED, 1), lastReopening: REOPENED, closed: true },
])('on $today a draft of a call that closed on 31 January, reopened until $lastReopening, is closed: $closed (PRJ-01)', (row) => {
  const dates = { opensOn: day('2026-11-02'), closesOn: CLOSES, lastReopening: row.lastReopening }
  expect(isClosedDraft(dates, row.today)).toBe(row.closed)
})

test.each([
  [null, CLOSES],
  [REOPENED, REOPENED],
  [addDays(CLOSES, -2), CLOSES],
])('the last day to send a draft reopened until %s is %s', (lastReopening, expected) => {
  expect(lastDayOf({ opensOn: day('2026-11-02'), closesOn: CLOSES, lastReopening })).toBe(expected)
})
