interface Dated {
  kind: string | null
  year: number
}

/** The years in which opinions were given, the latest first: one list a year. */
export function givenYears(opinions: readonly Dated[]): number[] {
  const years = opinions.filter(({ kind }) => kind !== null).map(({ year }) => year)
  return [...new Set(years)].sort((one, other) => other - one)
}
