import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { COMPLETENESS_STATES, completenessState } from './completeness-state.ts'

const TODAY = day('2027-02-10')
const waiting = { dueOn: day('2027-02-10'), answeredOn: null }
const late = { dueOn: day('2027-02-09'), answeredOn: null }
const received = { dueOn: day('2027-02-09'), answeredOn: day('2027-02-08') }

const CASES = [
  { complete: null, pieces: [], state: 'to-examine' },
  { complete: false, pieces: [], state: 'incomplete' },
  { complete: true, pieces: [], state: 'complete' },
  { complete: null, pieces: [waiting], state: 'pieces-waiting' },
  { complete: false, pieces: [waiting], state: 'pieces-waiting' },
  { complete: false, pieces: [late], state: 'pieces-late' },
  { complete: null, pieces: [late], state: 'pieces-late' },
  { complete: false, pieces: [received], state: 'pieces-received' },
  { complete: null, pieces: [received], state: 'pieces-received' },
  { complete: false, pieces: [received, waiting], state: 'pieces-waiting' },
  { complete: false, pieces: [received, waiting, late], state: 'pieces-late' },
  { complete: true, pieces: [late], state: 'complete' },
  { complete: true, pieces: [received], state: 'complete' },
] as const

test.each(CASES)('stated $complete with pieces $pieces, a file is $state', ({ complete, pieces, state }) => {
  expect(completenessState({ complete, pieces }, TODAY)).toBe(state)
})

test('every state of completeness is reached by one case at least', () => {
  expect(new Set(CASES.map(({ state }) => state))).toEqual(new Set(COMPLETENESS_STATES))
})
