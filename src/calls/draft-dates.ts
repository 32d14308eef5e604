import { type Day, day, formatDayShort } from '#platform/day.ts'

export interface DateFlaw {
  field: 'startsOn' | 'endsOn' | 'republicanEngagementSignedOn'
  nature: 'invalid' | 'contradiction'
  sentence: string
}

/** What is wrong with the first and the last day of an action: it ends at the latest with the year after that of its call. */
export function calendarFlaws(dates: { startsOn: Day | undefined; endsOn: Day | undefined }, callYear: number): DateFlaw[] {
  const { startsOn, endsOn } = dates
  const latest = day(`${callYear + 1}-12-31`)
  const late = (['startsOn', 'endsOn'] as const).filter((field) => (dates[field] ?? latest) > latest)
  const sentence = `Vérifiez l’année\u00A0: une action de cet appel se termine au plus tard le ${formatDayShort(latest)}`
  const flaws = late.map((field): DateFlaw => ({ field, nature: 'invalid', sentence }))
  if (startsOn === undefined || endsOn === undefined || endsOn >= startsOn) return flaws
  return [
    ...flaws,
    { field: 'endsOn', nature: 'contradiction', sentence: 'Le dernier jour vient avant le premier\u00A0: vérifiez les deux dates' },
  ]
}

/** A contrat d’engagement républicain is signed before one writes when it was (PRJ-05). */
export function signatureFlaws(signedOn: Day | undefined, today: Day): DateFlaw[] {
  if (signedOn === undefined || signedOn <= today) return []
  const sentence = 'Cette date est à venir\u00A0: écrivez celle où le contrat d’engagement républicain a été signé'
  return [{ field: 'republicanEngagementSignedOn', nature: 'invalid', sentence }]
}
