import { type Day, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { Tab } from '#platform/kit/Tabs.tsx'
import { formatAmount } from '#platform/money.ts'
import type { MyOpinionsQuery } from './my-opinions-query.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { NoOpinion, OpinionsToGive, opinionHref } from './OpinionsToGive.tsx'
import { OPINION_NAMES } from './opinion-kinds.ts'
import { countOpinions, isAwaited } from './opinion-state.ts'
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
  query: MyOpinionsQuery
  /** The form sent back, with what was typed. */
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
}

/** One list for who gives opinions: « votre avis est demandé sur 7 dossiers, 2 en retard », each given in its row. */
export function MyOpinionsPage(props: MyOpinionsPageProps): Html {
  const { frame, today, opinions, years, given, sent } = props
  const waiting = opinions.filter(isAwaited)
  const shown = given !== undefined
  return (
    <AgentPage
      frame={frame}
      title="Instruction"
      heading={headingOf(waiting, today)}
      crumbs={[{ label: 'Tableau de bord', href: '/accueil' }, { label: 'Instruction' }]}
      actions={props.mayAsk ? <FollowUpLink /> : null}
      tabs={[
        { label: 'À rendre', href: instructionPaths.myOpinions, count: waiting.length, current: !shown },
        ...givenTabs(opinions, years, given),
      ]}
      tabsLabel="Vos avis"
      errors={sent?.errors ?? []}
    >
      {shown ? <GivenTable {...props} /> : <OpinionsToGive {...props} waiting={waiting} />}
    </AgentPage>
  )
}

function FollowUpLink(): Html {
  return (
    <LinkButton kind="second" icon="list-checks" href={instructionPaths.followUp}>
      Suivre les avis demandés
    </LinkButton>
  )
}

function GivenTable({ opinions, given, mayAsk }: MyOpinionsPageProps): Html {
  return (
    <Table
      id="avis"
      caption={`Avis rendus par votre organisation${given === 'none' ? '' : `, appel ${given}`}`}
      note="Montants en euros."
      rows={opinions.filter(({ kind, year }) => kind !== null && year === given).toReversed()}
      cards
      columns={[...COLUMNS, PROPOSED, GIVEN]}
      empty={
        <>
          <h2 class="vh">Avis</h2>
          <NoOpinion given mayAsk={mayAsk} />
        </>
      }
    />
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

const COLUMNS: Column<MyOpinion>[] = [
  { key: 'number', head: 'N°', numeric: true, cell: ({ number }) => (number === null ? null : String(number)) },
  {
    key: 'title',
    head: 'Action et porteur',
    rowHead: true,
    cell: (row) => ({ text: row.title || 'Sans titre', href: opinionHref(row), sub: row.organisationName }),
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
