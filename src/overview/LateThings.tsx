import type { ExpectedReport } from '#agreement/follow-up-store.ts'
import { reportLines } from '#agreement/report-lines.ts'
import type { ListedFile } from '#instruction/file-list.ts'
import { fileListHref } from '#instruction/file-list-query.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { type Day, daysBetween } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { countFiles, opinionsByPartner } from './file-counts.ts'
import type { LeadHome } from './lead-home-store.ts'
import { partnerName } from './PartnerOpinionsTable.tsx'
import { overviewPaths } from './paths.ts'
import { counted } from './words.ts'

export interface Late {
  what: string
  href: string
  who: string
  since: string
  blocks: string
}

/** What is late, at whom, and what it holds up. */
export function LateThings({ home, today }: { home: LeadHome; today: Day }): Html {
  return <LateTable rows={[...latePartners(home, today), ...lateAccounts(home.reports, today), ...latePieces(home, today)]} />
}

export function LateTable({ rows }: { rows: readonly Late[] }): Html {
  return (
    <Section title="En retard" id="retards">
      {rows.length === 0 ? (
        <p class="soft">Rien n’est en retard.</p>
      ) : (
        <Table
          id="table-retards"
          caption="Ce qui est en retard"
          captionHidden
          columns={[
            { key: 'what', head: 'Quoi', rowHead: true, cell: ({ what, href }) => ({ text: what, href }) },
            { key: 'who', head: 'Chez qui', cell: ({ who }) => who },
            { key: 'since', head: 'Depuis', numeric: true, cell: ({ since }) => since },
            { key: 'blocks', head: 'Ce que cela bloque', cell: ({ blocks }) => blocks, wide: true },
          ]}
          rows={rows}
          rowState={() => 'late'}
          cards
        />
      )}
    </Section>
  )
}

const OPINIONS_BLOCK = 'L’examen de ces dossiers en comité'

/** The opinions that one's own organisation should have given. */
export function lateOwnOpinions(dueDays: readonly Day[], today: Day): Late[] {
  const late = dueDays.filter((dueOn) => dueOn < today).map((dueOn) => daysBetween(dueOn, today))
  if (late.length === 0) return []
  return [
    {
      what: counted(late.length, 'avis', 'avis'),
      href: instructionPaths.myOpinions,
      who: 'Vous',
      since: counted(Math.max(...late), 'jour', 'jours'),
      blocks: OPINIONS_BLOCK,
    },
  ]
}

/** The same for each organisation asked, as the table of what is awaited counts them. */
function latePartners(home: LeadHome, today: Day): Late[] {
  const call = home.calls.length === 1 ? home.calls[0]?.call.code : undefined
  return opinionsByPartner(
    home.calls.flatMap(({ files }) => files),
    today,
  ).flatMap(({ organisationId, late, lateSince }) => {
    if (lateSince === null) return []
    const own = organisationId === home.organisationId
    return [
      {
        what: counted(late, 'avis', 'avis'),
        href: own ? instructionPaths.myOpinions : fileListHref(instructionPaths.files, { call }, { missing: 'en-retard' }),
        who: own ? 'Vous' : partnerName(home, organisationId),
        since: counted(daysBetween(lateSince, today), 'jour', 'jours'),
        blocks: OPINIONS_BLOCK,
      },
    ]
  })
}

/** The final accounts whose last day is past, year by year, as their own list counts them. */
export function lateAccounts(reports: readonly ExpectedReport[], today: Day): Late[] {
  const late = reportLines(reports, today).filter(({ kind, state }) => kind === 'final' && state === 'late')
  const years = [...new Set(late.map(({ year }) => year))].sort((one, other) => one - other)
  return years.map((year) => {
    const lines = late.filter((line) => line.year === year)
    return {
      what: `${counted(lines.length, 'bilan final', 'bilans finaux')} ${year}`,
      href: overviewPaths.lateFinalReports(year),
      who: counted(new Set(lines.map(({ organisationName }) => organisationName)).size, 'porteur', 'porteurs'),
      since: counted(Math.max(...lines.map(({ daysLate }) => daysLate)), 'jour', 'jours'),
      blocks: 'Les paiements des financeurs qui les suspendent, et la demande suivante',
    }
  })
}

function latePieces({ calls }: LeadHome, today: Day): Late[] {
  return calls.flatMap(({ call, files }) => {
    const late = files.filter(({ completeness }) => completeness === 'pieces-late')
    const { piecesLate } = countFiles(late, today)
    if (piecesLate === 0) return []
    return [
      {
        what: `${counted(piecesLate, 'dossier', 'dossiers')} sans une pièce demandée`,
        href: fileListHref(instructionPaths.files, { call: call.code }, { completeness: 'pieces-late' }),
        who: counted(new Set(late.map(({ organisationName }) => organisationName)).size, 'porteur', 'porteurs'),
        since: sinceWords(late, today),
        blocks: 'La complétude de ces dossiers',
      },
    ]
  })
}

/** The longest wait among the pieces that never came. */
function sinceWords(files: readonly ListedFile[], today: Day): string {
  const dues = files.flatMap(({ pieces }) => pieces.filter(({ answeredOn }) => answeredOn === null).map(({ dueOn }) => dueOn))
  const days = Math.max(0, ...dues.map((due) => daysBetween(due, today)))
  return counted(days, 'jour', 'jours')
}
