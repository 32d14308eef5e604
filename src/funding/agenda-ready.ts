import type { Candidate } from './agenda-store.ts'

/** A file that an agenda may take without a look: stated complete, and before no other meeting. Any other is ticked by hand. */
export function readyForAgenda({ position, complete, elsewhere }: Pick<Candidate, 'position' | 'complete' | 'elsewhere'>): boolean {
  return position === null && complete === true && !elsewhere
}
