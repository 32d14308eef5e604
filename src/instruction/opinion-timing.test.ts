import { expect, test } from 'vitest'
import { opinionTiming } from './opinion-timing.ts'

test.each(['signed-in', 'link', 'email'] as const)('PRJ-06: before the committee an opinion that comes %s is taken as it is', (way) => {
  for (const afterCommittee of ['noted', 'refused'] as const) {
    expect(opinionTiming(way, { past: false, afterCommittee })).toEqual({ taken: true, afterCommittee: false })
  }
})

test.each([
  { way: 'signed-in', afterCommittee: 'noted', timing: { taken: true, afterCommittee: true } },
  { way: 'email', afterCommittee: 'noted', timing: { taken: true, afterCommittee: true } },
  { way: 'link', afterCommittee: 'noted', timing: { taken: false } },
  { way: 'signed-in', afterCommittee: 'refused', timing: { taken: false } },
  { way: 'email', afterCommittee: 'refused', timing: { taken: false } },
  { way: 'link', afterCommittee: 'refused', timing: { taken: false } },
] as const)(
  'PRJ-06: after the committee, when they are $afterCommittee, an opinion that comes $way gives $timing',
  ({ way, afterCommittee, timing }) => {
    expect(opinionTiming(way, { past: true, afterCommittee })).toEqual(timing)
  },
)
