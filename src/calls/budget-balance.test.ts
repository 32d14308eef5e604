import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { BUDGET_ACCOUNTS, BUDGET_GROUPS, groupOfAccount } from './budget-accounts.ts'
import { type BudgetFlaw, budgetFlaws, budgetTotals, missingProducts, publicShare } from './budget-balance.ts'

const line = (account: string, amount: number) => ({ account, amount: euros(amount) })

test.each(
  BUDGET_GROUPS.flatMap((group) => group.accounts.map((account) => ({ code: account.code, side: group.side, inKind: group.inKind }))),
)('account $code counts among the $side only, in kind is $inKind', ({ code, side, inKind }) => {
  const totals = budgetTotals({ lines: [line(code, 7)], asked: [] })
  expect(totals.charges).toBe(side === 'charges' && !inKind ? 700 : 0)
  expect(totals.products).toBe(side === 'products' && !inKind ? 700 : 0)
  expect(totals.inKindCharges).toBe(side === 'charges' && inKind ? 700 : 0)
  expect(totals.inKindProducts).toBe(side === 'products' && inKind ? 700 : 0)
})

test('every account has one group, and 86 and 87 alone are in kind', () => {
  expect(new Set(BUDGET_ACCOUNTS).size).toBe(BUDGET_GROUPS.flatMap(({ accounts }) => accounts).length)
  expect(BUDGET_GROUPS.filter(({ inKind }) => inKind).map(({ code }) => code)).toEqual(['86', '87'])
  expect(groupOfAccount('nowhere')).toBeUndefined()
})

test('what is asked of the funders is a product and public money; private aid is no public money', () => {
  const totals = budgetTotals({
    lines: [line('601', 100), line('74com', 10), line('74aidespriv', 20), line('756', 5), line('864', 50), line('870', 50)],
    asked: [euros(40), euros(25)],
  })
  expect(totals).toMatchObject({ charges: euros(100), products: euros(100), asked: euros(65), publicMoney: euros(75) })
  expect(publicShare(totals)).toBe(0.75)
  expect(publicShare(budgetTotals({ lines: [], asked: [] }))).toBeUndefined()
})

const flawsOf = (lines: [string, number][], asked: number, floor: number | null = null): BudgetFlaw[] =>
  budgetFlaws(
    budgetTotals({ lines: lines.map(([code, amount]) => line(code, amount)), asked: [cents(asked * 100)] }),
    floor === null ? null : euros(floor),
  )

test.each<{ why: string; lines: [string, number][]; asked: number; floor: number | null; flaws: BudgetFlaw[] }>([
  { why: 'balanced', lines: [['601', 100]], asked: 100, floor: null, flaws: [] },
  { why: 'a euro short', lines: [['601', 101]], asked: 100, floor: null, flaws: ['unbalanced'] },
  { why: 'a euro too much', lines: [['601', 99]], asked: 100, floor: null, flaws: ['unbalanced'] },
  { why: 'nothing at all', lines: [], asked: 0, floor: null, flaws: ['empty', 'nothing-asked'] },
  {
    why: 'volunteers not matched',
    lines: [
      ['601', 100],
      ['864', 5],
    ],
    asked: 100,
    floor: null,
    flaws: ['in-kind-unbalanced'],
  },
  {
    why: 'volunteers matched',
    lines: [
      ['601', 100],
      ['864', 5],
      ['870', 5],
    ],
    asked: 100,
    floor: null,
    flaws: [],
  },
  {
    why: 'nothing asked',
    lines: [
      ['601', 100],
      ['756', 100],
    ],
    asked: 0,
    floor: null,
    flaws: ['nothing-asked'],
  },
  { why: 'floor equal to the cost', lines: [['601', 100]], asked: 100, floor: 100, flaws: [] },
  { why: 'floor a euro above the cost', lines: [['601', 100]], asked: 100, floor: 101, flaws: ['floor-above-cost'] },
  { why: 'floor a euro below the cost', lines: [['601', 100]], asked: 100, floor: 99, flaws: [] },
])('a budget $why has flaws $flaws', ({ lines, asked, floor, flaws }) => {
  expect(flawsOf(lines, asked, floor)).toEqual(flaws)
})

test('what is missing in products is charges minus products', () => {
  expect(missingProducts(budgetTotals({ lines: [line('601', 100)], asked: [euros(40)] }))).toBe(euros(60))
  expect(missingProducts(budgetTotals({ lines: [line('601', 10)], asked: [euros(40)] }))).toBe(euros(-30))
})
