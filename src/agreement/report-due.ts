import { type Day, day, daysBetween } from '#platform/day.ts'

export type ReportKind = 'interim' | 'final'

export const REPORT_KIND_NAMES = {
  interim: 'Bilan intermédiaire',
  final: 'Bilan final',
} satisfies Record<ReportKind, string>

/**
 * Last day to hand in the final account of a year: six months after the end of the exercise, which is the calendar year.
 * Source: loi n° 2000-321, art. 10; arrêté du 11 octobre 2006. The interim one has no day of its own: it is due with the next request.
 */
export function finalReportDue(year: number): Day {
  return day(`${year + 1}-06-30`)
}

export type ReportState = 'not-due' | 'due' | 'late' | 'deposited'

/** The last day is still in time. `due` from the first day after the year it speaks of. */
export function finalReportState(report: { year: number; depositedOn: Day | null }, today: Day): ReportState {
  if (report.depositedOn) return 'deposited'
  if (today > finalReportDue(report.year)) return 'late'
  return today >= day(`${report.year + 1}-01-01`) ? 'due' : 'not-due'
}

/** Days beyond the last day; 0 when in time. */
export function daysLate(year: number, today: Day): number {
  return Math.max(0, daysBetween(finalReportDue(year), today))
}

/** The interim account is waited for during its own year, until the final one stands for it. */
export function interimReportState(
  report: { year: number; depositedOn: Day | null; finalDepositedOn: Day | null },
  today: Day,
): 'none' | 'due' | 'deposited' {
  if (report.depositedOn) return 'deposited'
  if (report.finalDepositedOn || today > finalReportDue(report.year)) return 'none'
  return 'due'
}
