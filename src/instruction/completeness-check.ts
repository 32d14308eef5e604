export interface Statement {
  complete: boolean
  note: string
  /** Pieces asked that have not come. */
  missingPieces: number
}

export type StatementRefusal = 'incomplete-without-note' | 'complete-despite-pieces'

/** An incomplete file says what is missing; a file stated complete although a piece is still awaited says why. */
export function refuseStatement({ complete, note, missingPieces }: Statement): StatementRefusal[] {
  if (note.trim() !== '') return []
  if (!complete) return ['incomplete-without-note']
  return missingPieces > 0 ? ['complete-despite-pieces'] : []
}

export const STATEMENT_REFUSALS = {
  'incomplete-without-note': 'Écrivez ce qui manque ou ce qui est à corriger',
  'complete-despite-pieces': 'Une pièce demandée n’est pas arrivée\u00A0: écrivez pourquoi le dossier est complet sans elle',
} satisfies Record<StatementRefusal, string>
