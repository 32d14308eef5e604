import { Badge } from '#platform/kit/Badge.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { FieldError as ErrorBeside, fieldId } from '#platform/kit/field.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount, sumCents } from '#platform/money.ts'
import { typedAboveAsked } from './above-asked.ts'
import { lineKey } from './act-form.ts'
import type { Decidable } from './award-store.ts'

export interface DecidableTableProps {
  decidables: readonly Decidable[]
  typed?: { values: Readonly<Record<string, string>>; chosen: readonly string[] }
  errors: readonly FieldError[]
}

/** The lines an act may decide: checked or not, each with its amount and its reason. */
export function DecidableTable(props: DecidableTableProps): Html {
  const { decidables } = props
  return (
    <Table
      id="aides"
      caption="Montants retenus par le comité, à décider"
      note="En euros. 0 : refus, qui aura aussi son courrier."
      rows={several(decidables) ? decidables.toSorted((a, b) => a.envelopeLabel.localeCompare(b.envelopeLabel, 'fr')) : decidables}
      columns={columnsOf(props)}
      group={several(decidables) ? (row) => row.envelopeLabel : undefined}
      totalLabel={decidables.length === 1 ? 'Une ligne' : `${decidables.length} lignes`}
      cards
    />
  )
}

function columnsOf({ decidables, typed, errors }: DecidableTableProps): Column<Decidable>[] {
  const messages = errorsOf(errors)
  const sum = (amounts: Decidable['asked'][]) => formatAmount(sumCents(amounts))
  return [
    { key: 'chosen', head: 'Décider', cell: (row, index) => <Chosen row={row} index={index} typed={typed} error={messages['ligne']} /> },
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      cell: ({ title, number, organisationName }) => ({ text: title || 'Sans titre', sub: `n°\u00A0${number ?? ''}, ${organisationName}` }),
    },
    {
      key: 'asked',
      head: 'Demandé',
      numeric: true,
      step: 'asked',
      cell: ({ asked }) => formatAmount(asked),
      total: sum(decidables.map(({ asked }) => asked)),
    },
    {
      key: 'retained',
      head: 'Retenu',
      numeric: true,
      step: 'retained',
      cell: ({ retained }) => (retained === null ? '' : formatAmount(retained)),
      total: sum(decidables.flatMap(({ retained }) => retained ?? [])),
    },
    { key: 'decided', head: 'Décidé', step: 'decided', cell: (row) => <Decided row={row} typed={typed} messages={messages} /> },
    {
      key: 'reason',
      head: 'Motif, si le montant diffère ou dépasse la demande',
      wide: true,
      cell: (row) => <Reason row={row} typed={typed} messages={messages} />,
    },
  ]
}

function several(decidables: readonly Decidable[]): boolean {
  return new Set(decidables.map(({ envelopeId }) => envelopeId)).size > 1
}

type Typed = DecidableTableProps['typed']

function Chosen({ row, index, typed, error }: { row: Decidable; index: number; typed: Typed; error: string | undefined }): Html {
  const key = lineKey(row)
  // The first box carries the id where the error summary leads.
  const id = index === 0 ? fieldId('ligne') : `ligne-${key}`
  return (
    <span class="choice">
      <input
        type="checkbox"
        id={id}
        name="ligne"
        value={key}
        checked={typed ? typed.chosen.includes(key) : true}
        aria-invalid={error && index === 0 ? 'true' : undefined}
      />
      <label for={id} class="vh">{`Décider ${row.title || 'sans titre'}`}</label>
    </span>
  )
}

interface CellProps {
  row: Decidable
  typed: Typed
  messages: Record<string, string | undefined>
}

function Decided({ row, typed, messages }: CellProps): Html {
  const name = `montant-${lineKey(row)}`
  const retained = row.retained === null ? '' : formatAmount(row.retained)
  const value = typed?.values[name] ?? retained
  const above = typedAboveAsked(value, row.asked)
  return (
    <>
      <LineInput name={name} label={`Décidé, ${row.title}`} value={value} error={messages[name]} number />
      {above ? <Badge plain state="warning" word={above} /> : null}
    </>
  )
}

function Reason({ row, typed, messages }: CellProps): Html {
  const name = `motif-${lineKey(row)}`
  return <LineInput name={name} label={`Motif, ${row.title}`} value={typed?.values[name] ?? ''} error={messages[name]} />
}

function LineInput({
  name,
  label,
  value,
  error,
  number = false,
}: {
  name: string
  label: string
  value: string
  error?: string
  number?: boolean
}): Html {
  const id = fieldId(name)
  return (
    <>
      <label class="vh" for={id}>
        {label}
      </label>
      <ErrorBeside id={id} error={error} />
      <input
        id={id}
        name={name}
        value={value}
        class={number ? 'num' : undefined}
        size={number ? 9 : undefined}
        inputmode={number ? 'decimal' : undefined}
        autocomplete="off"
        aria-describedby={error ? `${id}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      />
    </>
  )
}
