import { type Day, daysBetween } from '#platform/day.ts'
import { daysWords } from './opinion-state.ts'

/** Where a missing piece stands; `days` is how late it is (or came), or what is left. */
export type PieceState = { state: 'received'; lateBy: number } | { state: 'waiting'; days: number } | { state: 'late'; days: number }

/** The due day itself is in time. A piece received late keeps how late it came. */
export function pieceState(piece: { dueOn: Day; answeredOn: Day | null }, today: Day): PieceState {
  const left = daysBetween(piece.answeredOn ?? today, piece.dueOn)
  if (piece.answeredOn !== null) return { state: 'received', lateBy: left < 0 ? -left : 0 }
  return left < 0 ? { state: 'late', days: -left } : { state: 'waiting', days: left }
}

export function pieceStateWords(state: PieceState): string {
  if (state.state === 'late') return `En retard de ${daysWords(state.days)}`
  if (state.state === 'received') return state.lateBy > 0 ? `Reçue avec ${daysWords(state.lateBy)} de retard` : 'Reçue'
  if (state.days === 0) return 'Attendue aujourd’hui'
  return state.days === 1 ? 'Attendue demain' : `Attendue dans ${daysWords(state.days)}`
}

/** What is wrong with a due day asked today; a day long past or beyond a year is a slip of the finger. */
export type DueDayFlaw = 'past' | 'too-far'

const LONGEST_WAIT_DAYS = 366

export function dueDayFlaw(dueOn: Day, today: Day): DueDayFlaw | undefined {
  const days = daysBetween(today, dueOn)
  if (days < 0) return 'past'
  return days > LONGEST_WAIT_DAYS ? 'too-far' : undefined
}

export const DUE_DAY_FLAWS = {
  past: 'Cette date est passée\u00A0: choisissez aujourd’hui ou une date à venir',
  'too-far': 'Cette date est à plus d’un an\u00A0: vérifiez l’année',
} satisfies Record<DueDayFlaw, string>
