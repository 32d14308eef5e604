import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { AWARD_STAGES, type AwardFacts, NEXT_STEPS, stageOf } from './whose-turn.ts'

const award: AwardFacts = {
  notified: true,
  granted: cents(500),
  decided: cents(500),
  obligated: cents(0),
  paid: cents(0),
  answer: 'confirmed',
  finalDeposited: false,
  suspended: false,
  agreement: 'not-required',
}

test.each([
  [{ notified: false }, 'awaiting-notification', 'funder'],
  [{ notified: false, granted: cents(0), decided: cents(0) }, 'awaiting-notification', 'funder'],
  [{ granted: cents(0), decided: cents(0), answer: null }, 'refused', 'nobody'],
  [{ decided: cents(0), answer: 'given-up' as const }, 'given-up', 'nobody'],
  [{ answer: null }, 'to-answer', 'beneficiary'],
  [{ answer: null, obligated: cents(500) }, 'to-pay', 'funder'],
  [{}, 'to-obligate', 'funder'],
  [{ answer: 'reduced' as const }, 'to-obligate', 'funder'],
  [{ obligated: cents(499), paid: cents(499) }, 'to-obligate', 'funder'],
  [{ obligated: cents(500) }, 'to-pay', 'funder'],
  [{ obligated: cents(500), paid: cents(499) }, 'to-pay', 'funder'],
  [{ obligated: cents(500), suspended: true }, 'suspended', 'beneficiary'],
  [{ agreement: 'to-prepare' as const }, 'to-agree', 'funder'],
  [{ agreement: 'to-amend' as const, obligated: cents(500) }, 'to-agree', 'funder'],
  [{ agreement: 'beneficiary-signs' as const }, 'to-sign', 'beneficiary'],
  [{ agreement: 'authority-signs' as const }, 'to-agree', 'funder'],
  [{ agreement: 'covered' as const }, 'to-obligate', 'funder'],
  [{ obligated: cents(500), paid: cents(500), agreement: 'to-amend' as const }, 'to-report', 'beneficiary'],
  [{ obligated: cents(500), paid: cents(500), suspended: true }, 'to-report', 'beneficiary'],
  [{ obligated: cents(500), paid: cents(500) }, 'to-report', 'beneficiary'],
  [{ obligated: cents(500), paid: cents(500), finalDeposited: true }, 'closed', 'nobody'],
  [{ obligated: cents(500), finalDeposited: true }, 'to-pay', 'funder'],
] as const)('an award with %j is at « %s », turn of %s', (change, stage, turn) => {
  expect(stageOf({ ...award, ...change })).toBe(stage)
  expect(NEXT_STEPS[stage].turn).toBe(turn)
})

test('every stage is listed once', () => {
  expect([...AWARD_STAGES].sort()).toEqual(Object.keys(NEXT_STEPS).sort())
})
