import { readersOf } from '#access/field-readers.ts'
import { formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { MoneyField, TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Timeline } from '#platform/kit/Timeline.tsx'
import { cents, formatAmount, formatEuros } from '#platform/money.ts'
import { ENVELOPE_KIND_WORDS } from './envelope-form.ts'
import type { Revision } from './envelope-revision-store.ts'
import type { Envelope } from './envelope-store.ts'
import { fundingPaths } from './paths.ts'

export interface EnvelopePageProps {
  frame: Frame
  envelope: Envelope
  revisions: readonly Revision[]
  /** Only its funder changes an envelope. */
  own: boolean
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** One envelope: what it holds, its history, and for its funder the form that changes its amount. */
export function EnvelopePage({ frame, envelope, revisions, own, values, errors }: EnvelopePageProps): Html {
  const { year, label, funderName } = envelope
  return (
    <AgentPage
      frame={frame}
      title={label}
      crumbs={[{ label: `Enveloppes ${year}`, href: fundingPaths.envelopes(year) }, { label }]}
      meta={[funderName, String(year), ENVELOPE_KIND_WORDS[envelope.kind]]}
      errors={errors}
      errorsTitle="Le montant n’est pas modifié"
    >
      <Facts
        items={[
          { name: 'Montant', value: formatEuros(envelope.amount) },
          { name: 'Décidé', value: formatEuros(envelope.decided) },
          { name: 'Reste à décider', value: formatEuros(cents(envelope.amount - envelope.decided)) },
        ]}
      />
      {own ? <Revise envelope={envelope} values={values} errors={errors} /> : null}
      <Section title="Historique" id="historique">
        {revisions.length === 0 ? (
          <p class="hint">Le montant n’a pas changé depuis l’ouverture.</p>
        ) : (
          <Timeline
            events={revisions.map((one) => ({
              when: formatDay(one.revisedOn),
              iso: one.revisedOn,
              title:
                one.before === null ? `Porté à ${formatEuros(one.amount)}` : `De ${formatEuros(one.before)} à ${formatEuros(one.amount)}`,
              detail: `${one.reason} (${one.personName})`,
            }))}
          />
        )}
      </Section>
    </AgentPage>
  )
}

function Revise({ envelope, values, errors }: Pick<EnvelopePageProps, 'envelope' | 'values' | 'errors'>): Html {
  const error = errorsOf(errors)
  return (
    <Section title="Modifier le montant" id="modifier">
      <Form action={fundingPaths.envelopeRevisions(envelope.id)}>
        <MoneyField
          name="montant"
          label="Nouveau montant"
          hint={`Pas moins que ce qui est décidé\u00A0: ${formatEuros(envelope.decided)}.`}
          value={values['montant'] ?? formatAmount(envelope.amount)}
          error={error['montant']}
        />
        <TextArea
          name="motif"
          label="Motif"
          example="Gel de 7 % des crédits, notifié le 12 avril"
          readers={readersOf('envelope.reason')}
          rows={2}
          maxLength={2000}
          value={values['motif']}
          error={error['motif']}
        />
        <div class="row">
          <Submit>Modifier le montant</Submit>
        </div>
      </Form>
    </Section>
  )
}
