import { BUDGET_GROUPS } from './budget-accounts.ts'
import { AGE_BAND_NAMES, AGE_BANDS, type FormChoices, type FormField, fieldNames } from './form-fields.ts'

/** « Locations (613) »: codes that say nothing to a reader are left out. */
export function accountWords({ code, label }: { code: string; label: string }): string {
  return /^\d{3}$/.test(code) ? `${label} (${code})` : label
}

const ACCOUNT_LABELS = new Map(
  BUDGET_GROUPS.flatMap(({ accounts }) =>
    accounts.map(({ code, label }): [string, string] => [fieldNames.account(code), accountWords({ code, label })]),
  ),
)

const PEOPLE_LABELS = new Map(
  AGE_BANDS.flatMap((band): [string, string][] => [
    [fieldNames.people(band, 'women'), `Femmes et filles, ${AGE_BAND_NAMES[band].toLowerCase()}`],
    [fieldNames.people(band, 'men'), `Hommes et garçons, ${AGE_BAND_NAMES[band].toLowerCase()}`],
  ]),
)

/** The words by which a person knows a field. */
export function labelOfField({ field, question }: Pick<FormField, 'field' | 'question'>, choices: FormChoices): string {
  if (question) return question.label
  const funder = choices.funders.find(({ id }) => fieldNames.asked(id) === field)
  const qpv = choices.qpvs.find(({ code }) => fieldNames.share(code) === field)
  const axis = choices.axes?.find(({ code }) => fieldNames.axis(code) === field)
  return funder?.name ?? qpv?.name ?? axis?.label ?? ACCOUNT_LABELS.get(field) ?? PEOPLE_LABELS.get(field) ?? field
}
