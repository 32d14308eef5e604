import { type BudgetTotals, budgetFlaws, budgetTotals, missingProducts } from '#calls/budget-balance.ts'
import { type Cents, cents, formatEuros } from '#platform/money.ts'

export interface BudgetAmount {
  account: string
  amount: Cents
}

/** What a funder of the contract brings to the budget: decided once its act is signed, still asked before. */
export interface FunderProduct {
  funderId: string
  name: string
  amount: Cents
  firmness: 'decided' | 'asked'
}

/** After the answer, the funder who is answered counts for what is kept. */
export function productsAfter(
  products: readonly FunderProduct[],
  change: { funderId: string; before: Cents; after: Cents },
): FunderProduct[] {
  return products.map((product) =>
    product.funderId === change.funderId ? { ...product, amount: cents(product.amount - change.before + change.after) } : product,
  )
}

export type RevisedBudgetFlaw = 'empty' | 'unbalanced' | 'in-kind-unbalanced'

export function revisedTotals(lines: readonly BudgetAmount[], products: readonly FunderProduct[]): BudgetTotals {
  return budgetTotals({ lines, asked: products.map(({ amount }) => amount) })
}

/** A revised budget is balanced as the first one was: charges equal products, decided amounts being products; 86 = 87. */
export function revisedBudgetFlaws(totals: BudgetTotals): RevisedBudgetFlaw[] {
  const kept = ['empty', 'unbalanced', 'in-kind-unbalanced'] as const
  const found = budgetFlaws(totals, null)
  return kept.filter((flaw) => found.includes(flaw))
}

export function sayRevisedBudgetFlaw(flaw: RevisedBudgetFlaw, totals: BudgetTotals): string {
  if (flaw === 'empty') return 'Le budget révisé n’a aucune charge.'
  if (flaw === 'in-kind-unbalanced') {
    const [charges, products] = [formatEuros(totals.inKindCharges), formatEuros(totals.inKindProducts)]
    return `Les contributions volontaires ne s’équilibrent pas\u00A0: emplois ${charges}, ressources ${products}.`
  }
  const missing = missingProducts(totals)
  const [charges, products] = [formatEuros(totals.charges), formatEuros(totals.products)]
  const advice =
    missing > 0
      ? `il manque ${formatEuros(missing)} de produits\u00A0: réduisez les charges, ou augmentez vos autres produits`
      : `il y a ${formatEuros(cents(-missing))} de produits en trop`
  return `Charges ${charges}, produits ${products}\u00A0: ${advice}.`
}

/** The same amounts whatever the order; a line of zero is no line. */
export function sameBudget(first: readonly BudgetAmount[], second: readonly BudgetAmount[]): boolean {
  const written = (lines: readonly BudgetAmount[]): string =>
    JSON.stringify(
      lines
        .filter(({ amount }) => amount > 0)
        .map(({ account, amount }) => `${account}=${amount}`)
        .sort(),
    )
  return written(first) === written(second)
}
