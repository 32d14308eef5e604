import { cents, formatEuros } from '#platform/money.ts'
import { type BudgetFlaw, type BudgetTotals, missingProducts } from './budget-balance.ts'
import { type FormChoices, fieldNames } from './form-fields.ts'

/** Why a budget cannot be sent, in French, with its amounts. */
export const BUDGET_FLAW_SENTENCES = {
  empty: () => 'Écrivez ce que l’action va coûter',
  unbalanced: (totals: BudgetTotals) => {
    const gap = missingProducts(totals)
    const amount = formatEuros(cents(Math.abs(gap)))
    const said = gap > 0 ? `il manque ${amount} en recettes` : `les recettes dépassent les dépenses de ${amount}`
    return `Dépenses et recettes doivent être égales\u00A0: ${said}`
  },
  'in-kind-unbalanced': (totals: BudgetTotals) =>
    `Bénévolat et prêts gratuits\u00A0: les emplois (${formatEuros(totals.inKindCharges)}) et les contributions (${formatEuros(totals.inKindProducts)}) doivent être égaux`,
  'nothing-asked': () => 'Demandez un montant à au moins un financeur du contrat de ville',
  'floor-above-cost': (totals: BudgetTotals) =>
    `Le montant sous lequel l’action ne peut pas avoir lieu dépasse son coût, ${formatEuros(totals.charges)}\u00A0: vérifiez les deux`,
} satisfies Record<BudgetFlaw, (totals: BudgetTotals) => string>

const firstFunder = (choices: FormChoices): string => fieldNames.asked(choices.funders[0]?.id ?? '')

/** The control where one starts to mend it. */
export const LINE_FOR_FLAW = {
  empty: () => fieldNames.account('601'),
  unbalanced: () => fieldNames.account('insufprevisionnel'),
  'in-kind-unbalanced': () => fieldNames.account('870'),
  'nothing-asked': firstFunder,
  'floor-above-cost': () => 'floor',
} satisfies Record<BudgetFlaw, (choices: FormChoices) => string>
