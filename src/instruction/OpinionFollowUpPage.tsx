import { type Day, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Pages } from '#platform/kit/Pages.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { LinksTable } from './LinksTable.tsx'
import type { AwaitedAsk } from './opinion-follow-up-store.ts'
import type { OpinionLink } from './opinion-link-store.ts'
import { opinionState, opinionStateWords } from './opinion-state.ts'
import { type FollowUpQuery, followUpHref, PartnersTable } from './PartnersTable.tsx'
import { instructionPaths } from './paths.ts'

export interface OpinionFollowUpPageProps {
  frame: Frame
  asks: readonly AwaitedAsk[]
  links: readonly OpinionLink[]
  today: Day
  query: FollowUpQuery
}

const PAGE_SIZE = 50

/** Who owes which opinion, the latest partner first, and what one does about it. */
export function OpinionFollowUpPage(props: OpinionFollowUpPageProps): Html {
  const { frame, asks, links, today } = props
  const late = asks.filter(({ dueOn }) => dueOn < today).length
  return (
    <AgentPage
      frame={frame}
      title="Suivi des avis demandés"
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Instruction', href: instructionPaths.myOpinions },
        { label: 'Suivi des avis demandés' },
      ]}
      meta={[counted(asks.length, 'avis attendu', 'avis attendus'), ...(late > 0 ? [`dont ${late} en retard`] : [])]}
      actions={
        late > 0 ? (
          <PostButton action={instructionPaths.reminders} icon="send">
            {late === 1 ? 'Relancer l’avis en retard' : `Relancer les ${late} avis en retard`}
          </PostButton>
        ) : null
      }
    >
      <p class="row">
        <LinkButton kind="second" icon="mail" href={instructionPaths.emails}>
          Saisir des avis reçus par courriel
        </LinkButton>
        <LinkButton kind="quiet" href={instructionPaths.settings}>
          Régler les rappels et les liens
        </LinkButton>
      </p>
      {asks.length === 0 ? <NothingAwaited /> : <Awaited {...props} />}
      <LinksTable links={links} today={today} />
    </AgentPage>
  )
}

function NothingAwaited(): Html {
  return (
    <>
      <h2 class="vh">Avis attendus</h2>
      <Empty
        title="Aucun avis n’est attendu"
        icon="circle-check"
        action={
          <LinkButton kind="second" href={instructionPaths.files}>
            Voir les dossiers
          </LinkButton>
        }
      >
        Pour en demander, cochez des dossiers dans leur liste.
      </Empty>
    </>
  )
}

function Awaited({ asks, today, query }: OpinionFollowUpPageProps): Html {
  const shown = asks.filter(
    ({ askedId, dueOn }) => (query.partnerId === undefined || askedId === query.partnerId) && (!query.late || dueOn < today),
  )
  const page = Math.min(query.page, Math.max(1, Math.ceil(shown.length / PAGE_SIZE)))
  return (
    <>
      <PartnersTable asks={asks} today={today} />
      <Table
        id="avis"
        caption={captionOf(shown, query)}
        rows={shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        cards
        dense
        columns={askColumns(today)}
        group={({ askedName }) => askedName}
        rowState={({ dueOn }) => (dueOn < today ? 'late' : undefined)}
        empty={
          <>
            <h2 class="vh">Avis attendus</h2>
            <Empty title="Aucun avis ne répond à ce choix" icon="filter">
              <a href={instructionPaths.followUp}>Voir tous les avis attendus</a>
            </Empty>
          </>
        }
        below={<Below query={query} page={page} total={shown.length} />}
      />
    </>
  )
}

function captionOf(shown: readonly AwaitedAsk[], { partnerId, late }: FollowUpQuery): string {
  const [first] = shown
  const of = partnerId !== undefined && first ? `, ${first.askedName}` : ''
  return late ? `Avis en retard${of}` : `Avis attendus${of}`
}

function Below({ query, page, total }: { query: FollowUpQuery; page: number; total: number }): Html {
  const narrowed = query.partnerId !== undefined || query.late
  return (
    <>
      {total > PAGE_SIZE ? (
        <Pages page={page} size={PAGE_SIZE} total={total} noun="avis" href={(next) => followUpHref({ ...query, page: next })} />
      ) : null}
      {narrowed ? (
        <a href={instructionPaths.followUp}>Voir tous les avis attendus</a>
      ) : (
        <a href={followUpHref({ ...query, late: true, page: 1 })}>Seulement les avis en retard</a>
      )}
    </>
  )
}

function askColumns(today: Day): Column<AwaitedAsk>[] {
  return [
    { key: 'number', head: 'N°', numeric: true, cell: ({ number }) => (number === null ? null : String(number)) },
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      cell: ({ title, applicationId, organisationName }) => ({
        text: title || 'Sans titre',
        href: `${instructionPaths.file(applicationId)}#avis`,
        sub: organisationName,
      }),
    },
    { key: 'state', head: 'Attendu', cell: (ask) => stateCell(ask, today) },
    {
      key: 'reminded',
      head: 'Rappels',
      cell: ({ remindedOn, reminders }) =>
        remindedOn === null ? null : { text: String(reminders), sub: `le dernier le ${formatDayShort(remindedOn)}` },
    },
    { key: 'act', head: 'Que faire', headHidden: true, cell: (ask) => <Act {...ask} /> },
  ]
}

function stateCell({ dueOn }: AwaitedAsk, today: Day): Cell {
  const state = opinionState({ dueOn, given: false }, today)
  if (state.state === 'late') return { badge: opinionStateWords(state), state: 'error', icon: 'clock-alert' }
  return { badge: `${opinionStateWords(state)}, ${formatDayShort(dueOn)}`, icon: 'hourglass' }
}

function Act({ requestId, askedName, title }: AwaitedAsk): Html {
  return (
    <a href={instructionPaths.ask(requestId)}>
      Relancer ou retirer<span class="vh">{`, ${askedName}, ${title}`}</span>
    </a>
  )
}

function counted(count: number, one: string, several: string): string {
  return `${count}\u00A0${count > 1 ? several : one}`
}
