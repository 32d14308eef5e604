import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount, sumCents } from '#platform/money.ts'
import { nameLines } from './act-form.ts'
import type { FunderActRow } from './act-store.ts'
import type { Decidable } from './award-store.ts'
import { DecidableTable } from './DecidableTable.tsx'
import { YearGauges } from './EnvelopeGauges.tsx'
import type { EnvelopeUse } from './envelope-use-store.ts'
import { fundingPaths } from './paths.ts'

export interface DecisionsPageProps {
  frame: Frame
  year: number
  years: readonly number[]
  /** What the committee retained on one's own envelopes and no act decided; absent for who records no act. */
  decidables: readonly Decidable[] | undefined
  envelopes: readonly EnvelopeUse[]
  acts: readonly FunderActRow[]
  newId: string
  typed?: { values: Readonly<Record<string, string>>; chosen: readonly string[] }
  errors: readonly FieldError[]
}

/** What is to be decided, the form of an act, and the acts already recorded. */
export function DecisionsPage(props: DecisionsPageProps): Html {
  const { frame, year, years, acts, envelopes, decidables, errors } = props
  const tabs = years.map((one) => ({ label: String(one), href: fundingPaths.decisions(one), current: one === year }))
  return (
    <AgentPage
      frame={frame}
      title={`Décisions ${year}`}
      errors={nameLines(errors, decidables ?? [])}
      errorsTitle="L’acte n’est pas enregistré : rien n’est décidé"
      tabs={years.length > 1 ? tabs : undefined}
      tabsLabel="Années"
    >
      <YearGauges envelopes={envelopes} year={year} />
      {decidables === undefined ? null : <ToDecide {...props} decidables={decidables} />}
      <Section title="Actes enregistrés" id="actes">
        <Acts acts={acts} year={year} />
      </Section>
    </AgentPage>
  )
}

function ToDecide(props: DecisionsPageProps & { decidables: readonly Decidable[] }): Html {
  const { year, decidables, newId, typed, errors } = props
  if (decidables.length === 0) {
    return (
      <Section title="À décider par votre acte" id="a-decider">
        <Empty title="Rien à décider" icon="gavel">{`Les montants que le comité retient sur vos enveloppes ${year} paraissent ici.`}</Empty>
      </Section>
    )
  }
  return (
    <Section
      title="À décider par votre acte"
      id="a-decider"
      intro="Les montants du comité ne deviennent décidés que par l’acte de votre organisation. Toutes les lignes cochées sont décidées, ou aucune."
    >
      <Form action={fundingPaths.acts()} id={newId} hidden={{ annee: String(year) }}>
        <ActFields typed={typed} errors={errors} />
        <DecidableTable decidables={decidables} typed={typed} errors={errors} />
        <p class="hint">{`Les motifs sont lus par ${readersOf('decision.refusal')}.`}</p>
        <div class="row">
          <Submit icon="gavel">Enregistrer l’acte</Submit>
        </div>
      </Form>
    </Section>
  )
}

function ActFields({ typed, errors }: Pick<DecisionsPageProps, 'typed' | 'errors'>): Html {
  const error = errorsOf(errors)
  const value = (name: string) => typed?.values[name]
  return (
    <div class="cols">
      <TextField
        name="autorite"
        label="Autorité"
        example="Préfet du Pas-de-Calais"
        maxLength={200}
        value={value('autorite')}
        error={error['autorite']}
      />
      <TextField name="numero" label="Numéro de l’acte" example="2027-118" maxLength={80} value={value('numero')} error={error['numero']} />
      <DateField name="date" label="Date de signature" value={value('date')} error={error['date']} />
    </div>
  )
}

const ACT_COLUMNS: Column<FunderActRow>[] = [
  {
    key: 'number',
    head: 'Acte',
    rowHead: true,
    cell: ({ id, number, authority }) => ({ text: number, href: fundingPaths.act(id), sub: authority }),
  },
  { key: 'funder', head: 'Financeur', cell: ({ funderName }) => funderName },
  { key: 'day', head: 'Signé le', cell: ({ signedOn }) => formatDayShort(signedOn) },
  { key: 'lines', head: 'Décisions', numeric: true, cell: ({ lines }) => lines },
  { key: 'decided', head: 'Décidé', numeric: true, step: 'decided', cell: ({ decided }) => formatAmount(decided) },
]

function Acts({ acts, year }: { acts: readonly FunderActRow[]; year: number }): Html {
  const columns = ACT_COLUMNS.map((column) =>
    column.key === 'decided' ? { ...column, total: formatAmount(sumCents(acts.map(({ decided }) => decided))) } : column,
  )
  const empty = <Empty title={`Aucun acte pour ${year}`}>Un acte paraît ici dès que son financeur l’enregistre.</Empty>
  return (
    <Table
      id="liste-actes"
      caption={`Actes ${year}`}
      captionHidden
      note="En euros."
      rows={acts}
      columns={columns}
      totalLabel="Ensemble"
      empty={empty}
      cards
    />
  )
}
