import { readersOf } from '#access/field-readers.ts'
import { newId } from '#platform/ids.ts'
import { Submit } from '#platform/kit/Button.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type RowControlProps, RowMoney, RowSelect, RowText } from '#platform/kit/RowControls.tsx'
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

/** « Lu par … », shown once beside a grid instead of in each of its rows. */
export const GRID_READERS = `Chaque motif est lu par ${readersOf('opinion.reason')}.`

/** The opinion on one file, typed in its row: three controls on a line. */
export function OpinionEntry({ row, values, errors, submit = false }: OpinionEntryProps): Html {
  const { requestId } = row
  const about = row.title || 'Sans titre'
  const typed = (field: GridField) => values[gridField(field, requestId)]
  const control = (field: GridField, label: string): RowControlProps => {
    const name = gridField(field, requestId)
    return { name, label, about, error: errors[name], value: typed(field) }
  }
  return (
    <div class="opinion-entry" data-money={row.hasMoney ? 'yes' : undefined}>
      <input type="hidden" name={gridField('id', requestId)} value={typed('id') ?? newId()} />
      <input type="hidden" name={gridField('seen', requestId)} value={typed('seen') ?? row.opinionId ?? ''} />
      <RowSelect {...control('kind', 'Avis')} empty="Choisir" options={KINDS} />
      {row.hasMoney ? <RowMoney {...control('amount', 'Montant proposé')} /> : null}
      <RowText {...control('reason', 'Motif')} readers={readersOf('opinion.reason')} />
      {submit ? (
        <p>
          <Submit kind="second" small about={`, ${about}`}>
            Rendre cet avis
          </Submit>
        </p>
      ) : null}
    </div>
  )
}
