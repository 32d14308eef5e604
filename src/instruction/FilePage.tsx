import type { Child } from 'hono/jsx'
import type { Day } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Icon } from '#platform/kit/Icon.tsx'
import { Pillar } from '#platform/kit/Pillar.tsx'
import type { Tab } from '#platform/kit/Tabs.tsx'
import { AskPieceBox, CompletenessBox } from './CompletenessBox.tsx'
import { COMPLETENESS_NAMES } from './completeness-state.ts'
import { DauphinNumberBox } from './DauphinNumberBox.tsx'
import { FileAnswers } from './FileAnswers.tsx'
import { FileHistory } from './FileHistory.tsx'
import { FilePart } from './FilePart.tsx'
import { AttachedBox, FilePieces, SiblingsBox } from './FilePieces.tsx'
import { type FileView, opinionToGive } from './file-view-store.ts'
import { OpinionBox } from './OpinionBox.tsx'
import { countOpinions, isAwaited, opinionState, opinionStateWords } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'
import { COMPLETENESS_LOOKS } from './StateLooks.tsx'

/** A form of the page sent back: what was typed and why it was refused. */
export interface SentBack {
  form: 'opinion' | 'completeness' | 'piece'
  values: Record<string, string>
  errors: readonly FieldError[]
}

export interface FilePageProps {
  frame: Frame
  view: FileView
  today: Day
  sentBack?: SentBack | undefined
  /** The opinion request chosen in the address or in the form sent back. */
  requestId?: string | undefined
  may: { give: boolean; ask: boolean; state: boolean; number: boolean; bind: boolean }
  /** What later steps say of the file. */
  after: readonly Html[]
}

export function FilePage(props: FilePageProps): Html {
  const { frame, view, sentBack } = props
  const { file } = view
  return (
    <AgentPage
      frame={frame}
      title={`${numberWords(view)}, ${file.title || 'Sans titre'}`}
      heading={file.title || 'Sans titre'}
      crumbs={[
        { label: `Programmation ${file.year}`, href: '/programmation' },
        { label: 'Dossiers', href: instructionPaths.files },
        { label: numberWords(view) },
      ]}
      meta={metaOf(props)}
      actions={
        props.may.bind ? (
          <LinkButton kind="second" icon="file-text" href={instructionPaths.sheet(view.file.id)} download>
            Fiche de synthèse
          </LinkButton>
        ) : undefined
      }
      tabs={tabsOf(view)}
      tabsLabel="Parties du dossier"
      errors={sentBack?.errors ?? []}
    >
      <div class="with-aside">
        <div class="stack loose">
          {view.parts.map((part) => (
            <FilePart view={view} part={part} today={props.today} />
          ))}
          {props.after}
          <FilePieces view={view} today={props.today} />
          <FileAnswers view={view} />
          <FileHistory view={view} />
        </div>
        <Aside {...props} />
      </div>
    </AgentPage>
  )
}

/** « Dossier 17 », or what the State’s portal calls it. */
function numberWords({ file }: FileView): string {
  if (file.submissionNumber !== null) return `Dossier ${file.submissionNumber}`
  return file.dauphinNumber === null ? 'Dossier' : `Dossier Dauphin ${file.dauphinNumber}`
}

function metaOf({ view, today }: FilePageProps): Child[] {
  const { file, parts } = view
  const places = [...new Set(parts.flatMap(({ part }) => part.territories.map(({ name }) => name)))]
  const communes = [...new Set(parts.flatMap((part) => part.communes))]
  const pillar = parts[0]?.orientation?.pillar
  return [
    ...(pillar ? [<Pillar pillar={pillar} />] : []),
    file.organisationName,
    ...(places.length > 0
      ? [
          <>
            <Icon name="map-pin" />
            {` ${places.join(', ')} (${communes.join(', ')})`}
          </>,
        ]
      : []),
    parts.some(({ part }) => part.renewed) ? 'Action reconduite' : 'Nouvelle action',
    file.dauphinNumber === null ? 'Numéro Dauphin à venir' : `Dauphin ${file.dauphinNumber}`,
    <StateBadge view={view} />,
    ...myBadge(view, today),
  ]
}

function StateBadge({ view: { state } }: { view: FileView }): Html {
  if (state === 'withdrawn') return <Badge word="Retiré par le porteur" icon="undo-2" />
  const { state: colour, icon } = COMPLETENESS_LOOKS[state]
  return <Badge word={COMPLETENESS_NAMES[state]} icon={icon} {...(colour ? { state: colour } : {})} />
}

function myBadge(view: FileView, today: Day): Html[] {
  const mine = opinionToGive(view)?.mine
  if (!mine || !isAwaited(mine)) return []
  const state = opinionState({ dueOn: mine.dueOn, given: false }, today)
  const late = state.state === 'late'
  return [
    <a href="#vous">
      <Badge
        word={`Votre avis\u00A0: ${opinionStateWords(state).toLowerCase()}`}
        state={late ? 'error' : 'asked'}
        icon={late ? 'clock-alert' : 'message-square'}
      />
    </a>,
  ]
}

function tabsOf(view: FileView): Tab[] {
  const asked = view.parts.flatMap(({ opinions }) => opinions)
  const { received } = countOpinions(
    asked.map(({ dueOn, kind }) => ({ dueOn, given: kind !== null })),
    asked[0]?.dueOn ?? view.file.createdOn,
  )
  return [
    { label: 'Résumé', href: '#resume', current: true },
    { label: 'Budget', href: '#budget' },
    { label: 'Financement', href: '#plan' },
    { label: asked.length > 0 ? `Avis ${received}/${asked.length}` : 'Avis', href: '#avis' },
    { label: 'Pièces', href: '#pieces', count: view.attached.length },
    { label: 'Réponses', href: '#reponses' },
    { label: 'Histoire', href: '#histoire' },
  ]
}

function Aside(props: FilePageProps): Html {
  const { view, may } = props
  const examinable = view.state !== 'withdrawn'
  return (
    <aside class="stack" aria-label="Ce que vous pouvez faire">
      {may.give ? <OpinionBox {...props} /> : null}
      {may.state && examinable ? <CompletenessBox {...props} /> : null}
      {may.state && examinable ? <AskPieceBox {...props} /> : null}
      {may.ask && examinable ? (
        <p>
          <LinkButton kind="second" icon="message-square" href={`${instructionPaths.opinionRequests}?dossier=${view.file.id}`}>
            Demander un avis
          </LinkButton>
        </p>
      ) : null}
      {may.number && examinable ? <DauphinNumberBox view={view} /> : null}
      <SiblingsBox view={view} />
      <AttachedBox view={view} />
    </aside>
  )
}
