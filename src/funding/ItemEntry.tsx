import type { Meeting } from '#governance/meeting-store.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { FieldError, fieldId } from '#platform/kit/field.tsx'
import type { Html } from '#platform/kit/html.ts'
import { cents, formatAmount } from '#platform/money.ts'
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
  const amountId = fieldId(entryField('montant', at))
  const value = refused?.amount ?? offeredOf(line)
  const above = typedAboveAsked(value, row.byFunder[line.funder.id]?.asked ?? cents(0))
  return (
    <>
      <td class="num key" data-label="Retenu">
        <form id={form} method="post" action={fundingPaths.retentions(meeting.id)} novalidate>
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        </form>
        <AmountInput line={line} value={value} above={above} form={form} id={amountId} error={errorOf('montant')} />
      </td>
      <td data-label="Motif">
        <FieldError id={amountId} error={errorOf('montant')} />
        {above ? (
          <p id={`${amountId}-alerte`}>
            <Badge plain state="warning" word={above} />
          </p>
        ) : null}
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
  error: string | undefined
}

/** What is retained, else what is proposed. */
function offeredOf({ latest, amounts }: ItemLine): string {
  const offered = latest?.amount ?? amounts?.proposed ?? undefined
  return offered === undefined ? '' : formatAmount(offered)
}

function AmountInput({ line, value, above, form, id, error }: ControlProps & { value: string; above: string | undefined }): Html {
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
    </>
  )
}

function ReasonInput({ line, form, id, typed, error }: ControlProps & { typed: string | undefined }): Html {
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
