import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { suspendingYears, suspensionHolds } from './payment-suspension.ts'

test.each([
  ['2027-06-29', []],
  ['2027-06-30', []],
  ['2027-07-01', [2026]],
  ['2028-07-01', [2026, 2027]],
])('on %s, accounts of 2026 and 2027 missing, payments wait for %j', (today, years) => {
  const accounts = [
    { year: 2027, depositedOn: null },
    { year: 2026, depositedOn: null },
  ]
  expect(suspendingYears(accounts, { ruleApplies: true, today: day(today) })).toEqual(years)
  expect(suspendingYears(accounts, { ruleApplies: false, today: day(today) })).toEqual([])
})

test('an account handed in, even late, suspends nothing', () => {
  const accounts = [{ year: 2026, depositedOn: day('2027-09-01') }]
  expect(suspendingYears(accounts, { ruleApplies: true, today: day('2027-09-02') })).toEqual([])
})

test.each([
  [[], '', false],
  [[2026], '', true],
  [[2026], '   ', true],
  [[2026], 'Bilan reçu sur papier', false],
])('missing years %j with the reason « %s »: the suspension holds is %s', (years, reason, holds) => {
  expect(suspensionHolds(years, reason)).toBe(holds)
})
