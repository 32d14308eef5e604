import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUDGET_ACCOUNTS } from '#calls/budget-accounts.ts'
import { budgetTotals } from '#calls/budget-balance.ts'
import { cents, euros } from '#platform/money.ts'
import { sheetBudget } from './sheet-budget.ts'

test('a budget is told in six lines, and in-kind contributions stay outside', () => {
  const lines = [
    { account: '601', amount: euros(300) },
    { account: '618', amount: euros(20) },
    { account: '622', amount: euros(80) },
    { account: '631', amount: euros(10) },
    { account: '641', amount: euros(5_000) },
    { account: '65x', amount: euros(90) },
    { account: 'chgfixe', amount: euros(500) },
    { account: '864', amount: euros(9_999) },
    { account: '74com', amount: euros(1_000) },
    { account: '756', amount: euros(200) },
    { account: '870', amount: euros(9_999) },
  ]
  const { charges, products, totals } = sheetBudget(lines, [euros(3_000), euros(1_800)])
  expect(charges.map(({ amount }) => amount)).toEqual([euros(400), euros(5_010), euros(590)])
  expect(products.map(({ amount }) => amount)).toEqual([euros(4_800), euros(1_000), euros(200)])
  expect(totals).toEqual({ charges: euros(6_000), products: euros(6_000) })
})

test('a total of charges without its lines, as Dauphin gives it, is among the other charges', () => {
  expect(sheetBudget([{ account: '6', amount: euros(700) }], []).charges.map(({ amount }) => amount)).toEqual([0, 0, euros(700)])
})

test('the six lines add up to the totals of the whole budget, whatever it holds', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 }).map(cents)
  const line = fc.record({ account: fc.constantFrom(...BUDGET_ACCOUNTS), amount })
  fc.assert(
    fc.property(fc.array(line), fc.array(amount), (lines, asked) => {
      const whole = budgetTotals({ lines, asked })
      expect(sheetBudget(lines, asked).totals).toEqual({ charges: whole.charges, products: whole.products })
    }),
  )
})
