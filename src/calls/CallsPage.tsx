import type { Day } from '#platform/day.ts'
import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { CallCount } from './call-count-store.ts'
import { DOOR_NAMES } from './call-period.ts'
import type { Call } from './call-store.ts'
import { stateOfCall } from './call-words.ts'
import { callPaths } from './calls-paths.ts'
import { dauphinPaths, submissionPaths } from './submission-paths.ts'

export interface CallsPageProps {
  frame: Frame
  calls: readonly Call[]
  counts: ReadonlyMap<string, CallCount>
  mayManage: boolean
  today: Day
}

/** The calls of the contract, for those who run them. */
export function CallsPage({ frame, calls, counts, mayManage, today }: CallsPageProps): Html {
  const create = (
    <LinkButton icon="circle-plus" href={callPaths.create}>
      Préparer un appel
    </LinkButton>
  )
  return (
    <AgentPage
      frame={frame}
      title="Appels à projets"
      crumbs={[{ label: 'Programmation', href: '/programmation' }, { label: 'Appels à projets' }]}
      actions={mayManage && calls.length > 0 ? create : null}
    >
      {calls.length === 0 ? (
        <Empty title="Pas encore d’appel à projets" icon="calendar" action={mayManage ? create : null}>
          Préparez celui de l’année&nbsp;: ses dates, sa note de cadrage, et la porte par laquelle les demandes arrivent.
        </Empty>
      ) : (
        <Table
          id="appels"
          caption="Appels à projets du contrat"
          captionHidden
          cards
          rows={calls}
          columns={columnsOf({ counts, mayManage, today })}
        />
      )}
    </AgentPage>
  )
}

function columnsOf({ counts, mayManage, today }: Pick<CallsPageProps, 'counts' | 'mayManage' | 'today'>): Column<Call>[] {
  const columns: Column<Call>[] = [
    {
      key: 'title',
      head: 'Appel',
      rowHead: true,
      cell: (call) => ({ text: call.title, href: callPaths.publicCall(call.code), sub: call.code }),
    },
    { key: 'state', head: 'État', cell: (call) => stateOfCall(call, today) },
    { key: 'opens', head: 'Ouverture', cell: (call) => formatDayShort(call.opensOn) },
    { key: 'closes', head: 'Clôture', cell: (call) => formatDayShort(call.closesOn) },
    { key: 'door', head: 'Porte', cell: (call) => DOOR_NAMES[call.door] },
    { key: 'framing', head: 'Note de cadrage', cell: (call) => (call.framingVersion === null ? null : `Version ${call.framingVersion}`) },
    { key: 'files', head: 'Demandes reçues', numeric: true, cell: (call) => counts.get(call.id)?.submitted ?? 0 },
    {
      key: 'money',
      head: 'Enveloppes',
      cell: (call) => ({ text: `Enveloppes ${call.year}`, href: '/enveloppes' }),
    },
  ]
  if (!mayManage) return columns
  return [
    ...columns,
    { key: 'dauphin', head: 'Dauphin', cell: (call) => ({ text: 'Importer un export', href: dauphinPaths.upload(call.code) }) },
    { key: 'late', head: 'Hors délai', cell: (call) => ({ text: 'Réouvertures', href: submissionPaths.reopenings(call.code) }) },
    { key: 'edit', head: 'Modifier', headHidden: true, cell: (call) => ({ text: 'Modifier', href: callPaths.edit(call.code) }) },
  ]
}
