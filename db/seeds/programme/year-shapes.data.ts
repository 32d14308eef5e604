/** How many files of a year are generated, beside those written by hand, and what becomes of them. Of 300: 24, 12 and 42. */
export interface YearShape {
  year: number
  files: number
  renewed: number
  refused: number
  inadmissible: number
  withdrawn: number
  /** Whole euros that the generated files have, beside those written by hand. */
  totals: Readonly<Record<'state' | 'cities' | 'region' | 'department' | 'epci' | 'caf', number>>
}

export const YEAR_SHAPES: readonly YearShape[] = [
  {
    year: 2025,
    files: 300,
    renewed: 210,
    refused: 42,
    inadmissible: 24,
    withdrawn: 12,
    totals: { state: 2_110_000, cities: 1_880_000, region: 330_000, department: 255_000, epci: 345_000, caf: 210_000 },
  },
  {
    year: 2026,
    files: 275,
    renewed: 210,
    refused: 39,
    inadmissible: 24,
    withdrawn: 12,
    totals: { state: 1_955_000, cities: 1_900_000, region: 300_000, department: 260_000, epci: 330_000, caf: 190_000 },
  },
  {
    year: 2027,
    files: 274,
    renewed: 189,
    refused: 39,
    inadmissible: 24,
    withdrawn: 12,
    totals: { state: 1_960_000, cities: 1_920_000, region: 310_000, department: 265_000, epci: 335_000, caf: 195_000 },
  },
]
