import { SelectField } from '#platform/kit/choices.tsx'
import type { Html } from '#platform/kit/html.ts'

/** The year of a list, in its filters: kept in the address as « annee ». */
export function YearField({ years, year }: { years: readonly number[]; year: number }): Html {
  const options = years.map((one) => ({ value: String(one), label: String(one) }))
  return <SelectField name="annee" label="Année" optional value={String(year)} options={options} />
}
