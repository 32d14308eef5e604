import { groupOfAccount } from '#calls/budget-accounts.ts'
import { type Cents, sumCents } from '#platform/money.ts'

/** The budget of an action in six lines: three of charges, three of products, each side with the same total when it balances. */
export interface SheetBudget {
  charges: readonly SheetLine[]
  products: readonly SheetLine[]
  totals: { charges: Cents; products: Cents }
}

export interface SheetLine {
  label: string
  amount: Cents
}

const OUTSIDE = ['60', '61', '62']
const STAFF = ['63', '64']

/** In-kind contributions are outside the balance, and outside these lines. `asked`: of the funders of the contract. */
export function sheetBudget(lines: readonly { account: string; amount: Cents }[], asked: readonly Cents[]): SheetBudget {
  const known = lines.flatMap(({ account, amount }) => {
    const group = groupOfAccount(account)
    return group && !group.inKind ? [{ group, amount }] : []
  })
  const sum = (side: 'charges' | 'products', keep: (code: string) => boolean): Cents =>
    sumCents(known.filter(({ group }) => group.side === side && keep(group.code)).map(({ amount }) => amount))
  const charges = [
    { label: 'Achats et services', amount: sum('charges', (code) => OUTSIDE.includes(code)) },
    { label: 'Personnel, impôts et taxes', amount: sum('charges', (code) => STAFF.includes(code)) },
    { label: 'Autres charges', amount: sum('charges', (code) => !OUTSIDE.includes(code) && !STAFF.includes(code)) },
  ]
  const products = [
    { label: 'Demandé aux financeurs du contrat', amount: sumCents(asked) },
    { label: 'Autres subventions', amount: sum('products', (code) => code === '74') },
    { label: 'Ressources propres et autres produits', amount: sum('products', (code) => code !== '74') },
  ]
  const total = (side: readonly SheetLine[]): Cents => sumCents(side.map(({ amount }) => amount))
  return { charges, products, totals: { charges: total(charges), products: total(products) } }
}
