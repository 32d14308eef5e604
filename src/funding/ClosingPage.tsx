import { readersOf } from '#access/field-readers.ts'
import type { Meeting } from '#governance/meeting-store.ts'
import type { OpinionRow } from '#instruction/opinion-store.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { AgendaItem } from './agenda-store.ts'
import { fundingPaths } from './paths.ts'

export interface ClosingPageProps {
  frame: Frame
  meeting: Meeting
  agenda: readonly AgendaItem[]
  missing: readonly OpinionRow[]
  /** Files for which a funder asked has fixed no amount. */
  toSettle: number
  reason: string
  errors: readonly FieldError[]
}

/** The question before a meeting is closed: what is missing, what follows. */
export function ClosingPage({ frame, meeting, agenda, missing, toSettle, reason, errors }: ClosingPageProps): Html {
  const crumbs = [
    { label: 'Comités', href: fundingPaths.meetings() },
    { label: meeting.title, href: fundingPaths.meeting(meeting.id) },
    { label: 'Clore la séance' },
  ]
  const error = errorsOf(errors)
  return (
    <AgentPage frame={frame} title="Clore la séance" crumbs={crumbs} errors={errors} errorsTitle="La séance n’est pas close">
      <Notice state="info" title="Ce qui suit">
        Les montants retenus ne changeront plus. Chaque financeur prendra ensuite ses propres décisions.
      </Notice>
      {toSettle > 0 ? (
        <Notice state="warning">
          {toSettle > 1
            ? `${toSettle} dossiers n’ont pas tous leurs montants\u00A0: ils iront à une autre séance.`
            : 'Un dossier n’a pas tous ses montants\u00A0: il ira à une autre séance.'}
        </Notice>
      ) : null}
      {missing.length > 0 ? <Missing agenda={agenda} missing={missing} /> : null}
      <Form action={fundingPaths.closing(meeting.id)}>
        <TextArea
          name="motif"
          label={missing.length > 0 ? 'Pourquoi la séance se passe de ces avis' : 'Remarque'}
          optional={missing.length === 0}
          readers={readersOf('meeting.closing')}
          maxLength={2000}
          rows={3}
          value={reason}
          error={error['motif']}
        />
        <div class="row">
          <Submit icon="lock">Clore la séance</Submit>
        </div>
      </Form>
    </AgentPage>
  )
}

function Missing({ agenda, missing }: Pick<ClosingPageProps, 'agenda' | 'missing'>): Html {
  const titleOf = (partId: string) => agenda.find((item) => item.partId === partId)?.title ?? 'Dossier hors de votre vue'
  const items = missing.map((opinion) => ({
    text: titleOf(opinion.partId),
    hint: `${opinion.organisationName}, attendu pour le ${formatDayShort(opinion.dueOn)}`,
  }))
  const title = missing.length > 1 ? `${missing.length} avis demandés manquent` : 'Un avis demandé manque'
  return (
    <Section title={title} id="avis-manquants">
      <Items items={items} />
    </Section>
  )
}
