export type ClosingFlaw = 'already-closed' | 'nothing-examined' | 'opinions-missing'

/**
 * Every reason at once. GOV-09: a meeting does not close while a requested opinion is missing, unless the reason is written.
 * Amounts still to fix do not hold it back: they go to another meeting.
 */
export function checkClosing(meeting: { closed: boolean; files: number; missingOpinions: number; reason: string }): ClosingFlaw[] {
  const flaws: ClosingFlaw[] = []
  if (meeting.closed) flaws.push('already-closed')
  if (meeting.files === 0) flaws.push('nothing-examined')
  if (meeting.missingOpinions > 0 && meeting.reason.trim() === '') flaws.push('opinions-missing')
  return flaws
}

export const CLOSING_FLAWS = {
  'already-closed': 'Cette séance est déjà close.',
  'nothing-examined': 'L’ordre du jour est vide\u00A0: rien n’est à clore.',
  'opinions-missing': 'Un avis demandé manque\u00A0: attendez-le, ou écrivez pourquoi la séance se passe de lui.',
} satisfies Record<ClosingFlaw, string>
