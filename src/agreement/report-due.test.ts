import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { daysLate, finalReportDue, finalReportState, interimReportState } from './report-due.ts'

test('the final account of a year is due on 30 June of the next', () => {
  expect(finalReportDue(2026)).toBe('2027-06-30')
})

test.each([
  ['2026-12-31', 'not-due', 0],
  ['2027-01-01', 'due', 0],
  ['2027-06-29', 'due', 0],
  ['2027-06-30', 'due', 0],
  ['2027-07-01', 'late', 1],
  ['2027-07-30', 'late', 30],
] as const)('on %s the final account of 2026 is %s, %d days late', (today, state, late) => {
  expect(finalReportState({ year: 2026, depositedOn: null }, day(today))).toBe(state)
  expect(daysLate(2026, day(today))).toBe(late)
  expect(finalReportState({ year: 2026, depositedOn: day('2027-02-01') }, day(today))).toBe('deposited')
})

test.each([
  [null, null, '2026-07-01', 'due'],
  [null, null, '2027-06-30', 'due'],
  [null, null, '2027-07-01', 'none'],
  [null, '2027-02-01', '2027-03-01', 'none'],
  ['2026-10-01', null, '2027-03-01', 'deposited'],
  ['2026-10-01', '2027-02-01', '2027-09-01', 'deposited'],
] as const)('interim account deposited on %s, final on %s: on %s it is %s', (depositedOn, finalDepositedOn, today, state) => {
  const report = { year: 2026, depositedOn: depositedOn && day(depositedOn), finalDepositedOn: finalDepositedOn && day(finalDepositedOn) }
  expect(interimReportState(report, day(today))).toBe(state)
})
