import type { Cents } from '#platform/money.ts'

export type RetentionFlaw =
  | 'reason-missing'
  | 'droit-commun-first'
  | 'not-yours'
  | 'meeting-closed'
  | 'not-on-agenda'
  | 'already-decided'
  | 'changed-meanwhile'
  | 'wrong-envelope'

/**
 * A reason is due when the committee departs from what the funder proposed, refuses what was asked,
 * or goes beyond it. Nothing proposed: the amount asked is the reference.
 */
export function retentionNeedsReason(amounts: { retained: Cents; proposed: Cents | undefined; asked: Cents }): boolean {
  const { retained, proposed, asked } = amounts
  if (retained > asked) return true
  return retained !== (proposed ?? asked)
}

export const RETENTION_FLAWS = {
  'reason-missing': 'Écrivez le motif\u00A0: le montant retenu diffère de la proposition ou de la demande.',
  'droit-commun-first':
    'Le droit commun n’a pas été essayé en entier pour cette action\u00A0: écrivez le motif pour passer outre, il restera au dossier.',
  'not-yours': 'Chaque financeur ne fixe que son montant\u202F; le secrétariat saisit pour les absents.',
  'meeting-closed': 'La séance est close\u00A0: ses montants ne changent plus.',
  'not-on-agenda': 'Ce dossier n’est pas à l’ordre du jour de la séance.',
  'already-decided': 'Le financeur a déjà signé sa décision\u00A0: le montant retenu ne change plus.',
  'changed-meanwhile': 'Ce montant a été fixé par quelqu’un d’autre entre-temps\u00A0: vérifiez-le avant de le changer.',
  'wrong-envelope': 'Cette enveloppe n’est pas celle de l’année du dossier.',
} satisfies Record<RetentionFlaw, string>
