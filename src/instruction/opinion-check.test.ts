import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { proposesMoreThanAsked, refuseOpinion } from './opinion-check.ts'
import { OPINION_KINDS } from './opinion-kinds.ts'

const wish = {
  kind: 'favourable',
  reason: 'Action utile.',
  proposed: euros(3_000),
  hasMoney: true,
  taken: true,
  askWithdrawn: false,
} as const

test.each([
  { kind: 'favourable', proposed: euros(3_000), refusals: [] },
  { kind: 'reserved', proposed: euros(3_000), refusals: [] },
  { kind: 'unfavourable', proposed: euros(3_000), refusals: ['amount-against-opinion'] },
  { kind: 'not-concerned', proposed: euros(3_000), refusals: ['amount-against-opinion'] },
  { kind: 'unfavourable', proposed: cents(0), refusals: [] },
  { kind: 'unfavourable', proposed: cents(1), refusals: ['amount-against-opinion'] },
  { kind: 'not-concerned', proposed: undefined, refusals: [] },
] as const)('a $kind opinion that proposes $proposed cents is refused for $refusals', ({ kind, proposed, refusals }) => {
  expect(refuseOpinion({ ...wish, kind, proposed })).toEqual(refusals)
})

test.each(OPINION_KINDS)('PRJ-06: an opinion that is %s needs a reason', (kind) => {
  expect(refuseOpinion({ ...wish, kind, reason: ' \n ', proposed: undefined })).toEqual(['reason-missing'])
})

test('who has no money in the matter proposes none, not even zero', () => {
  expect(refuseOpinion({ ...wish, hasMoney: false })).toEqual(['amount-without-money'])
  expect(refuseOpinion({ ...wish, proposed: cents(0), hasMoney: false })).toEqual(['amount-without-money'])
  expect(refuseOpinion({ ...wish, proposed: undefined, hasMoney: false })).toEqual([])
})

test('every reason to refuse is said at once', () => {
  expect(
    refuseOpinion({ kind: 'unfavourable', reason: '', proposed: euros(1), hasMoney: false, taken: false, askWithdrawn: true }),
  ).toEqual(['reason-missing', 'amount-without-money', 'amount-against-opinion', 'after-committee', 'ask-withdrawn'])
})

test.each([
  { proposed: euros(5_000), asked: euros(5_000), more: false },
  { proposed: cents(500_001), asked: euros(5_000), more: true },
  { proposed: euros(1), asked: undefined, more: true },
  { proposed: cents(0), asked: undefined, more: false },
  { proposed: undefined, asked: euros(1), more: false },
])('$proposed cents proposed where $asked were asked is more: $more', ({ proposed, asked, more }) => {
  expect(proposesMoreThanAsked(proposed, asked)).toBe(more)
})
