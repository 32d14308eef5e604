import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, sumCents } from '#platform/money.ts'
import { pillarTotals } from './pillar-totals.ts'

test('CON-02: each action counts in one pillar; without an orientation it is said apart, and only then', () => {
  expect(pillarTotals([{ pillar: 'cohesion', decided: cents(5) }])).toEqual([
    { pillar: 'cohesion', actions: 1, decided: 5 },
    { pillar: 'environment', actions: 0, decided: 0 },
    { pillar: 'employment', actions: 0, decided: 0 },
    { pillar: 'transversal', actions: 0, decided: 0 },
  ])
  expect(pillarTotals([{ pillar: null, decided: cents(7) }]).at(-1)).toEqual({ pillar: 'none', actions: 1, decided: 7 })
})

test('CON-02: the lines of the pillars add up to the whole, to the cent', () => {
  const action = fc.record({
    pillar: fc.constantFrom('cohesion' as const, 'environment' as const, 'employment' as const, 'transversal' as const, null),
    decided: fc.integer({ min: 0, max: 10_000_000 }).map(cents),
  })
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      const totals = pillarTotals(actions)
      expect(sumCents(totals.map(({ decided }) => decided))).toBe(sumCents(actions.map(({ decided }) => decided)))
      expect(totals.reduce((sum, one) => sum + one.actions, 0)).toBe(actions.length)
    }),
  )
})
