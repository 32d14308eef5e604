import { type Day, yearOf } from '#platform/day.ts'

export type Withdrawable = 'withdrawable' | 'already-decided' | 'past-year'

/** Whether what was sent may still be taken back: not once a funder decided, nor once the year of its call is over. */
export function withdrawable(file: { decided: boolean; year: number }, today: Day): Withdrawable {
  if (file.decided) return 'already-decided'
  return yearOf(today) > file.year ? 'past-year' : 'withdrawable'
}
