import { readersOf } from '#access/field-readers.ts'
import { sayHour } from '#governance/meeting-form.ts'
import { MEETING_LOOKS, meetingState } from '#governance/meeting-state.ts'
import type { Meeting } from '#governance/meeting-store.ts'
import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { Tabs } from '#platform/kit/Tabs.tsx'
import { agendaCounted, filesCounted } from './actions-counted.ts'
import { COMMITTEE_TAB_WORDS, COMMITTEE_TABS, type CommitteeTab, committeeTab } from './committee-tabs.ts'
import { CommitteeGauges } from './EnvelopeGauges.tsx'
import type { EnvelopeUse } from './envelope-use-store.ts'
import { ProgrammeFilters } from './ProgrammeFilters.tsx'
import { ProgrammeTable, type ProgrammeTableProps, tableBox } from './ProgrammeTable.tsx'
import { fundingPaths } from './paths.ts'
import type { ProgrammingQuery } from './programming-query.ts'
import type { Grouping, ProgrammingRow } from './programming-table.ts'

export interface CommitteePageProps extends Pick<ProgrammeTableProps, 'programming' | 'funders' | 'open' | 'year' | 'entry'> {
  frame: Frame
  meeting: Meeting
  query: ProgrammingQuery & { onglet?: CommitteeTab | undefined }
  grouping: Grouping
  /** Every file of the agenda, whatever the filters. */
  rows: readonly ProgrammingRow[]
  /** Files of the whole agenda, seen or not. */
  agendaCount: number
  today: Day
  envelopes: readonly EnvelopeUse[]
  communes: readonly { code: string; name: string }[]
  mayManage: boolean
  errors: readonly FieldError[]
}

/** A meeting: what would remain of each envelope, and the files of its agenda, where each funder fixes its amounts. */
export function CommitteePage(props: CommitteePageProps): Html {
  const { frame, meeting, year, rows, envelopes, errors } = props
  const crumbs = [
    { label: `Programmation ${year}`, href: fundingPaths.programming({ annee: year }) },
    { label: 'Comités', href: fundingPaths.meetings() },
    { label: meeting.title },
  ]
  return (
    <AgentPage
      frame={frame}
      title={meeting.title}
      crumbs={crumbs}
      meta={metaOf(props)}
      actions={<Actions {...props} />}
      errors={errors}
      errorsTitle="Le montant n’est pas enregistré"
      islands
    >
      {meeting.closingReason ? <Notice title="Motif de la clôture">{meeting.closingReason}</Notice> : null}
      <div class="stack loose" data-island="CommitteeTable" data-live={fundingPaths.live(meeting.id)}>
        <p class="vh" role="status" />
        <div data-part="enveloppes">
          <CommitteeGauges envelopes={envelopes} year={year} title="Enveloppes : ce qui reste si tout le proposé est retenu" />
        </div>
        {rows.length === 0 ? <NoAgenda {...props} /> : <AgendaTable {...props} />}
      </div>
      <p class="hint">{`Les motifs sont lus par ${readersOf('retention.reason')}.`}</p>
    </AgentPage>
  )
}

function metaOf({ meeting, rows, agendaCount, today }: CommitteePageProps): (Html | string)[] {
  const { word, ...look } = MEETING_LOOKS[meetingState(meeting, today)]
  const state = <Badge word={meeting.closedOn ? `${word} le ${formatDayShort(meeting.closedOn)}` : word} {...look} />
  const files = `${agendaCounted(rows.length, agendaCount)} à l’ordre du jour`
  return [state, `${formatDay(meeting.heldOn)}, ${sayHour(meeting.startsAt)}`, meeting.place, files].filter((part) => part !== '')
}

function Actions({ meeting, rows, mayManage }: CommitteePageProps): Html {
  const first = rows.find((row) => committeeTab(row) === 'a-discuter') ?? rows[0]
  const manage = mayManage && meeting.closedOn === null
  return (
    <>
      {first ? (
        <LinkButton href={fundingPaths.item(meeting.id, first.partId)} icon="monitor">
          Projeter la séance
        </LinkButton>
      ) : null}
      {rows.length > 0 ? (
        <LinkButton href={fundingPaths.book(meeting.id)} kind="second" icon="book-open">
          Cahier
        </LinkButton>
      ) : null}
      {manage ? (
        <LinkButton href={fundingPaths.agenda(meeting.id)} kind="second" icon="list-ordered">
          Ordre du jour
        </LinkButton>
      ) : null}
      {manage && rows.length > 0 ? (
        <LinkButton href={fundingPaths.closing(meeting.id)} kind="second" icon="lock">
          Clore la séance
        </LinkButton>
      ) : null}
    </>
  )
}

function NoAgenda({ meeting, mayManage, agendaCount }: CommitteePageProps): Html {
  if (agendaCount > 0)
    return (
      <Empty title="Aucun de vos dossiers n’est à l’ordre du jour" icon="list-ordered">
        Les dossiers de cette séance ne sont pas adressés à votre organisation.
      </Empty>
    )
  const action = mayManage ? <LinkButton href={fundingPaths.agenda(meeting.id)}>Composer l’ordre du jour</LinkButton> : undefined
  return (
    <Empty title="L’ordre du jour est vide" icon="list-ordered" action={action}>
      Les dossiers choisis paraîtront ici, avec les montants de chaque financeur.
    </Empty>
  )
}

function AgendaTable(props: CommitteePageProps): Html {
  const { meeting, query, grouping, programming, rows, communes } = props
  const href = (change: Partial<CommitteePageProps['query']>) => fundingPaths.meeting(meeting.id, { ...query, ...change })
  const count = (tab: CommitteeTab) => rows.filter((row) => committeeTab(row) === tab).length
  const tabs = [
    { label: 'Tous', href: href({ onglet: undefined }), count: rows.length, current: query.onglet === undefined },
    ...COMMITTEE_TABS.map((tab) => ({
      label: COMMITTEE_TAB_WORDS[tab],
      href: href({ onglet: tab }),
      count: count(tab),
      current: query.onglet === tab,
    })),
  ]
  return (
    <section class="stack" aria-labelledby="dossiers">
      <h2 id="dossiers" class="vh">
        Dossiers de la séance
      </h2>
      <div data-part="onglets">
        <Tabs tabs={tabs} label="Dossiers par statut" />
      </div>
      <div class={tableBox(props.funders)} data-part="table">
        <ProgrammeFilters
          action={fundingPaths.meeting(meeting.id)}
          query={{ ...query, par: grouping }}
          communes={communes}
          withStatus={false}
          hidden={query.onglet ? { onglet: query.onglet } : {}}
          href={href}
        />
        {programming.rows.length === 0 ? (
          <Empty title="Aucun dossier ici">Choisissez un autre onglet, ou retirez un filtre.</Empty>
        ) : (
          <Rows {...props} href={href} />
        )}
      </div>
    </section>
  )
}

function Rows(props: CommitteePageProps & { href: (change: { detail: string }) => string }): Html {
  const { meeting, programming, funders, open, year, entry, href } = props
  return (
    <ProgrammeTable
      id="prog"
      caption={`Dossiers de la séance par ${props.grouping}`}
      programming={programming}
      counted={filesCounted}
      funders={funders}
      open={open}
      year={year}
      entry={entry}
      href={(row) => fundingPaths.item(meeting.id, row.partId)}
      openHref={(funderId) => href({ detail: funderId })}
    />
  )
}
