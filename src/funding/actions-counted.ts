import { formatCount } from '#platform/kit/escape.ts'

/** « 28 actions »: what a programming and its groups count. */
export function actionsCounted(count: number): string {
  return `${formatCount(count)}\u00A0${count > 1 ? 'actions' : 'action'}`
}

/** « 21 dossiers »: what the agenda of a meeting counts. */
export function filesCounted(count: number): string {
  return `${formatCount(count)}\u00A0${count > 1 ? 'dossiers' : 'dossier'}`
}

/** How many files of an agenda one sees: « 21 dossiers », « 11 de vos dossiers sur 21 ». */
export function agendaCounted(seen: number, total: number): string {
  if (seen === total) return filesCounted(total)
  return `${seen === 0 ? 'Aucun' : formatCount(seen)} de vos dossiers sur ${formatCount(total)}`
}
