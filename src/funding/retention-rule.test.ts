import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { retentionNeedsReason } from './retention-rule.ts'

test.each([
  { retained: 500_000, proposed: 500_000, asked: 500_000, needed: false },
  { retained: 499_999, proposed: 500_000, asked: 500_000, needed: true },
  { retained: 500_001, proposed: 500_000, asked: 600_000, needed: true },
  { retained: 0, proposed: 0, asked: 500_000, needed: false }, // the refusal was proposed, with its reason, in the opinion
  { retained: 0, proposed: undefined, asked: 500_000, needed: true },
  { retained: 500_000, proposed: undefined, asked: 500_000, needed: false },
  { retained: 600_000, proposed: 600_000, asked: 500_000, needed: true }, // above what was asked: always
  { retained: 0, proposed: undefined, asked: 0, needed: false },
])(
  'retaining $retained when $proposed was proposed and $asked asked: a reason is needed is $needed',
  ({ retained, proposed, asked, needed }) => {
    expect(
      retentionNeedsReason({
        retained: cents(retained),
        proposed: proposed === undefined ? undefined : cents(proposed),
        asked: cents(asked),
      }),
    ).toBe(needed)
  },
)

test('a cent of difference with the proposal needs a reason', () => {
  expect(retentionNeedsReason({ retained: cents(euros(10) - 1), proposed: euros(10), asked: euros(10) })).toBe(true)
})
