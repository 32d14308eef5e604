import { expect, test } from 'vitest'
import { budgetFlaws, budgetTotals, publicShare } from '#calls/budget-balance.ts'
import { euros } from '#platform/money.ts'
import { DEMO_ACTIONS } from './demo-actions.data.ts'
import { budgetOf } from './demo-budget.ts'

const asked = DEMO_ACTIONS.flatMap((action) =>
  [action.asked2026, action.asked2027].flatMap((amounts) => (amounts ? [{ key: action.key, action, amounts }] : [])),
)

test.each(asked)('the budget of $key is balanced, in whole euros, and not above 80 % of public money', ({ action, amounts }) => {
  const lines = [...budgetOf(action, amounts)].map(([account, value]) => ({ account, amount: euros(value) }))
  const totals = budgetTotals({ lines, asked: Object.values(amounts).map(euros) })
  expect(budgetFlaws(totals, null)).toEqual([])
  expect(publicShare(totals)).toBeLessThanOrEqual(0.8)
  expect(lines.every(({ amount }) => amount % 100 === 0)).toBe(true)
})

test.each(DEMO_ACTIONS)('the neighbourhoods of $key share the whole of it', ({ shares }) => {
  expect(shares.reduce((total, [, percent]) => total + Number(percent), 0)).toBe(100)
})
