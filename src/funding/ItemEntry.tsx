import type { Meeting } from '#governance/meeting-store.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { FieldError, fieldId } from '#platform/kit/field.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Cents, cents, formatAmount } from '#platform/money.ts'
import { typedAboveAsked } from './above-asked.ts'
import type { ItemLine } from './item-lines.ts'
import { fundingPaths } from './paths.ts'
import type { ProgrammingRow } from './programming-table.ts'
import { entryField, type RefusedEntry } from './retention-entry.ts'

interface ItemEntryProps {
  line: ItemLine
  meeting: Meeting
  row: ProgrammingRow
  newId: () => string
  refused?: RefusedEntry
}

/** The two cells in which an amount is fixed: the amount, then its reason and the button. Their form is in the first. */
export function ItemEntry(props: ItemEntryProps): Html {
  const { line, meeting, row, refused } = props
  const at = { partId: row.partId, envelopeId: line.envelope?.id ?? '' }
  const errorOf = (field: 'montant' | 'motif') => refused?.errors.find((one) => one.field === entryField(field, at))?.message
  const form = `fixer-${at.envelopeId}`
  const vu = line.latest?.id ?? ''
  const hidden = { id: props.newId(), part: at.partId, envelope: at.envelopeId, vu, retour: fundingPaths.item(meeting.id, at.partId) }
  return (
    <>
      <td class="num key" data-label="Retenu">
        <form id={form} method="post" action={fundingPaths.retentions(meeting.id)} novalidate>
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        </form>
        <AmountInput
          line={line}
          asked={row.byFunder[line.funder.id]?.asked ?? cents(0)}
          form={form}
          id={fieldId(entryField('montant', at))}
          typed={refused?.amount}
          error={errorOf('montant')}
        />
      </td>
      <td data-label="Motif">
        <FieldError id={fieldId(entryField('montant', at))} error={errorOf('montant')} />
        <ReasonInput line={line} form={form} id={fieldId(entryField('motif', at))} typed={refused?.reason} error={errorOf('motif')} />
        <Submit kind="second" small form={form} about={`, ${line.funder.shortName}`}>
          {line.latest ? 'Changer' : 'Fixer'}
        </Submit>
      </td>
    </>
  )
}

interface ControlProps {
  line: ItemLine
  form: string
  id: string
  typed: string | undefined
  error: string | undefined
}

/** What was typed, else what is retained, else what is proposed. */
function AmountInput({ line, asked, form, id, typed, error }: ControlProps & { asked: Cents }): Html {
  const offered = line.latest?.amount ?? line.amounts?.proposed ?? undefined
  const value = typed ?? (offered === undefined ? '' : formatAmount(offered))
  const above = typedAboveAsked(value, asked)
  const described = [error ? `${id}-erreur` : '', above ? `${id}-alerte` : ''].filter((one) => one !== '').join(' ')
  return (
    <>
      <label class="vh" for={id}>{`Retenu, ${line.funder.shortName}, ${line.envelope?.label ?? ''}`}</label>
      <input
        class="num"
        id={id}
        name="montant"
        form={form}
        inputmode="decimal"
        autocomplete="off"
        value={value}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error ? 'true' : undefined}
      />
      {above ? (
        <span id={`${id}-alerte`}>
          <Badge plain state="warning" word={above} />
        </span>
      ) : null}
    </>
  )
}

function ReasonInput({ line, form, id, typed, error }: ControlProps): Html {
  return (
    <>
      <label class="vh" for={id}>{`Motif, ${line.funder.shortName}`}</label>
      <FieldError id={id} error={error} />
      <input
        id={id}
        name="motif"
        form={form}
        placeholder="Si le montant diffère"
        autocomplete="off"
        value={typed ?? line.latest?.reason ?? ''}
        aria-describedby={error ? `${id}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      />
    </>
  )
}
