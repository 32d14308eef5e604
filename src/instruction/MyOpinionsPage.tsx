import { type Day, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import type { Tab } from '#platform/kit/Tabs.tsx'
import { formatAmount } from '#platform/money.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { OPINION_NAMES } from './opinion-kinds.ts'
import { countOpinions, isAwaited, opinionState, opinionStateWords } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'
import { OPINION_LOOKS } from './StateLooks.tsx'

export interface MyOpinionsPageProps {
  frame: Frame
  today: Day
  opinions: readonly MyOpinion[]
  /** The years with opinions given, the latest first. */
  years: readonly number[]
  /** The year whose opinions given are shown; those to give when undefined. */
  given: number | 'none' | undefined
  mayAsk: boolean
}

/** One list for who gives opinions: « votre avis est demandé sur 7 dossiers, 2 en retard ». */
export function MyOpinionsPage({ frame, today, opinions, years, given, mayAsk }: MyOpinionsPageProps): Html {
  const waiting = opinions.filter(isAwaited)
  const done = opinions.filter(({ kind, year }) => kind !== null && year === given).toReversed()
  const shown = given !== undefined
  return (
    <AgentPage
      frame={frame}
      title="Instruction"
      heading={headingOf(waiting, today)}
      crumbs={[{ label: 'Programmation', href: '/programmation' }, { label: 'Instruction' }]}
      tabs={[
        { label: 'À rendre', href: instructionPaths.myOpinions, count: waiting.length, current: !shown },
        ...givenTabs(opinions, years, given),
      ]}
      tabsLabel="Vos avis"
    >
      <Table
        id="avis"
        caption={
          shown ? `Avis rendus par votre organisation${given === 'none' ? '' : `, appel ${given}`}` : 'Avis à rendre par votre organisation'
        }
        note="Montants en euros."
        rows={shown ? done : waiting}
        cards
        columns={shown ? [...COLUMNS, PROPOSED, GIVEN] : [...COLUMNS, waitingColumn(today), ACT]}
        rowState={(row) => (row.kind !== null ? undefined : stateOf(row, today).state === 'late' ? 'late' : 'asked')}
        empty={
          <>
            <h2 class="vh">Avis</h2>
            <Nothing given={shown} mayAsk={mayAsk} />
          </>
        }
      />
    </AgentPage>
  )
}

/** One tab a year: what was given is never counted across years. */
function givenTabs(opinions: readonly MyOpinion[], years: readonly number[], given: MyOpinionsPageProps['given']): Tab[] {
  const href = `${instructionPaths.myOpinions}?rendus=`
  if (years.length === 0) return [{ label: 'Rendus', href: `${href}oui`, count: 0, current: given !== undefined }]
  return years.map((year) => ({
    label: `Rendus, appel ${year}`,
    href: `${href}${year}`,
    count: opinions.filter((one) => one.kind !== null && one.year === year).length,
    current: given === year,
  }))
}

function headingOf(waiting: readonly MyOpinion[], today: Day): string {
  const { asked, late } = countOpinions(
    waiting.map(({ dueOn }) => ({ dueOn, given: false })),
    today,
  )
  if (asked === 0) return 'Aucun avis ne vous attend'
  return `Votre avis est demandé sur ${asked}\u00A0${asked > 1 ? 'dossiers' : 'dossier'}${late > 0 ? `, ${late} en retard` : ''}`
}

function stateOf({ dueOn, kind }: MyOpinion, today: Day): ReturnType<typeof opinionState> {
  return opinionState({ dueOn, given: kind !== null }, today)
}

const formHref = ({ applicationId, requestId }: MyOpinion): string => `${instructionPaths.file(applicationId)}?avis=${requestId}#vous`

const COLUMNS: Column<MyOpinion>[] = [
  { key: 'number', head: 'N°', numeric: true, cell: ({ number }) => (number === null ? null : String(number)) },
  {
    key: 'title',
    head: 'Action et porteur',
    rowHead: true,
    cell: (row) => ({ text: row.title || 'Sans titre', href: formHref(row), sub: row.organisationName }),
  },
  { key: 'qpvs', head: 'Quartiers', cell: ({ qpvs }) => qpvs || { text: 'à préciser', soft: true } },
  {
    key: 'asked',
    head: 'Demandé à vous',
    step: 'asked',
    numeric: true,
    cell: ({ asked }) => (asked ? formatAmount(asked) : null),
  },
]

function waitingColumn(today: Day): Column<MyOpinion> {
  return { key: 'state', head: 'Attendu', cell: (row) => waitingCell(row, today) }
}

function waitingCell(row: MyOpinion, today: Day): Cell {
  const state = stateOf(row, today)
  if (state.state === 'late') return { badge: opinionStateWords(state), state: 'error', icon: 'clock-alert' }
  return { badge: `${opinionStateWords(state)}, ${formatDayShort(row.dueOn)}`, icon: 'hourglass' }
}

const ACT: Column<MyOpinion> = {
  key: 'act',
  head: 'Que faire',
  headHidden: true,
  cell: (row) => (
    <LinkButton kind="second" small href={formHref(row)} about={`, ${row.title}`}>
      {'Rendre\u00A0l’avis'}
    </LinkButton>
  ),
}

const PROPOSED: Column<MyOpinion> = {
  key: 'proposed',
  head: 'Proposé',
  step: 'proposed',
  numeric: true,
  strong: true,
  // Nothing proposed where nothing was asked is an empty cell: 0 says no to a request.
  cell: ({ asked, proposed }) => (proposed === null || (proposed === 0 && !asked) ? null : formatAmount(proposed)),
}

const GIVEN: Column<MyOpinion> = {
  key: 'given',
  head: 'Rendu',
  cell: ({ kind, givenOn }) => {
    if (kind === null || givenOn === null) return null
    const { state, icon } = OPINION_LOOKS[kind]
    return { badge: `${OPINION_NAMES[kind]}, ${formatDayShort(givenOn)}`, icon, ...(state ? { state } : {}) }
  },
}

function Nothing({ given, mayAsk }: { given: boolean; mayAsk: boolean }): Html {
  if (given)
    return <Empty title="Votre organisation n’a pas encore rendu d’avis">Les avis rendus restent ici, et peuvent être changés.</Empty>
  return (
    <Empty
      title="Rien à rendre"
      icon="circle-check"
      action={
        <LinkButton kind="second" href={instructionPaths.files}>
          Voir les dossiers
        </LinkButton>
      }
    >
      {mayAsk
        ? 'Quand un avis est demandé à votre organisation, il apparaît ici. Pour en demander aux autres, partez de la liste des dossiers.'
        : 'Quand un avis est demandé à votre organisation, vous recevez un courriel et il apparaît ici.'}
    </Empty>
  )
}
