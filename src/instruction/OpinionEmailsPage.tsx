import { type Day, formatDayShort } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, FileField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { OpinionEmail } from './opinion-email-store.ts'
import { instructionPaths } from './paths.ts'

export interface OpinionEmailsPageProps {
  frame: Frame
  emails: readonly OpinionEmail[]
  organisations: readonly { id: string; name: string; missing: number }[]
  today: Day
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
}

/** The e-mails after which opinions are typed for an organisation, and the form that keeps a new one. */
export function OpinionEmailsPage(props: OpinionEmailsPageProps): Html {
  const { frame, emails, organisations, sent } = props
  return (
    <AgentPage
      frame={frame}
      title="Avis reçus par courriel"
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Suivi des avis', href: instructionPaths.followUp },
        { label: 'Avis reçus par courriel' },
      ]}
      lead="Quand un partenaire répond par courriel, gardez-le ici une fois, puis saisissez tous ses avis à la suite."
      errors={sent?.errors ?? []}
    >
      {organisations.length === 0 ? (
        <>
          <h2 class="vh">Courriel</h2>
          <Empty title="Aucun avis n’est demandé" icon="message-square">
            Demandez d’abord des avis depuis la liste des dossiers.
          </Empty>
        </>
      ) : (
        <EmailForm {...props} />
      )}
      {emails.length === 0 ? null : <EmailsTable emails={emails} />}
    </AgentPage>
  )
}

function EmailForm({ organisations, today, sent }: OpinionEmailsPageProps): Html {
  const values = sent?.values ?? {}
  const messages = errorsOf(sent?.errors ?? [])
  return (
    <Section title="Garder un courriel" id="garder">
      <Form action={instructionPaths.emails} id={values['id'] ?? newId()} multipart label="Garder un courriel">
        <SelectField
          name="organisation"
          label="Organisation qui a écrit"
          empty="Choisir"
          value={values['organisation']}
          error={messages['organisation']}
          options={organisations.map(({ id, name, missing }) => ({
            value: id,
            label: missing > 0 ? `${name} (${missing} avis attendus)` : name,
          }))}
        />
        <DateField name="sentOn" label="Date du courriel" max={today} value={values['sentOn']} error={messages['sentOn']} />
        <FileField
          name="fichier"
          label="Le courriel"
          hint="Enregistrez-le en PDF depuis votre messagerie. 10 Mo au plus. Il est lu par celles et ceux qui demandent les avis du contrat."
          error={messages['fichier']}
        />
        <div class="row">
          <Submit>Garder le courriel</Submit>
        </div>
      </Form>
    </Section>
  )
}

function EmailsTable({ emails }: { emails: readonly OpinionEmail[] }): Html {
  return (
    <Table
      id="courriels"
      caption="Courriels gardés"
      rows={emails}
      cards
      columns={[
        {
          key: 'organisation',
          head: 'Organisation',
          rowHead: true,
          cell: ({ id, organisationName, fileName }) => ({ text: organisationName, href: instructionPaths.email(id), sub: fileName }),
        },
        { key: 'sentOn', head: 'Écrit le', cell: ({ sentOn }) => formatDayShort(sentOn) },
        {
          key: 'recordedOn',
          head: 'Gardé le',
          cell: ({ recordedOn, recordedBy }) => ({ text: formatDayShort(recordedOn), sub: `par ${recordedBy}` }),
        },
        { key: 'opinions', head: 'Avis saisis', numeric: true, cell: ({ opinions }) => opinions },
      ]}
    />
  )
}
