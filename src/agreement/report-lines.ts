import type { Day } from '#platform/day.ts'
import type { ExpectedReport } from './follow-up-store.ts'
import { daysLate, finalReportDue, finalReportState, interimReportState, type ReportKind, type ReportState } from './report-due.ts'

/** One account waited for or handed in. */
export interface ReportLine {
  key: string
  reportId: string | null
  kind: ReportKind
  year: number
  title: string
  organisationName: string
  funders: string
  state: ReportState
  dueOn: Day | null
  daysLate: number
  depositedOn: Day | null
}

/** What is due first, the latest ones on top; then what is handed in. */
const ORDER = { late: 0, due: 1, 'not-due': 2, deposited: 3 } as const satisfies Record<ReportState, number>

export function reportLines(reports: readonly ExpectedReport[], today: Day): ReportLine[] {
  const lines = reports.flatMap((report) => [finalLine(report, today), ...interimLine(report, today)])
  return lines.sort(
    (a, b) => ORDER[a.state] - ORDER[b.state] || b.daysLate - a.daysLate || a.organisationName.localeCompare(b.organisationName, 'fr'),
  )
}

function finalLine(report: ExpectedReport, today: Day): ReportLine {
  const { year, finalId, finalDepositedOn } = report
  const state = finalReportState({ year, depositedOn: finalDepositedOn }, today)
  const late = state === 'late' ? daysLate(year, today) : 0
  return { ...base(report, 'final', finalId), state, dueOn: finalReportDue(year), daysLate: late, depositedOn: finalDepositedOn }
}

function interimLine(report: ExpectedReport, today: Day): ReportLine[] {
  const { year, interimId, interimDepositedOn, finalDepositedOn } = report
  const state = interimReportState({ year, depositedOn: interimDepositedOn, finalDepositedOn }, today)
  if (state === 'none') return []
  return [
    {
      ...base(report, 'interim', interimId),
      state: state === 'deposited' ? 'deposited' : 'not-due',
      dueOn: null,
      daysLate: 0,
      depositedOn: interimDepositedOn,
    },
  ]
}

function base({ actionId, year, title, organisationName, funders }: ExpectedReport, kind: ReportKind, reportId: string | null) {
  return { key: `${actionId}-${year}-${kind}`, reportId, kind, year, title, organisationName, funders: funders.join(', ') }
}
