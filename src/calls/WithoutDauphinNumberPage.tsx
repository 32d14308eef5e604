import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { fieldId, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount } from '#platform/money.ts'
import { submissionPaths } from './submission-paths.ts'
import type { WithoutNumber } from './submission-store.ts'

/** The box of one row: the summary of errors leads to it. */
export function numberField(applicationId: string): string {
  return `numero-${applicationId}`
}

interface Refused {
  errors: readonly FieldError[]
  typed: string
}

function columnsOf(mayWrite: boolean, refused: Refused): Column<WithoutNumber>[] {
  const columns: Column<WithoutNumber>[] = [
    { key: 'number', head: 'N°', numeric: true, cell: (one) => one.number },
    {
      key: 'title',
      head: 'Action',
      rowHead: true,
      cell: (one) => ({ text: one.title, href: `/dossiers/${one.id}`, sub: one.organisationName }),
    },
    { key: 'on', head: 'Déposée le', cell: (one) => ({ text: formatDayShort(one.submittedOn), sub: one.callTitle }) },
    { key: 'asked', head: 'Demandé à l’État', step: 'asked', numeric: true, cell: (one) => formatAmount(one.asked) },
    { key: 'write', head: 'Numéro Dauphin', wide: true, cell: (one) => <NumberForm row={one} refused={refused} /> },
  ]
  return mayWrite ? columns : columns.filter(({ key }) => key !== 'write')
}

/** « Demandes à l’État sans numéro Dauphin »: the State cannot notify them. */
export function WithoutDauphinNumberPage({
  frame,
  rows,
  mayWrite,
  ...refused
}: Refused & {
  frame: Frame
  rows: readonly WithoutNumber[]
  mayWrite: boolean
}): Html {
  return (
    <AgentPage
      frame={frame}
      title="Demandes à l’État sans numéro Dauphin"
      crumbs={[{ label: 'Dossiers', href: '/dossiers' }, { label: 'Sans numéro Dauphin' }]}
      meta={[rows.length === 1 ? 'une demande' : `${rows.length} demandes`]}
      errors={refused.errors}
      lead={`L’État ne peut notifier que ce qui est déposé sur son portail. Le porteur écrit le numéro dans sa demande${mayWrite ? '\u202F; vous pouvez l’écrire pour lui' : ''}.`}
    >
      <Section title="Demandes déposées ici" id="liste">
        <Table
          id="sans-numero"
          caption="Demandes à l’État sans numéro Dauphin"
          captionHidden
          note="En euros."
          cards
          rows={rows}
          empty={<Empty title="Toutes les demandes à l’État ont leur numéro">Il n’y a rien à relancer.</Empty>}
          columns={columnsOf(mayWrite, refused)}
        />
      </Section>
    </AgentPage>
  )
}

function NumberForm({ row, refused }: { row: WithoutNumber; refused: Refused }): Html {
  const name = numberField(row.id)
  const error = errorsOf(refused.errors)[name]
  return (
    <Form action={submissionPaths.dauphinNumber(row.id)} label={`Numéro Dauphin de ${row.title}`} class="stack tight">
      <TextField name="numero" id={fieldId(name)} label="Numéro" short maxLength={40} {...(error ? { error, value: refused.typed } : {})} />
      <div class="row">
        <Submit kind="second" small>
          Enregistrer
        </Submit>
      </div>
    </Form>
  )
}
