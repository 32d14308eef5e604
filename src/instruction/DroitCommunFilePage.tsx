import { readersOf } from '#access/field-readers.ts'
import type { Day } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { DroitCommunGrid } from './DroitCommunGrid.tsx'
import { RouteBadge } from './DroitCommunLooks.tsx'
import type { PartRoute } from './droit-commun-read-store.ts'
import { ROUTE_SENTENCES } from './droit-commun-words.ts'
import { Fold } from './Fold.tsx'
import { meansPaths } from './means-paths.ts'
import type { PartFile } from './part-file-store.ts'
import { instructionPaths } from './paths.ts'

export interface DroitCommunFilePageProps {
  frame: Frame
  parts: readonly (PartFile & { route: PartRoute })[]
  today: Day
  /** Proposed for the answers. */
  usualDueOn: Day
  may: { try: boolean; override: boolean }
  newId: string
  sentBack?:
    | { form: 'try' | 'override'; partId: string; values: Record<string, string>; chosen: readonly string[]; errors: readonly FormError[] }
    | undefined
}

/** The trace of ordinary policy on a file: what was asked of whom, what was answered, which route it opens. */
export function DroitCommunFilePage(props: DroitCommunFilePageProps): Html {
  const { frame, parts, sentBack } = props
  const [first] = parts
  const title = first?.title || 'Sans titre'
  return (
    <AgentPage
      frame={frame}
      title={`Droit commun, ${title}`}
      heading="Le droit commun d’abord"
      crumbs={[
        { label: 'Dossiers', href: instructionPaths.files },
        { label: title, href: first ? instructionPaths.file(first.applicationId) : instructionPaths.files },
        { label: 'Droit commun' },
      ]}
      lead="Chaque ligne qui convient est sollicitée avant les crédits spécifiques. Un refus, une réponse partielle ou un silence à la date dite ouvrent la suite."
      errors={[...(sentBack?.errors ?? [])]}
    >
      {parts.map((part) => (
        <Section title={part.title || 'Sans titre'} id={`action-${part.partId}`}>
          <Part {...props} part={part} />
        </Section>
      ))}
    </AgentPage>
  )
}

type PartProps = DroitCommunFilePageProps & { part: DroitCommunFilePageProps['parts'][number] }

function Part(props: PartProps): Html {
  const { part, may, today } = props
  const { route } = part
  const untried = route.lines.filter(({ tryId }) => tryId === null).map(({ lineId }) => lineId)
  const sentBack = props.sentBack?.partId === part.partId ? props.sentBack : undefined
  const asks = may.try && untried.length > 0
  const grid = <DroitCommunGrid {...part} title={part.title} today={today} chosen={asks ? (sentBack?.chosen ?? untried) : undefined} />
  return (
    <>
      <p>
        <RouteBadge route={route.route} /> {ROUTE_SENTENCES[route.route]}
      </p>
      {route.override ? <Notice title={`Dérogation de ${route.override.grantedBy}`}>{route.override.reason}</Notice> : null}
      {asks ? (
        <TryForm {...props} sentBack={sentBack}>
          {grid}
        </TryForm>
      ) : (
        grid
      )}
      {may.override && !route.open ? <OverrideForm {...props} sentBack={sentBack} /> : null}
    </>
  )
}

function TryForm({ part, usualDueOn, today, sentBack, children }: PartProps & { children: Html }): Html {
  const errors = sentBack?.form === 'try' ? errorsOf([...sentBack.errors]) : {}
  const value = sentBack?.form === 'try' ? (sentBack.values['dueOn'] ?? '') : usualDueOn
  return (
    <Form action={meansPaths.grid(part.applicationId)} hidden={{ part: part.partId }} class="stack" label="Solliciter ces lignes">
      {children}
      <DateField
        name="dueOn"
        id={`echeance-${part.partId}`}
        label="Réponse attendue pour le"
        value={value}
        min={today}
        error={errors['dueOn'] ?? errors['line']}
      />
      <div class="row">
        <Submit>Solliciter les lignes choisies</Submit>
      </div>
    </Form>
  )
}

const OVERRIDE_TITLE = 'Déroger\u00A0: ouvrir les crédits spécifiques sans attendre'

function OverrideForm({ part, newId, sentBack }: PartProps): Html {
  const mine = sentBack?.form === 'override' ? sentBack : undefined
  const errors = errorsOf([...(mine?.errors ?? [])])
  return (
    <Fold title={OVERRIDE_TITLE} open={mine !== undefined}>
      <Form
        action={meansPaths.override(part.applicationId)}
        id={mine?.values['id'] ?? newId}
        hidden={{ part: part.partId }}
        class="stack"
        label="Déroger"
      >
        <TextArea
          name="reason"
          id={`motif-${part.partId}`}
          label="Motif"
          rows={3}
          value={mine?.values['reason']}
          error={errors['reason']}
          hint="Le motif reste au dossier et figure dans la fiche de synthèse."
          readers={readersOf('droit-commun.answer')}
        />
        <div class="row">
          <Submit kind="second">Ouvrir la voie spécifique</Submit>
        </div>
      </Form>
    </Fold>
  )
}
