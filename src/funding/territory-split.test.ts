import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, splitByShares, sumCents } from '#platform/money.ts'
import { splitMovement } from './territory-split.ts'

test('the movements of an award sum to the split of its total, whatever their order and size', () => {
  const movements = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }),
      movements,
      fc.integer({ min: 0, max: 100 }),
      (weights, amounts, kept) => {
        const shares = weights.map((share, index) => ({ qpvId: `q${index}`, share: share / 1000 }))
        const decided = amounts.reduce((sum, amount) => sum + amount, 0)
        const all = [...amounts, -Math.floor((decided * kept) / 100)]
        let before = 0
        const totals = shares.map(() => 0)
        for (const amount of all) {
          splitMovement(shares, cents(before), cents(amount)).forEach((part, index) => {
            totals[index] = (totals[index] ?? 0) + part.amount
          })
          before += amount
        }
        expect(totals).toEqual(splitByShares(cents(before), weights))
        expect(sumCents(totals.map(cents))).toBe(before)
        expect(totals.every((total) => total >= 0)).toBe(true)
      },
    ),
  )
})
