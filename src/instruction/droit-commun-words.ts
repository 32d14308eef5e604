import { type Day, formatDayNumeric } from '#platform/day.ts'
import { formatEuros } from '#platform/money.ts'
import { type Route, type TryOutcome, type TryState, tryState } from './droit-commun-route.ts'
import type { TriedRow } from './droit-commun-try-store.ts'

export const OUTCOME_NAMES = {
  yes: 'Oui, en entier',
  partial: 'En partie',
  no: 'Non',
} satisfies Record<TryOutcome, string>

export const TRY_STATE_NAMES = {
  'not-asked': 'À solliciter',
  waiting: 'En attente',
  silent: 'Sans réponse à temps',
  yes: 'Oui',
  partial: 'En partie',
  no: 'Non',
  'late-yes': 'Oui, hors délai',
} satisfies Record<TryState, string>

export const ROUTE_NAMES = {
  'to-try': 'Droit commun à essayer',
  waiting: 'Réponses attendues',
  'droit-commun': 'Droit commun',
  mixed: 'Droit commun et crédits spécifiques',
  specific: 'Crédits spécifiques',
  'none-fits': 'Aucune ligne ne convient',
} satisfies Record<Route, string>

/** What a route means, in a sentence. */
export const ROUTE_SENTENCES = {
  'to-try': 'Des lignes de droit commun conviennent à cette action et n’ont pas été sollicitées\u00A0: les crédits spécifiques attendent.',
  waiting: 'Des réponses sont encore attendues\u00A0: les crédits spécifiques attendent.',
  'droit-commun': 'Une ligne de droit commun prend l’action en entier\u00A0: les crédits spécifiques n’ont pas à intervenir.',
  mixed: 'Le droit commun ne prend qu’une partie de l’action\u00A0: les crédits spécifiques peuvent compléter.',
  specific: 'Le droit commun a été essayé sans succès\u00A0: les crédits spécifiques peuvent intervenir.',
  'none-fits': 'Aucune ligne du catalogue ne convient à cette action\u00A0: les crédits spécifiques peuvent intervenir.',
} satisfies Record<Route, string>

/** « 2 500 €, une animatrice », what a line brings. */
export function broughtWords({ amount, means }: Pick<TriedRow, 'amount' | 'means'>): string {
  return [amount === null ? '' : formatEuros(amount), means].filter((text) => text !== '').join(', ')
}

/** One line of text: « CAF, Contrat local d’accompagnement : en partie, 2 500 € (le plafond est atteint), le 10/02/2027 ». */
export function triedWords(row: TriedRow, today: Day): string {
  const state = tryState(row, today)
  const brought = broughtWords(row)
  const why = row.reason === '' ? '' : ` (${row.reason})`
  const when = row.answeredOn ?? row.dueOn
  const said = `${TRY_STATE_NAMES[state].toLowerCase()}${brought === '' ? '' : `, ${brought}`}${why}`
  const dated = when === null ? '' : row.answeredOn === null ? `, pour le ${formatDayNumeric(when)}` : `, le ${formatDayNumeric(when)}`
  return `${row.ownerName}, ${row.lineName}\u00A0: ${said}${dated}`
}
