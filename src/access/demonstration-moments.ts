import { type Day, day } from '#platform/day.ts'

/** The moments of the year that a visitor of the demonstration may jump to, in order. */
export const MOMENTS = [
  { name: 'Dépôt des dossiers', day: day('2027-01-14') },
  { name: 'Comité des financeurs', day: day('2027-03-11') },
  { name: 'Décisions de chaque financeur', day: day('2027-04-15') },
  { name: 'Paiements', day: day('2027-06-15') },
  { name: 'Bilans', day: day('2027-07-01') },
  { name: 'Clôture de l’année', day: day('2028-01-15') },
] as const satisfies readonly { name: string; day: Day }[]

/** The last day of the contract of the demonstration: beyond it nothing happens, and no day comes back. */
export const LAST_DAY = day('2030-12-31')

export type DayFlaw = 'backwards' | 'too-far'

/** The day of the demonstration only moves forward, so that what was done stays in the past. Today itself is accepted. */
export function checkNextDay(today: Day, asked: Day): DayFlaw | undefined {
  if (asked < today) return 'backwards'
  return asked > LAST_DAY ? 'too-far' : undefined
}
