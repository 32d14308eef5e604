import type { Day } from '#platform/day.ts'
import { type PieceState, pieceState } from './piece-deadline.ts'

export const COMPLETENESS_STATES = ['to-examine', 'pieces-waiting', 'pieces-late', 'pieces-received', 'incomplete', 'complete'] as const
/** Where the completeness of a file stands; what waits for a piece comes before what was stated. */
export type CompletenessState = (typeof COMPLETENESS_STATES)[number]

export interface CompletenessFacts {
  /** The latest statement; null when nobody has looked yet. */
  complete: boolean | null
  pieces: readonly { dueOn: Day; answeredOn: Day | null }[]
}

/** A statement of completeness closes the matter, whatever pieces were asked before; an incomplete file follows its pieces. */
export function completenessState({ complete, pieces }: CompletenessFacts, today: Day): CompletenessState {
  if (complete === true) return 'complete'
  const states = pieces.map((piece) => pieceState(piece, today).state)
  const some = (wanted: PieceState['state']): boolean => states.includes(wanted)
  if (some('late')) return 'pieces-late'
  if (some('waiting')) return 'pieces-waiting'
  if (some('received')) return 'pieces-received'
  return complete === false ? 'incomplete' : 'to-examine'
}

export const COMPLETENESS_NAMES = {
  'to-examine': 'À vérifier',
  'pieces-waiting': 'Pièce attendue',
  'pieces-late': 'Pièce en retard',
  'pieces-received': 'Pièces reçues, à revoir',
  incomplete: 'Incomplet',
  complete: 'Complet',
} as const satisfies Record<CompletenessState, string>
