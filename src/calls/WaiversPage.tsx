import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { Waived } from './deposit-condition-store.ts'
import { submissionPaths } from './submission-paths.ts'
import type { Waiting } from './waiver-store.ts'

export interface WaiversPageProps {
  frame: Frame
  waived: readonly Waived[]
  /** With the right of this mandate to waive each. */
  waiting: readonly (Waiting & { mine: boolean; newId: string })[]
  errors: readonly FieldError[]
  typed: Record<string, string>
}

const KINDS = { interim: 'Compte rendu intermédiaire', final: 'Compte rendu financier' } as const

const WAIVED: Column<Waived>[] = [
  { key: 'action', head: 'Action', rowHead: true, cell: (one) => ({ text: one.actionTitle, sub: one.organisationName }) },
  { key: 'report', head: 'Compte rendu', cell: (one) => ({ text: `${KINDS[one.kind]} ${one.reportYear}`, sub: one.funderName }) },
  { key: 'reason', head: 'Motif', wide: true, cell: (one) => one.reason },
  { key: 'by', head: 'Accordée par', cell: (one) => ({ text: one.grantedBy, sub: formatDayShort(one.grantedOn) }) },
]

function waitingColumns({ errors, typed }: Pick<WaiversPageProps, 'errors' | 'typed'>): Column<WaiversPageProps['waiting'][number]>[] {
  return [
    { key: 'action', head: 'Action', rowHead: true, cell: (one) => ({ text: one.actionTitle, sub: one.organisationName }) },
    {
      key: 'report',
      head: 'Compte rendu',
      cell: (one) => ({
        text: `${KINDS[one.kind]} ${one.reportYear}`,
        sub: `Retient la demande ${one.depositYear} adressée à\u00A0: ${one.funderName}`,
      }),
    },
    {
      key: 'waive',
      head: 'Déroger',
      wide: true,
      cell: (one) =>
        one.mine ? (
          <Waive condition={one} error={errorOf(errors, one)} value={typed[reasonField(one)] ?? ''} />
        ) : (
          { text: 'Par ce financeur', soft: true }
        ),
    },
  ]
}

/** Accounts that hold back deposits, and those that somebody waived, with the reason. */
export function WaiversPage({ frame, waived, waiting, errors, typed }: WaiversPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Dérogations aux comptes rendus"
      crumbs={[{ label: 'Dossiers', href: '/dossiers' }, { label: 'Dérogations' }]}
      lead="Une nouvelle demande attend que les comptes rendus exigés soient arrivés. Le financeur qui en attend un, ou la cheffe ou le chef de projet, peut y déroger en disant pourquoi."
      errors={errors}
    >
      <Section title="Dérogations accordées" id="accordees">
        <Table
          id="derogations"
          caption="Liste des dérogations accordées"
          captionHidden
          cards
          rows={waived}
          empty={<Empty title="Aucune dérogation">Toutes les demandes déposées avaient leurs comptes rendus.</Empty>}
          columns={WAIVED}
        />
      </Section>
      <Section title="Comptes rendus attendus" id="attendus">
        <Table
          id="attentes"
          caption="Liste des comptes rendus attendus"
          captionHidden
          cards
          rows={waiting}
          empty={<Empty title="Aucun compte rendu en attente">Aucun dépôt n’est retenu.</Empty>}
          columns={waitingColumns({ errors, typed })}
        />
      </Section>
    </AgentPage>
  )
}

export function reasonField({ id }: { id: string }): string {
  return `motif-${id}`
}

function errorOf(errors: readonly FieldError[], one: { id: string }): string | undefined {
  return errors.find(({ field }) => field === reasonField(one))?.message
}

function Waive({
  condition,
  error,
  value,
}: {
  condition: WaiversPageProps['waiting'][number]
  error: string | undefined
  value: string
}): Html {
  return (
    <Form
      action={submissionPaths.waiver(condition.id)}
      id={condition.newId}
      label={`Déroger pour ${condition.actionTitle}`}
      class="stack tight"
    >
      <TextField
        name={reasonField(condition)}
        label="Motif"
        readers={readersOf('deposit.override')}
        maxLength={2000}
        value={value}
        error={error}
      />
      <div class="row">
        <Submit kind="second" small>
          Déroger
        </Submit>
      </div>
    </Form>
  )
}
