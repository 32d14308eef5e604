import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, splitByShares, sumCents } from '#platform/money.ts'
import { splitMovement, type TerritoryAmount } from './territory-split.ts'

const add = (held: readonly TerritoryAmount[], moved: readonly TerritoryAmount[]): TerritoryAmount[] => {
  const sums = new Map(held.map(({ qpvId, amount }) => [qpvId, amount]))
  for (const { qpvId, amount } of moved) sums.set(qpvId, cents((sums.get(qpvId) ?? 0) + amount))
  return [...sums].map(([qpvId, amount]) => ({ qpvId, amount })).sort((a, b) => (a.qpvId < b.qpvId ? -1 : 1))
}

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
        let held: TerritoryAmount[] = []
        for (const amount of all) held = add(held, splitMovement(shares, held, cents(amount)))
        const total = cents(all.reduce((sum, amount) => sum + amount, 0))
        const totals = held.map(({ amount }) => amount)
        expect(totals).toEqual(splitByShares(total, weights))
        expect(sumCents(totals)).toBe(total)
        expect(totals.every((one) => one >= 0)).toBe(true)
      },
    ),
  )
})

test('money given up leaves nothing in any neighbourhood, even when the shares of the action changed since', () => {
  const held = splitMovement([{ qpvId: 'a', share: 1 }], [], cents(100_000))
  const moved = splitMovement([{ qpvId: 'b', share: 1 }], held, cents(-100_000))
  expect(add(held, moved).map(({ amount }) => amount)).toEqual([0, 0])
})

test('shares that changed are followed by the whole award at its next movement, to the cent', () => {
  const held = splitMovement([{ qpvId: 'a', share: 1 }], [], cents(100_001))
  const moved = splitMovement(
    [
      { qpvId: 'a', share: 0.5 },
      { qpvId: 'b', share: 0.5 },
    ],
    held,
    cents(-50_000),
  )
  expect(sumCents(moved.map(({ amount }) => amount))).toBe(-50_000)
  expect(add(held, moved)).toEqual([
    { qpvId: 'a', amount: 25_001 },
    { qpvId: 'b', amount: 25_000 },
  ])
})

test('an action without shares stays where its money was, and nowhere when it was nowhere', () => {
  expect(splitMovement([], [{ qpvId: 'a', amount: cents(300) }], cents(-100))).toEqual([{ qpvId: 'a', amount: -100 }])
  expect(splitMovement([], [], cents(500))).toEqual([])
})
