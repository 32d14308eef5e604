import { z } from 'zod'
import { choiceField, dayField, type FormError, idField, moneyField, type Typed, textField } from '#platform/form.ts'
import { STATEMENT_REFUSALS, type StatementRefusal } from './completeness-check.ts'
import type { AskingRefusal } from './opinion-acts.ts'
import { OPINION_REFUSALS, type OpinionRefusal } from './opinion-check.ts'
import { OPINION_KINDS } from './opinion-kinds.ts'
import { DUE_DAY_FLAWS, type DueDayFlaw } from './piece-deadline.ts'

/** An address, or nothing. */
const emailField = z
  .string()
  .default('')
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.literal('').or(z.email('Écrivez une adresse électronique complète. Exemple\u00A0: avis@example.fr').max(254)))

/** The forms of instruction as they are sent. */
export const OpinionForm = z.object({
  id: idField,
  seen: z.string().optional(),
  kind: choiceField(OPINION_KINDS, 'Choisissez votre avis'),
  amount: moneyField(),
  reason: textField({ max: 4_000, missing: OPINION_REFUSALS['reason-missing'].message }),
})

export const CompletenessForm = z.object({
  id: idField,
  complete: choiceField(['oui', 'non'], 'Dites si le dossier est complet'),
  note: textField({ max: 2_000 }),
})

export const PieceForm = z.object({
  id: idField,
  piece: textField({ max: 200, missing: 'Écrivez la pièce demandée' }).transform((text) => text.replace(/\s+/g, ' ')),
  explanation: textField({ max: 2_000 }),
  dueOn: dayField('Écrivez la date pour laquelle la pièce est attendue'),
})

export const AskOpinionsForm = z.object({
  dueOn: dayField('Écrivez la date pour laquelle les avis sont attendus'),
  email: emailField,
  siret: z
    .string()
    .default('')
    .transform((text) => text.replace(/\s/g, ''))
    .refine((text) => text === '' || /^\d{14}$/.test(text), 'Un SIRET a quatorze chiffres'),
})

/** Only back to a page of the files: never where a forged form would send. `list` is where else. */
export function backToList(typed: Typed, list: string): string {
  const back = typed.values['retour'] ?? ''
  return /^\/dossiers([/?][^\s\\]*)?$/.test(back) ? back : list
}

/** The identifiers among what was sent; anything else is as if it were not there. */
export function idsOf(list: readonly string[] | undefined): string[] {
  return [...new Set((list ?? []).filter((text) => idField.safeParse(text).success))]
}

export function opinionErrors(reasons: readonly OpinionRefusal[]): FormError[] {
  return reasons.map((reason) => OPINION_REFUSALS[reason])
}

export function statementErrors(reasons: readonly StatementRefusal[]): FormError[] {
  return reasons.map((reason) => ({ field: 'note', message: STATEMENT_REFUSALS[reason] }))
}

export function dueDayErrors(reasons: readonly DueDayFlaw[]): FormError[] {
  return reasons.map((reason) => ({ field: 'dueOn', message: DUE_DAY_FLAWS[reason] }))
}

const ASKING_ERRORS = {
  'no-part': { field: 'part', message: 'Choisissez au moins un dossier' },
  'no-organisation': { field: 'organisation', message: 'Choisissez au moins une organisation' },
  'unknown-siret': { field: 'siret', message: 'Aucune organisation de Pilotis n’a ce SIRET\u00A0: vérifiez-le' },
  'link-for-one': {
    field: 'email',
    message: 'Un lien est pour une seule organisation\u00A0: n’en cochez qu’une, ou laissez ce champ vide',
  },
  past: { field: 'dueOn', message: DUE_DAY_FLAWS.past },
  'too-far': { field: 'dueOn', message: DUE_DAY_FLAWS['too-far'] },
} satisfies Record<AskingRefusal, FormError>

export function askingErrors(reasons: readonly AskingRefusal[]): FormError[] {
  return reasons.map((reason) => ASKING_ERRORS[reason])
}
