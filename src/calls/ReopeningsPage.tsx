import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { Call } from './call-store.ts'
import { callPaths } from './calls-paths.ts'
import type { Reopened, Unsent } from './reopening-store.ts'
import { submissionPaths } from './submission-paths.ts'

export interface ReopeningsPageProps {
  frame: Frame
  call: Call
  unsent: readonly Unsent[]
  reopened: readonly Reopened[]
  today: string
  newId: string
  errors: readonly FieldError[]
  typed: Record<string, string>
}

/** Deposits reopened after the closing of a call, with the reason of each. */
export function ReopeningsPage(props: ReopeningsPageProps): Html {
  const { frame, call, reopened, errors } = props
  return (
    <AgentPage
      frame={frame}
      title="Réouvertures de dépôt"
      crumbs={[{ label: 'Appels à projets', href: callPaths.list }, { label: 'Réouvertures' }]}
      meta={[call.title, `clôture le ${formatDayShort(call.closesOn)}`]}
      errors={errors}
    >
      <Section title="Dépôts rouverts" id="rouverts">
        <Table
          id="reouvertures"
          caption="Liste des dépôts rouverts"
          captionHidden
          cards
          rows={reopened}
          empty={<Empty title="Aucun dépôt rouvert">Une réouverture se fait ci-dessous, avec son motif et sa date.</Empty>}
          columns={[
            { key: 'organisation', head: 'Organisme', rowHead: true, cell: (one) => one.organisationName },
            { key: 'until', head: 'Jusqu’au', cell: (one) => formatDayShort(one.until) },
            { key: 'reason', head: 'Motif', wide: true, cell: (one) => one.reason },
            { key: 'by', head: 'Rouvert par', cell: (one) => ({ text: one.reopenedBy, sub: formatDayShort(one.reopenedOn) }) },
            {
              key: 'sent',
              head: 'Dépôt',
              cell: (one) =>
                one.submittedOn
                  ? { badge: `Envoyé le ${formatDayShort(one.submittedOn)}`, state: 'success' }
                  : { badge: 'Pas encore envoyé' },
            },
          ]}
        />
      </Section>
      <Reopening {...props} />
    </AgentPage>
  )
}

function Reopening(props: ReopeningsPageProps): Html {
  if (props.unsent.length === 0) {
    return (
      <Section title="Rouvrir un dépôt" id="rouvrir">
        <p>Aucun brouillon n’attend dans cet appel.</p>
      </Section>
    )
  }
  return (
    <Section
      title="Rouvrir un dépôt"
      id="rouvrir"
      intro="Ce qu’il y a dans un brouillon ne se lit pas avant son envoi : choisissez l’organisme."
    >
      <ReopeningForm {...props} />
    </Section>
  )
}

function ReopeningForm({ call, unsent, today, newId, errors, typed }: ReopeningsPageProps): Html {
  const found = errorsOf(errors)
  return (
    <Form action={submissionPaths.reopenings(call.code)} id={newId}>
      <SelectField
        name="brouillon"
        label="Demande commencée"
        empty="Choisissez"
        options={unsent.map(({ applicationId, organisationName, startedOn }) => ({
          value: applicationId,
          label: `${organisationName}, commencée le ${formatDayShort(startedOn)}`,
        }))}
        value={typed['brouillon'] ?? ''}
        error={found['brouillon']}
      />
      <DateField name="jusquau" label="Dernier jour de dépôt" min={today} value={typed['jusquau'] ?? ''} error={found['jusquau']} />
      <TextArea
        name="motif"
        label="Motif"
        example="Panne du réseau le jour de la clôture"
        readers={readersOf('application.reopening')}
        maxLength={2000}
        value={typed['motif'] ?? ''}
        error={found['motif']}
      />
      <div class="row">
        <Submit icon="lock-open">Rouvrir le dépôt</Submit>
      </div>
    </Form>
  )
}
