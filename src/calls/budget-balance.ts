import { type Cents, cents, sumCents } from '#platform/money.ts'
import { type BudgetSide, groupOfAccount } from './budget-accounts.ts'

export interface BudgetInput {
  lines: readonly { account: string; amount: Cents }[]
  /** Amounts asked of the funders of the contract: products of account 74. */
  asked: readonly Cents[]
}

export interface BudgetTotals {
  charges: Cents
  products: Cents
  /** Account 86, outside the balance. */
  inKindCharges: Cents
  /** Account 87, outside the balance. */
  inKindProducts: Cents
  asked: Cents
  /** Public money in all: what is asked here and account 74 elsewhere, without private aid. */
  publicMoney: Cents
}

/** The totals of a budget: always computed, never typed. A line of an unknown account is counted nowhere. */
export function budgetTotals({ lines, asked }: BudgetInput): BudgetTotals {
  const total = (side: BudgetSide, inKind: boolean): Cents =>
    sumCents(lines.filter(({ account }) => isOf(account, side, inKind)).map(({ amount }) => amount))
  const askedTotal = sumCents(asked)
  const otherPublic = sumCents(lines.filter(({ account }) => isPublicMoney(account)).map(({ amount }) => amount))
  return {
    charges: total('charges', false),
    products: sumCents([total('products', false), askedTotal]),
    inKindCharges: total('charges', true),
    inKindProducts: total('products', true),
    asked: askedTotal,
    publicMoney: sumCents([otherPublic, askedTotal]),
  }
}

function isOf(account: string, side: BudgetSide, inKind: boolean): boolean {
  const group = groupOfAccount(account)
  return group !== undefined && group.side === side && group.inKind === inKind
}

function isPublicMoney(account: string): boolean {
  return groupOfAccount(account)?.code === '74' && account !== '74aidespriv'
}

/** Share of public money in the cost, between 0 and more; undefined when the action costs nothing. */
export function publicShare(totals: BudgetTotals): number | undefined {
  return totals.charges > 0 ? totals.publicMoney / totals.charges : undefined
}

export type BudgetFlaw = 'empty' | 'unbalanced' | 'in-kind-unbalanced' | 'nothing-asked' | 'floor-above-cost'

/** Every reason why a budget cannot be sent. Source: CERFA n° 12156*06: total charges = total products, 86 = 87. */
export function budgetFlaws(totals: BudgetTotals, floor: Cents | null): BudgetFlaw[] {
  const flaws: BudgetFlaw[] = []
  if (totals.charges === 0) flaws.push('empty')
  if (totals.charges !== totals.products) flaws.push('unbalanced')
  if (totals.inKindCharges !== totals.inKindProducts) flaws.push('in-kind-unbalanced')
  if (totals.asked === 0) flaws.push('nothing-asked')
  if (floor !== null && floor > totals.charges) flaws.push('floor-above-cost')
  return flaws
}

/** What is missing in products (positive) or too much (negative) for the two sides to be equal. */
export function missingProducts(totals: BudgetTotals): Cents {
  return cents(totals.charges - totals.products)
}
