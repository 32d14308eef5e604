/** The year shown when the address names none: this one if it has a call, else the nearest before, else the latest known. */
export function chosenYear(asked: number | undefined, years: readonly number[], thisYear: number): number {
  if (asked !== undefined) return asked
  const past = years.filter((year) => year <= thisYear)
  return past.length > 0 ? Math.max(...past) : years.length > 0 ? Math.max(...years) : thisYear
}
