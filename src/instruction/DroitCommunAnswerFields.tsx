import { readersOf } from '#access/field-readers.ts'
import type { FormError } from '#platform/form.ts'
import { SelectField } from '#platform/kit/choices.tsx'
import { MoneyField, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { MyTry } from './droit-commun-asking-store.ts'
import { TRY_OUTCOMES } from './droit-commun-route.ts'
import { OUTCOME_NAMES } from './droit-commun-words.ts'

export const TRY_FIELDS = ['outcome', 'amount', 'means', 'reason'] as const
type TryField = (typeof TRY_FIELDS)[number]

/** Name of a field of one row: one page shows many. */
export function tryFieldName(field: TryField | 'id', tryId: string): string {
  return `${field}-${tryId}`
}

export interface AnswerFieldsProps {
  row: MyTry
  newId: string
  sentBack: { values: Record<string, string>; errors: readonly FormError[] } | undefined
}

/** The answer of one row, folded until it is wanted. */
export function AnswerFields({ row, newId, sentBack }: AnswerFieldsProps): Html {
  const values = sentBack?.values ?? {}
  const field = (name: TryField) => {
    const full = tryFieldName(name, row.id)
    return { name: full, value: values[full], error: sentBack?.errors.find((one) => one.field === full)?.message, optional: true }
  }
  const open = TRY_FIELDS.some((name) => field(name).error !== undefined || (field(name).value ?? '') !== '')
  return (
    <details class="fold" open={open}>
      <summary>
        {row.outcome === null ? 'Répondre' : 'Changer'}
        <span class="vh">{` pour ${row.title}, ${row.lineName}`}</span>
      </summary>
      <input type="hidden" name={tryFieldName('id', row.id)} value={values[tryFieldName('id', row.id)] ?? newId} />
      <div class="stack tight">
        <SelectField
          {...field('outcome')}
          label="Réponse"
          empty="Choisissez"
          options={TRY_OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_NAMES[outcome] }))}
        />
        <MoneyField {...field('amount')} label="Montant" />
        <TextField
          {...field('means')}
          label="Moyen apporté"
          example="Une animatrice, deux jours par semaine"
          maxLength={300}
          readers={readersOf('droit-commun.answer')}
        />
        <TextField
          {...field('reason')}
          label="Motif"
          hint="Obligatoire pour un refus ou une réponse partielle."
          maxLength={1_000}
          readers={readersOf('droit-commun.answer')}
        />
      </div>
    </details>
  )
}
