import { formatDayShort, formatInstant } from '#platform/day.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatEuros } from '#platform/money.ts'
import type { Application } from './application-store.ts'
import { applicationPaths, callPaths } from './calls-paths.ts'
import { partTitle, stateOfApplication } from './draft-words.tsx'

export interface ApplicationsPageProps {
  frame: Frame
  organisationName: string
  applications: readonly Application[]
}

/** « Mes demandes »: those of the organisation, not of a mailbox. */
export function ApplicationsPage({ frame, organisationName, applications }: ApplicationsPageProps): Html {
  const start = (
    <LinkButton icon="circle-plus" href={applicationPaths.start()}>
      Commencer une demande
    </LinkButton>
  )
  return (
    <PublicPage frame={frame} title="Mes demandes" meta={[organisationName]} actions={applications.length > 0 ? start : null}>
      {applications.length === 0 ? (
        <Empty title="Pas encore de demande" icon="file-text" action={start}>
          <p>
            Lisez d’abord <a href={callPaths.publicList}>les appels à projets</a>, puis commencez. Tout s’enregistre au fur et à
            mesure&nbsp;: vous pourrez vous arrêter et reprendre, seul ou à plusieurs.
          </p>
        </Empty>
      ) : (
        <Table
          id="demandes"
          caption={`Demandes de l’organisation\u00A0: ${organisationName}`}
          captionHidden
          cards
          rows={applications}
          columns={COLUMNS}
        />
      )}
    </PublicPage>
  )
}

const COLUMNS: readonly Column<Application>[] = [
  {
    key: 'title',
    head: 'Demande',
    rowHead: true,
    cell: (row) => ({ text: partTitle(row), href: applicationPaths.application(row.id), sub: moreParts(row) }),
  },
  { key: 'call', head: 'Appel à projets', cell: (row) => row.callTitle },
  { key: 'asked', head: 'Demandé', step: 'asked', numeric: true, cell: (row) => formatEuros(row.asked) },
  { key: 'state', head: 'État', cell: stateOfApplication },
  { key: 'when', head: 'Dernière date', cell: whenOf },
]

function moreParts({ partCount, submissionNumber }: Application): string {
  const number = submissionNumber === null ? '' : `N°\u00A0${submissionNumber}`
  const parts = partCount > 1 ? `${partCount} actions` : ''
  return [number, parts].filter((each) => each !== '').join(' · ')
}

function whenOf(row: Application): string {
  if (row.submittedOn !== null) return `Envoyée le ${formatDayShort(row.submittedOn)}`
  return row.savedAt === null ? `Commencée le ${formatDayShort(row.createdOn)}` : `Enregistrée le ${formatInstant(row.savedAt)}`
}
