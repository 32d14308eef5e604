import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { decidedLines } from './decided-lines.ts'
import type { FunderLine } from './programming-store.ts'

const FUNDERS = [
  { id: 'state', shortName: 'État' },
  { id: 'caf', shortName: 'CAF' },
]
const line = (funderId: string, wish: Partial<FunderLine>): FunderLine => ({
  ...{ partId: 'p', funderId, awardedBefore: null, asked: euros(900), proposed: euros(500), retained: null, decided: null },
  ...{ obligated: null, paid: null, acts: null, obligations: null },
  ...wish,
})

test.each([
  { case: 'asked and proposed only', lines: [line('state', {})], funders: [] },
  { case: 'refused in committee', lines: [line('state', { retained: cents(0) })], funders: ['État'] },
  { case: 'decided without a committee', lines: [line('caf', { decided: euros(300) })], funders: ['CAF'] },
  { case: 'given the year before only, then given up', lines: [line('caf', { awardedBefore: cents(0) })], funders: ['CAF'] },
  {
    case: 'two funders, in the order of the contract',
    lines: [line('caf', { retained: euros(1) }), line('state', { decided: euros(2) })],
    funders: ['État', 'CAF'],
  },
])('who fixed an amount: $case', ({ lines, funders }) => {
  expect(decidedLines(lines, FUNDERS).map(({ funderName }) => funderName)).toEqual(funders)
})
