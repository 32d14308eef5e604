import { wholeDatabase } from '#access/scope.ts'
import { addDays, type Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { type Cents, cents, euros, sumCents } from '#platform/money.ts'
import { budgetOf } from '../demo-budget.ts'
import { fixedId } from '../reference.ts'
import { ownMoney } from './generated-budget.ts'
import { insertRows, type Row } from './insert-rows.ts'
import { ACHIEVEMENTS, DIFFICULTIES } from './notes.data.ts'
import { dayOf, type PlacedFile } from './placed-file.ts'
import { seededRandom } from './random.ts'

/** An account handed in for a generated file. */
export interface HandedIn {
  one: PlacedFile
  kind: 'interim' | 'final'
  on: Day
}

/** Accounts of what was spent and reached; those who wait for them are freed, as the act of the deposit does. */
export async function loadReports(tx: Tx, reports: readonly HandedIn[]): Promise<void> {
  await insertRows(tx, 'report', reports.map(reportRow))
  await insertRows(tx, 'report_line', reports.flatMap(lineRows))
  await insertRows(tx, 'report_public', reports.flatMap(publicRows))
  await insertRows(
    tx,
    'report_deposit',
    reports.map((report) => {
      const { personName, personRole } = report.one.file.action.carrier
      return {
        report_id: reportIdOf(report),
        deposited_on: report.on,
        deposited_by: report.one.mandateId,
        certified_by: `${personName}, ${personRole}`,
      }
    }),
  )
  // A final account also stands for the interim one (settleReports of the calls).
  await tx.run`
    update deposit_condition c set settled_on = d.deposited_on
    from report r join report_deposit d on d.report_id = r.id
    where ${wholeDatabase} and c.action_id = r.action_id and c.report_year = r.year and c.settled_on is null
      and (c.report_kind = r.kind or r.kind = 'final') and r.id = any(${reports.map(reportIdOf)}::uuid[])`
}

function reportIdOf({ one, kind }: HandedIn): string {
  return fixedId(`report/${one.partId}/${kind}`)
}

function reportRow(report: HandedIn): Row {
  const { one, kind } = report
  const { action, year } = one.file
  const random = seededRandom(`report ${one.partId} ${kind}`)
  const [, planned = '0', all = '0'] = /^(\d+) sur (\d+)$/.exec(action.target) ?? []
  const reached = Math.round(Number(planned) * (kind === 'final' ? 0.8 + random.next() * 0.35 : 0.5 + random.next() * 0.3))
  return {
    id: reportIdOf(report),
    action_id: one.actionId,
    part_id: one.partId,
    year,
    kind,
    achievements: random.pick(ACHIEVEMENTS),
    difficulties: random.pick(DIFFICULTIES),
    indicator_reached: `${Math.min(reached, Number(all))} sur ${all}`,
    revision: 1,
  }
}

/** Spent: the budget of what was awarded, a little more here and less there; at the interim, some nine tenths of it. */
function lineRows(report: HandedIn): Row[] {
  const { file } = report.one
  const awarded = Object.fromEntries(Object.entries(file.awarded).map(([key, amount]) => [key, Math.floor(amount / 100)]))
  const planned = [...budgetOf({ ...file.action, others: ownMoney(file) }, awarded)].filter(([, amount]) => amount > 0)
  const rest = sumCents(Object.values(file.awarded).map((amount) => cents(amount % 100)))
  const spent = moved(new Map(planned.map(([account, amount]) => [account, euros(amount)])), report)
  const [first] = [...spent.keys()].filter((account) => account.startsWith('6'))
  if (first) spent.set(first, cents((spent.get(first) ?? 0) + rest))
  return [...spent].map(([account, amount]) => ({
    report_id: reportIdOf(report),
    account,
    spent_cents: report.kind === 'final' ? amount : Math.round((amount * 0.88) / 100) * 100,
  }))
}

/** A twentieth of one line of charges was spent on another: the total is the same. */
function moved(lines: Map<string, Cents>, { one, kind }: HandedIn): Map<string, Cents> {
  const random = seededRandom(`spent ${one.partId} ${kind}`)
  const charges = [...lines.keys()].filter((account) => /^6/.test(account) && account !== '864')
  const [from, to] = random.shuffled(charges)
  if (!from || !to) return lines
  const part = cents(Math.round((lines.get(from) ?? 0) / 2_000) * 100)
  return lines.set(from, cents((lines.get(from) ?? 0) - part)).set(to, cents((lines.get(to) ?? 0) + part))
}

function publicRows(report: HandedIn): Row[] {
  const random = seededRandom(`reached ${report.one.partId} ${report.kind}`)
  const share = report.kind === 'final' ? 0.82 + random.next() * 0.3 : 0.6 + random.next() * 0.25
  return Object.entries(report.one.file.action.people).map(([age_band, [women, men]]) => ({
    report_id: reportIdOf(report),
    age_band,
    women: Math.round(women * share),
    men: Math.round(men * share),
  }))
}

/** Nine of the files with money never sent their final account. */
export const LATE_ACCOUNTS = 9

/** The day of a final account: between February and June of the year after. */
export function finalDay({ file, partId }: PlacedFile): Day {
  return addDays(dayOf(file.year + 1, '02-01'), seededRandom(`final ${partId}`).between(0, 145))
}
