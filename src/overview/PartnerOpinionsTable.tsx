import { fileListHref } from '#instruction/file-list-query.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { type Day, daysBetween } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { opinionsByPartner, type PartnerOpinions } from './file-counts.ts'
import type { LeadHome } from './lead-home-store.ts'
import { counted } from './words.ts'

interface Row extends PartnerOpinions {
  name: string
}

/** What the lead waits for from each partner; the opinions of the lead’s own organisation are among the tasks. */
export function PartnerOpinionsTable({ home, today }: { home: LeadHome; today: Day }): Html {
  const rows: Row[] = opinionsByPartner(
    home.calls.flatMap(({ files }) => files),
    today,
  )
    .filter(({ organisationId }) => organisationId !== home.organisationId)
    .map((row) => ({ ...row, name: partnerName(home, row.organisationId) }))
  const call = home.calls.length === 1 ? home.calls[0]?.call.code : undefined
  return (
    <Section title="Ce que vous attendez des autres" id="attendu">
      <Table
        id="avis-attendus"
        caption="Avis attendus, par partenaire"
        captionHidden
        columns={columnsOf(rows, { call, today })}
        rows={rows}
        rowState={({ late }) => (late > 0 ? 'late' : undefined)}
        totalLabel="Ensemble"
        cards
        empty={
          <Empty title="Aucun avis n’est demandé" icon="message-square">
            <p>
              Choisissez des dossiers dans <a href={fileListHref(instructionPaths.files, { call }, {})}>la liste</a>, puis les partenaires à
              consulter.
            </p>
          </Empty>
        }
      />
    </Section>
  )
}

/** The short name of an organisation that is consulted. */
export function partnerName({ partners }: LeadHome, organisationId: string): string {
  const partner = partners.find(({ id }) => id === organisationId)
  return partner?.shortName ?? partner?.name ?? 'Une organisation qui n’est plus consultée'
}

function columnsOf(rows: readonly Row[], { call, today }: { call: string | undefined; today: Day }): Column<Row>[] {
  const total = (key: 'asked' | 'received' | 'missing'): number => rows.reduce((sum, row) => sum + row[key], 0)
  const href = fileListHref(instructionPaths.files, { call }, { missing: 'manquants' })
  return [
    { key: 'name', head: 'Partenaire', rowHead: true, cell: ({ name }) => name },
    { key: 'asked', head: 'Demandés', numeric: true, cell: ({ asked }) => asked, total: String(total('asked')) },
    { key: 'received', head: 'Reçus', numeric: true, cell: ({ received }) => received, total: String(total('received')) },
    {
      key: 'missing',
      head: 'Manquent',
      numeric: true,
      strong: true,
      cell: ({ missing }) => (missing === 0 ? 'aucun' : { text: String(missing), href }),
      total: String(total('missing')),
    },
    { key: 'late', head: 'Retard', cell: (row) => lateCell(row, { call, today }) },
  ]
}

function lateCell({ late, lateSince, missing }: Row, { call, today }: { call: string | undefined; today: Day }): Cell {
  if (missing === 0) return { badge: 'à jour', state: 'success' }
  if (late === 0 || lateSince === null) return { badge: 'dans les délais' }
  const days = counted(daysBetween(lateSince, today), 'jour', 'jours')
  return {
    badge: `${counted(late, 'avis', 'avis')}, depuis ${days}`,
    state: 'error',
    icon: 'clock-alert',
    href: fileListHref(instructionPaths.files, { call }, { missing: 'en-retard' }),
  }
}
