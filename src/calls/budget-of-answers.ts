import { type Cents, parseWholeEuros } from '#platform/money.ts'
import { BUDGET_ACCOUNTS } from './budget-accounts.ts'
import type { BudgetInput } from './budget-balance.ts'
import { type FormChoices, fieldNames } from './form-fields.ts'

/** The amounts of a part as they can be read from what was typed; a text that cannot be read is not counted. */
export function budgetOfAnswers(raws: ReadonlyMap<string, string>, choices: FormChoices): BudgetInput {
  const read = (field: string): Cents | undefined => {
    const parsed = parseWholeEuros(raws.get(field) ?? '')
    return parsed.ok ? parsed.value : undefined
  }
  return {
    lines: BUDGET_ACCOUNTS.flatMap((account) => {
      const amount = read(fieldNames.account(account))
      return amount === undefined ? [] : [{ account, amount }]
    }),
    asked: choices.funders.map(({ id }) => read(fieldNames.asked(id))).filter((amount) => amount !== undefined),
  }
}
