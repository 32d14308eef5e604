import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { agreementPaths } from './paths.ts'
import { REPORT_KIND_NAMES, type ReportKind, type ReportState } from './report-due.ts'
import type { ReportLine } from './report-lines.ts'

export const REPORT_STATE_NAMES = {
  late: 'En retard',
  due: 'Attendu',
  'not-due': 'Pas encore dû',
  deposited: 'Déposé',
} satisfies Record<ReportState, string>
export const REPORT_STATES = ['late', 'due', 'not-due', 'deposited'] as const satisfies readonly ReportState[]
export const REPORT_KINDS = ['interim', 'final'] as const satisfies readonly ReportKind[]

export interface ReportsPageProps {
  frame: Frame
  lines: readonly ReportLine[]
  years: readonly number[]
  year: number | undefined
  state: ReportState | undefined
  kind: ReportKind | undefined
  /** In all, whatever the filters. */
  late: number
}

export function ReportsPage({ frame, lines, years, year, state, kind, late }: ReportsPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Bilans"
      crumbs={[{ label: 'Programmation', href: '/programmation' }, { label: 'Bilans' }]}
      meta={[late === 0 ? 'Aucun retard' : late === 1 ? 'Un bilan en retard' : `${late} bilans en retard`]}
      lead="Ce qui est attendu, pas seulement ce qui est arrivé. Un bilan vaut pour tous les financeurs de l’action."
    >
      <ReportFilters years={years} year={year} state={state} kind={kind} />
      <Table
        id="bilans"
        caption="Bilans attendus et déposés"
        note={`${lines.length} bilans, les plus en retard d’abord.`}
        rows={lines}
        cards
        columns={COLUMNS}
        rowState={(line) => (line.state === 'late' ? 'late' : undefined)}
        empty={<Empty title="Aucun bilan ici">Un bilan est attendu dès qu’une subvention est notifiée. Changez de filtre.</Empty>}
      />
    </AgentPage>
  )
}

function ReportFilters({ years, year, state, kind }: Pick<ReportsPageProps, 'years' | 'year' | 'state' | 'kind'>): Html {
  return (
    <Filters action={agreementPaths.reports}>
      <SelectField
        name="annee"
        label="Année"
        optional
        empty="Toutes"
        value={year === undefined ? '' : String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <SelectField
        name="etat"
        label="État"
        optional
        empty="Tous"
        value={state}
        options={REPORT_STATES.map((one) => ({ value: one, label: REPORT_STATE_NAMES[one] }))}
      />
      <SelectField
        name="type"
        label="Bilan"
        optional
        empty="Tous"
        value={kind}
        options={REPORT_KINDS.map((one) => ({ value: one, label: REPORT_KIND_NAMES[one] }))}
      />
    </Filters>
  )
}

const COLUMNS: Column<ReportLine>[] = [
  {
    key: 'title',
    head: 'Action',
    rowHead: true,
    cell: ({ title, organisationName, reportId, depositedOn }) => ({
      text: title,
      sub: organisationName,
      ...(reportId && depositedOn ? { href: agreementPaths.report(reportId) } : {}),
    }),
  },
  { key: 'year', head: 'Année', cell: ({ year }) => String(year) },
  { key: 'kind', head: 'Bilan', cell: ({ kind }) => REPORT_KIND_NAMES[kind] },
  { key: 'funders', head: 'Financeurs', cell: ({ funders }) => funders },
  { key: 'due', head: 'Au plus tard', cell: ({ dueOn }) => (dueOn ? formatDayShort(dueOn) : 'avec la prochaine demande') },
  { key: 'state', head: 'État', cell: stateCell },
]

function stateCell({ state, daysLate, depositedOn }: ReportLine): Cell {
  if (state === 'deposited' && depositedOn) return { badge: `Déposé le ${formatDayShort(depositedOn)}`, state: 'success' }
  if (state === 'late') return { badge: daysLate === 1 ? 'En retard d’un jour' : `En retard de ${daysLate} jours`, state: 'error' }
  return state === 'due' ? { badge: 'Attendu', state: 'warning' } : { badge: 'Pas encore dû' }
}
