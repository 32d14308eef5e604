import { expect, test } from 'vitest'
import { YEAR_STEPS, type YearProgress, yearPhases } from './year-steps.ts'

const START: YearProgress = {
  opened: false,
  closed: false,
  deposits: 0,
  complete: 0,
  asked: 0,
  received: 0,
  committeeClosed: false,
  decided: 0,
  notified: 0,
  granted: 0,
  paid: 0,
  awaitingAct: 0,
}
const END: YearProgress = {
  opened: true,
  closed: true,
  deposits: 3,
  complete: 3,
  asked: 6,
  received: 6,
  committeeClosed: true,
  decided: 4,
  notified: 4,
  granted: 3,
  paid: 3,
  awaitingAct: 0,
}

test('before the call nothing is done and the call comes first', () => {
  const phases = yearPhases(START)
  expect(phases.call).toBe('current')
  expect(YEAR_STEPS.filter((step) => phases[step] === 'next')).toHaveLength(7)
})

test('a year that is over has every step done and none current', () => {
  expect(new Set(Object.values(yearPhases(END)))).toEqual(new Set(['done']))
})

test.each([
  { step: 'deposits', facts: { closed: false } },
  { step: 'completeness', facts: { complete: 2 } },
  { step: 'opinions', facts: { received: 5 } },
  { step: 'committee', facts: { committeeClosed: false } },
  { step: 'decisions', facts: { awaitingAct: 1 } },
  { step: 'notifications', facts: { notified: 3 } },
  { step: 'payments', facts: { paid: 2 } },
] as const)('$step is the current step when $facts', ({ step, facts }) => {
  const phases = yearPhases({ ...END, ...facts })
  expect(phases[step]).toBe('current')
})

test('a step that nothing has reached is not done: no file, no opinion, no decision', () => {
  const phases = yearPhases({ ...END, deposits: 0, complete: 0, asked: 0, received: 0, decided: 0, notified: 0, granted: 0, paid: 0 })
  for (const step of ['completeness', 'opinions', 'decisions', 'notifications', 'payments'] as const) expect(phases[step]).not.toBe('done')
})
