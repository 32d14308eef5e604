import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { type FunderProduct, productsAfter, revisedBudgetFlaws, revisedTotals, sameBudget, sayRevisedBudgetFlaw } from './revised-budget.ts'

const products: FunderProduct[] = [
  { funderId: 'state', name: 'État', amount: cents(500_000), firmness: 'decided' },
  { funderId: 'epci', name: 'Agglomération', amount: cents(200_000), firmness: 'asked' },
]
const lines = (charge: number) => [
  { account: '601', amount: cents(charge) },
  { account: '756', amount: cents(100_000) },
]

test.each([
  [799_999, ['unbalanced']],
  [800_000, []],
  [800_001, ['unbalanced']],
  [0, ['empty', 'unbalanced']],
])('charges of %d cents against products of 8 000 euros: %j', (charge, flaws) => {
  expect(revisedBudgetFlaws(revisedTotals(lines(charge), products))).toEqual(flaws)
})

test('voluntary contributions are balanced apart', () => {
  const inKind = [...lines(800_000), { account: '864', amount: cents(10_000) }]
  expect(revisedBudgetFlaws(revisedTotals(inKind, products))).toEqual(['in-kind-unbalanced'])
  expect(revisedBudgetFlaws(revisedTotals([...inKind, { account: '870', amount: cents(10_000) }], products))).toEqual([])
})

test('the funder who is answered counts for what is kept, the others as they were', () => {
  const after = productsAfter(products, { funderId: 'state', before: cents(500_000), after: cents(300_000) })
  expect(after.map(({ amount }) => amount)).toEqual([300_000, 200_000])
  expect(revisedTotals(lines(600_000), after)).toMatchObject({ charges: 600_000, products: 600_000 })
})

test('the sentence says how much is missing or too much', () => {
  expect(sayRevisedBudgetFlaw('unbalanced', revisedTotals(lines(900_000), products))).toMatch(/il manque 1\s000\s€ de produits/)
  expect(sayRevisedBudgetFlaw('unbalanced', revisedTotals(lines(700_000), products))).toMatch(/1\s000\s€ de produits en trop/)
})

test('the same lines in another order, or with a zero, are the same budget', () => {
  expect(sameBudget(lines(1), [...lines(1)].reverse())).toBe(true)
  expect(sameBudget(lines(1), [...lines(1), { account: '613', amount: cents(0) }])).toBe(true)
  expect(sameBudget(lines(1), lines(2))).toBe(false)
})
