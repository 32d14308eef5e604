import { type Day, yearOf } from '#platform/day.ts'

/** The year under way: that of the latest call already open, which begins in the autumn before; else the year of the day. */
export function homeYear(calls: readonly { year: number; opensOn: Day }[], today: Day): number {
  const begun = calls.filter(({ opensOn }) => opensOn <= today).map(({ year }) => year)
  return begun.length > 0 ? Math.max(...begun) : yearOf(today)
}
