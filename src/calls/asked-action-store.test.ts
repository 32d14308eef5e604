import { expect, test } from 'vitest'
import { freeActions } from './asked-action-store.ts'

const ACTION = { id: 'velo', contractId: 'lens' }
const CALLS = [
  { id: 'aap', contractId: 'lens' },
  { id: 'ete', contractId: 'lens' },
  { id: 'ailleurs', contractId: 'autre' },
]
const asked = (...callIds: string[]) => callIds.map((callId) => ({ callId, actionId: ACTION.id }))

test.each([
  { calls: ['aap'], already: [], free: true },
  { calls: ['aap'], already: ['aap'], free: false },
  { calls: ['aap', 'ete'], already: ['aap'], free: true },
  { calls: ['aap', 'ete'], already: ['aap', 'ete'], free: false },
  { calls: ['aap', 'ailleurs'], already: ['aap'], free: false },
  { calls: [], already: [], free: false },
])('an action asked in $already is offered for the calls $calls: $free', ({ calls, already, free }) => {
  const open = CALLS.filter(({ id }) => calls.includes(id))
  expect(freeActions([ACTION], open, asked(...already))).toHaveLength(free ? 1 : 0)
})
