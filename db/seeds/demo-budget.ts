import { type Cents, cents, splitByShares } from '#platform/money.ts'
import type { DemoAction, DemoAmounts } from './demo-actions.data.ts'

/** What share of the cost goes to each account, by what an action is mostly made of. */
const COSTS = {
  staff: { '601': 6, '604': 5, '613': 3, '616': 1, '623': 1, '625': 3, '631': 2, '641': 54, '645': 19, chgfixe: 6 },
  speakers: { '601': 8, '604': 46, '613': 7, '616': 2, '623': 4, '625': 6, '641': 18, '645': 6, chgfixe: 3 },
  supplies: { '601': 38, '604': 14, '613': 6, '615': 3, '616': 2, '623': 5, '625': 2, '641': 20, '645': 7, chgfixe: 3 },
  outings: { '601': 18, '604': 16, '613': 24, '616': 3, '623': 3, '625': 9, '641': 19, '645': 6, chgfixe: 2 },
} satisfies Record<DemoAction['cost'], Record<string, number>>

const TEN_EUROS = 1_000

/** The budget lines of an action for what it asks, in whole euros: charges equal products, volunteers' work on both sides. */
export function budgetOf(action: DemoAction, asked: DemoAmounts): Map<string, number> {
  const lines = new Map<string, number>(Object.entries(action.others))
  const products = sum(Object.values(action.others)) + sum(Object.values(asked))
  const weights = Object.entries(COSTS[action.cost])
  const tens = Math.floor(products / 10)
  const parts: Cents[] = splitByShares(
    cents(tens),
    weights.map(([, weight]) => weight),
  )
  for (const [rank, [account]] of weights.entries()) lines.set(account, (parts[rank] ?? 0) * 10)
  const rest = products - tens * 10
  lines.set('601', (lines.get('601') ?? 0) + rest)
  if (action.volunteering > 0) lines.set('864', action.volunteering).set('870', action.volunteering)
  return lines
}

/** The same account, spent a little otherwise than planned: the differences of a real year. Shares are in thousandths. */
export function spentOf(planned: Cents, thousandths: number): Cents {
  return cents(Math.round((planned * thousandths) / TEN_EUROS / 100) * 100)
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
