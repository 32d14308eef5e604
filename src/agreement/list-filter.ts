import type { Day } from '#platform/day.ts'
import { yearOf } from '#platform/day.ts'

/** The years there are, the latest first, this year among them. */
export function yearsOf(rows: readonly { year: number }[], today: Day): number[] {
  return [...new Set([yearOf(today), ...rows.map(({ year }) => year)])].sort((a, b) => b - a)
}

/** The year asked for when it is one of the list, else this year when something is there, else the latest with something. */
export function yearChosen(asked: string | undefined, rows: readonly { year: number }[], today: Day): number {
  const years = yearsOf(rows, today)
  const wanted = years.find((year) => String(year) === asked)
  if (wanted !== undefined) return wanted
  const now = yearOf(today)
  return rows.some(({ year }) => year === now) ? now : (rows.map(({ year }) => year).sort((a, b) => b - a)[0] ?? now)
}

/** One of a closed list; anything else filters nothing. */
export function chosenOf<const T extends string>(choices: readonly T[], asked: string | undefined): T | undefined {
  return choices.find((choice) => choice === asked)
}
