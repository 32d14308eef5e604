import { readersOf } from '#access/field-readers.ts'
import { newId } from '#platform/ids.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { MoneyField, TextArea } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { formatEuros } from '#platform/money.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { type GridField, gridField } from './opinion-grid-form.ts'
import { OPINION_KINDS, OPINION_NAMES } from './opinion-kinds.ts'

export interface OpinionEntryProps {
  row: MyOpinion
  /** What was typed, when the form comes back. */
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
  /** A button in each row records it without going to the foot of the table. */
  submit?: boolean
}

const KINDS = OPINION_KINDS.map((kind) => ({ value: kind, label: OPINION_NAMES[kind] }))

/** The opinion on one file, typed in its row; what it is about is said again for who hears the labels one by one. */
export function OpinionEntry({ row, values, errors, submit = false }: OpinionEntryProps): Html {
  const { requestId, title } = row
  const named = (field: GridField) => ({ name: gridField(field, requestId), error: errors[gridField(field, requestId)] })
  const typed = (field: GridField) => values[gridField(field, requestId)]
  const about = title || 'Sans titre'
  return (
    <div class="opinion-entry">
      <input type="hidden" name={gridField('id', requestId)} value={typed('id') ?? newId()} />
      <input type="hidden" name={gridField('seen', requestId)} value={typed('seen') ?? row.opinionId ?? ''} />
      <div>
        <SelectField
          {...named('kind')}
          label={`Avis sur «\u00A0${about}\u00A0»`}
          empty="Choisir"
          optional
          value={typed('kind')}
          options={KINDS}
        />
        {row.hasMoney ? (
          <MoneyField {...named('amount')} label="Montant proposé" hint={askedWords(row)} optional value={typed('amount')} />
        ) : null}
      </div>
      <div>
        <TextArea {...named('reason')} label="Motif" rows={3} optional value={typed('reason')} readers={readersOf('opinion.reason')} />
        {submit ? (
          <Submit kind="second" small about={`, ${about}`}>
            Rendre cet avis
          </Submit>
        ) : null}
      </div>
    </div>
  )
}

function askedWords({ asked }: MyOpinion): string {
  return asked ? `Demandé\u00A0: ${formatEuros(asked)}` : 'Rien de demandé'
}
