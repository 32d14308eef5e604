import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { NumberField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { AFTER_COMMITTEE, type AfterCommittee, type OpinionSettings } from './opinion-settings.ts'
import { instructionPaths } from './paths.ts'

export interface OpinionSettingsPageProps {
  frame: Frame
  settings: OpinionSettings
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
}

const AFTER_NAMES = {
  noted: 'Il est reçu, et noté «\u00A0rendu après le comité\u00A0»',
  refused: 'Il est refusé',
} satisfies Record<AfterCommittee, string>

/** When reminders leave by themselves, how long a link lives, what an opinion after the committee becomes. */
export function OpinionSettingsPage({ frame, settings, sent }: OpinionSettingsPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Rappels et liens des avis"
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Suivi des avis demandés', href: instructionPaths.followUp },
        { label: 'Rappels et liens' },
      ]}
      lead="Ces réglages valent pour tout le contrat, à partir du jour où vous les enregistrez."
      errors={sent?.errors ?? []}
    >
      <SettingsForm settings={settings} sent={sent} />
    </AgentPage>
  )
}

function SettingsForm({ settings, sent }: Pick<OpinionSettingsPageProps, 'settings' | 'sent'>): Html {
  const messages = errorsOf(sent?.errors ?? [])
  const values = sent?.values ?? typedOf(settings)
  const field = (name: string) => ({ name, value: values[name], error: messages[name] })
  return (
    <Form action={instructionPaths.settings} label="Rappels et liens des avis">
      <TextField
        {...field('remindBefore')}
        label="Rappeler avant la date attendue"
        hint="En jours. Laissez vide pour ne pas rappeler avant."
        example="3"
        optional
        short
      />
      <TextField
        {...field('remindAfter')}
        label="Rappeler après la date attendue"
        hint="En jours. Laissez vide pour ne pas rappeler après."
        example="1, 7"
        optional
        short
      />
      <NumberField {...field('linkDays')} label="Durée d’un lien après la date attendue" unit="jours" />
      <RadioField
        {...field('afterCommittee')}
        label="Un avis rendu après le comité"
        hint="Par un lien, il est toujours refusé, puisque plus personne ne le lirait."
        options={AFTER_COMMITTEE.map((value) => ({ value, label: AFTER_NAMES[value] }))}
      />
      <div class="row">
        <Submit>Enregistrer</Submit>
      </div>
    </Form>
  )
}

function typedOf({ remindBefore, remindAfter, linkDays, afterCommittee }: OpinionSettings): Record<string, string> {
  return { remindBefore: remindBefore.join(', '), remindAfter: remindAfter.join(', '), linkDays: String(linkDays), afterCommittee }
}
