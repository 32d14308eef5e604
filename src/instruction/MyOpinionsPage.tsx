import { type Day, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Pages } from '#platform/kit/Pages.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { Tab } from '#platform/kit/Tabs.tsx'
import { formatAmount } from '#platform/money.ts'
import { PAGE_SIZE, WHOLE_SIZE } from './file-list-query.ts'
import { MyOpinionsFilters } from './MyOpinionsFilters.tsx'
import { type MyOpinionsQuery, myOpinionsHref, narrowed } from './my-opinions-query.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { OpinionGrid } from './OpinionGrid.tsx'
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
      crumbs={[{ label: 'Programmation', href: '/programmation' }, { label: 'Instruction' }]}
      actions={props.mayAsk ? <FollowUpLink /> : null}
      tabs={[
        { label: 'À rendre', href: instructionPaths.myOpinions, count: waiting.length, current: !shown },
        ...givenTabs(opinions, years, given),
      ]}
      tabsLabel="Vos avis"
      errors={sent?.errors ?? []}
    >
      {shown ? <GivenTable {...props} /> : <ToGive {...props} waiting={waiting} />}
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
          <Nothing given mayAsk={mayAsk} />
        </>
      }
    />
  )
}

function ToGive({ waiting, query, today, sent, mayAsk }: MyOpinionsPageProps & { waiting: readonly MyOpinion[] }): Html {
  const rows = narrowed(waiting, query, today)
  const page = query.whole ? 1 : Math.min(query.page ?? 1, Math.max(1, Math.ceil(rows.length / PAGE_SIZE)))
  const base = instructionPaths.myOpinions
  const shown = query.whole ? rows.slice(0, WHOLE_SIZE) : rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <>
      {waiting.length > 0 ? <MyOpinionsFilters query={query} waiting={waiting} /> : null}
      <OpinionGrid
        caption="Avis à rendre par votre organisation"
        rows={shown}
        today={today}
        action={myOpinionsHref(base, query, { page: query.page })}
        href={formHref}
        folded
        open={query.open}
        submit="Rendre les avis remplis"
        empty={
          <>
            <h2 class="vh">Avis</h2>
            {waiting.length > 0 ? <NoMatch /> : <Nothing given={false} mayAsk={mayAsk} />}
          </>
        }
        below={<Below query={query} page={page} total={rows.length} />}
        {...(sent ? { values: sent.values, errors: sent.errors } : {})}
      />
    </>
  )
}

function Below({ query, page, total }: { query: MyOpinionsQuery; page: number; total: number }): Html | null {
  if (total <= PAGE_SIZE) return null
  const base = instructionPaths.myOpinions
  if (query.whole) return <a href={myOpinionsHref(base, query, { whole: undefined })}>{`Revenir aux pages de ${PAGE_SIZE}`}</a>
  return (
    <>
      <Pages page={page} size={PAGE_SIZE} total={total} noun="avis" href={(next) => myOpinionsHref(base, query, { page: next })} />
      <a href={myOpinionsHref(base, query, { whole: 'tout' })}>Tout afficher</a>
    </>
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

function NoMatch(): Html {
  return (
    <Empty
      title="Aucun avis ne répond à ces filtres"
      icon="filter"
      action={
        <LinkButton kind="second" href={instructionPaths.myOpinions}>
          Retirer tous les filtres
        </LinkButton>
      }
    >
      Retirez un filtre, ou cherchez un autre mot.
    </Empty>
  )
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
