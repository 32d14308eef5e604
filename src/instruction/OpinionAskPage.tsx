import { readersOf } from '#access/field-readers.ts'
import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import type { AwaitedAsk } from './opinion-follow-up-store.ts'
import { opinionState, opinionStateWords } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'

export interface OpinionAskPageProps {
  frame: Frame
  ask: AwaitedAsk
  today: Day
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
}

/** One opinion that is awaited: to remind, to ask again by a link, or to take back with a reason. */
export function OpinionAskPage({ frame, ask, today, sent }: OpinionAskPageProps): Html {
  const title = `Avis demandé\u00A0: ${ask.askedName}`
  const reminded = ask.remindedOn === today
  return (
    <AgentPage
      frame={frame}
      title={`${title}, ${ask.title}`}
      heading={title}
      lead={`${ask.title} (${ask.organisationName})`}
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Suivi des avis demandés', href: instructionPaths.followUp },
        { label: title },
      ]}
      errors={sent?.errors ?? []}
    >
      <Facts items={factsOf(ask, today)} />
      <Section title="Relancer" id="relancer">
        <p>
          {reminded
            ? 'Un rappel est déjà parti aujourd’hui\u00A0: le suivant pourra partir demain.'
            : 'Un courriel rappelle ce dossier à celles et ceux qui rendent les avis de ce partenaire, par leur compte ou par leur lien.'}
        </p>
        <div class="row">
          {reminded ? null : (
            <PostButton action={instructionPaths.reminders} hidden={{ request: ask.requestId }} icon="send">
              Envoyer un rappel
            </PostButton>
          )}
          <LinkButton kind="second" href={`${instructionPaths.opinionRequests}?dossier=${ask.applicationId}`}>
            Envoyer un lien à une adresse
          </LinkButton>
        </div>
      </Section>
      <WithdrawalSection ask={ask} sent={sent} />
    </AgentPage>
  )
}

function factsOf(ask: AwaitedAsk, today: Day): { name: string; value: string }[] {
  const state = opinionStateWords(opinionState({ dueOn: ask.dueOn, given: false }, today))
  return [
    { name: 'Demandé le', value: formatDayShort(ask.askedOn) },
    { name: 'Attendu pour le', value: `${formatDay(ask.dueOn)} (${state.toLowerCase()})` },
    { name: 'Rappels', value: ask.remindedOn === null ? 'aucun' : `${ask.reminders}, le dernier le ${formatDayShort(ask.remindedOn)}` },
  ]
}

function WithdrawalSection({ ask, sent }: Pick<OpinionAskPageProps, 'ask' | 'sent'>): Html {
  const messages = errorsOf(sent?.errors ?? [])
  return (
    <Section title="Retirer cette demande d’avis" id="retirer">
      <Form action={instructionPaths.askWithdrawal(ask.requestId)} label="Retirer cette demande d’avis">
        <TextArea
          name="reason"
          label="Motif"
          hint="Le partenaire le reçoit par courriel. L’avis n’est plus compté, et le dossier ne lui est plus ouvert s’il ne l’était que pour cet avis."
          rows={3}
          value={sent?.values['reason']}
          error={messages['reason']}
          readers={readersOf('opinion.reason')}
        />
        <div class="row">
          <Submit kind="danger">Retirer la demande</Submit>
        </div>
      </Form>
    </Section>
  )
}
