import { z } from 'zod'
import { amountField, choiceField, idField, textField } from '#platform/form.ts'

export const ENVELOPE_KIND_WORDS = {
  specific: 'Crédits spécifiques',
  'droit-commun': 'Droit commun',
  engineering: 'Ingénierie',
  european: 'Crédits européens',
} as const

/** A new envelope as its form sends it. */
export const EnvelopeForm = z.object({
  id: idField,
  annee: z.coerce.number('Indiquez l’année').int('Indiquez l’année').min(2000, 'Indiquez l’année').max(2100, 'Indiquez l’année'),
  code: textField({ max: 40, missing: 'Écrivez un code court. Exemple\u00A0: bop147' }),
  libelle: textField({ max: 120, missing: 'Écrivez le nom de l’enveloppe' }),
  nature: choiceField(['specific', 'droit-commun', 'engineering', 'european'], 'Choisissez la nature des crédits'),
  montant: amountField('Écrivez le montant de l’enveloppe'),
})

/** A change of amount as its form sends it. */
export const RevisionForm = z.object({
  montant: amountField('Écrivez le nouveau montant de l’enveloppe'),
  motif: textField({ max: 2000, missing: 'Écrivez le motif de la modification' }),
})
