const NUMBER = new Intl.NumberFormat('fr-FR')

/** « 1 dossier », « 12 dossiers »: the number and its noun never part. */
export function counted(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)}\u00A0${count > 1 ? many : one}`
}

/** « aujourd’hui », « demain », « dans 9 jours », « il y a 3 jours ». */
export function inDays(days: number): string {
  if (days === 0) return 'aujourd’hui'
  if (days === 1) return 'demain'
  if (days < 0) return days === -1 ? 'hier' : `il y a ${-days}\u00A0jours`
  return `dans ${days}\u00A0jours`
}
