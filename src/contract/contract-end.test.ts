import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { contractPhase, endOn, shownDay } from './contract-end.ts'

const initial = { endsOn: day('2020-12-31'), knownOn: day('2015-06-30') }
const byLaw = { endsOn: day('2022-12-31'), knownOn: day('2018-12-28') }

test.each([
  { on: '2015-06-29', end: '2020-12-31' },
  { on: '2018-12-27', end: '2020-12-31' },
  { on: '2018-12-28', end: '2022-12-31' },
  { on: '2026-01-01', end: '2022-12-31' },
])('CON-01: on $on the contract of 2015 ends on $end', ({ on, end }) => {
  expect(endOn([byLaw, initial], day(on))?.endsOn).toBe(end)
})

test('a contract without any term has no end to show', () => {
  expect(endOn([], day('2026-01-01'))).toBeUndefined()
})

test.each([
  { on: '2015-06-29', phase: 'coming', shown: '2015-06-30' },
  { on: '2015-06-30', phase: 'living', shown: '2015-06-30' },
  { on: '2022-12-31', phase: 'living', shown: '2022-12-31' },
  { on: '2023-01-01', phase: 'closed', shown: '2022-12-31' },
])('on $on the contract is $phase and shown at $shown', ({ on, phase, shown }) => {
  const contract = { validFrom: day('2015-06-30'), validTo: day('2022-12-31') }
  expect(contractPhase(contract, day(on))).toBe(phase)
  expect(shownDay(contract, day(on))).toBe(shown)
})
