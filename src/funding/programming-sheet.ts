import type { Funder } from '#contract/store.ts'
import type { SpreadsheetColumn, SpreadsheetRow, SpreadsheetSheet, SpreadsheetValue } from '#platform/spreadsheet.ts'
import { actionsCounted } from './actions-counted.ts'
import { PART_STATUS_WORDS, partStatus } from './part-status.ts'
import type { Amounts, Programming, ProgrammingRow, Step } from './programming-table.ts'

interface SheetBy {
  funders: readonly Funder[]
  year: number
  /** « Commune » or « Orientation »: the head of the first column. */
  grouping: string
}

type Column = SpreadsheetColumn & {
  ofRow: (row: ProgrammingRow, group: string) => SpreadsheetValue
  /** Its value in a sub-total or the total; empty when it does not add up. */
  ofSum?: (sum: Sum) => SpreadsheetValue
}
type Sum = Pick<Programming, 'byFunder' | 'total' | 'cost'> & { label: string; actions: number }

/** The whole programming as a sheet: the rows of the screen in its order, each group followed by its sub-total, then the total. */
export function programmingSheet(programming: Programming, by: SheetBy): SpreadsheetSheet {
  const columns = [...whatColumns(by.grouping), ...stateColumns(by.year), ...by.funders.flatMap((funder) => funderColumns(funder, by.year))]
  columns.push(
    ...TOTAL_COLUMNS,
    text('Actes', 28, ({ acts }) => acts),
    text('N° d’engagement juridique', 20, ({ obligations }) => obligations),
  )
  const sum = (of: Sum): SpreadsheetRow => columns.map(({ ofSum }) => ofSum?.(of))
  const rows = programming.groups.flatMap((group) => [
    ...group.rows.map((row) => columns.map(({ ofRow }) => ofRow(row, group.label))),
    sum({ ...group, label: `Sous-total ${group.label}`, actions: group.rows.length }),
  ])
  const total = sum({ ...programming, label: 'Ensemble', actions: programming.rows.length })
  return { name: `Programmation ${by.year}`, columns, rows, total }
}

function text(header: string, width: number, ofRow: Column['ofRow']): Column {
  return { header, width, kind: 'text', ofRow }
}

function whatColumns(grouping: string): Column[] {
  return [
    { ...text(grouping, 24, (_row, group) => group), ofSum: ({ label }) => label },
    { header: 'Numéro', width: 9, kind: 'integer', ofRow: ({ number }) => number },
    text('Numéro Dauphin', 16, ({ dauphinNumber }) => dauphinNumber),
    text('Communes', 22, ({ communes }) => communes.map(({ name }) => name).join(', ')),
    text('Quartiers prioritaires', 34, ({ qpvs }) => qpvs.map(({ code, name }) => `${code} ${name}`).join(', ')),
    text('Orientation', 30, (row) => named(row.orientationCode, row.orientationLabel)),
    text('Thème national', 30, (row) => named(row.themeCode, row.themeLabel)),
    text('Porteur', 30, ({ organisationName }) => organisationName),
    { ...text('Action', 44, ({ title }) => title || 'Sans titre'), ofSum: ({ actions }) => actionsCounted(actions) },
    text('Demande', 13, ({ renewed }) => (renewed ? 'Reconduite' : 'Nouvelle')),
  ]
}

function stateColumns(year: number): Column[] {
  return [
    text('Statut', 13, (row) => PART_STATUS_WORDS[partStatus(row)]),
    { header: 'Public, femmes', width: 10, kind: 'integer', ofRow: ({ women }) => women },
    { header: 'Public, hommes', width: 10, kind: 'integer', ofRow: ({ men }) => men },
    { header: 'Coût total', width: 14, kind: 'cents', ofRow: ({ cost }) => cost, ofSum: ({ cost }) => cost },
    { header: 'Part de financement public', width: 12, kind: 'share', ofRow: ({ publicShare }) => publicShare },
    { header: 'Avis demandés', width: 10, kind: 'integer', ofRow: ({ opinionsAsked }) => opinionsAsked },
    { header: 'Avis rendus', width: 10, kind: 'integer', ofRow: ({ opinionsGiven }) => opinionsGiven },
    text(`Bilan ${year - 1}`, 12, ({ reportBefore }) => reportBefore && REPORT_WORDS[reportBefore]),
  ]
}

export const REPORT_WORDS = { deposited: 'Reçu', missing: 'Manquant' } as const

function named(code: string | null, label: string | null): string {
  return code ? `${code} ${label ?? ''}` : ''
}

function amount(header: string, pick: (of: { byFunder: Record<string, Amounts>; total: Amounts }) => SpreadsheetValue): Column {
  return { header, width: 14, kind: 'cents', ofRow: pick, ofSum: pick }
}

function funderColumns({ id, shortName }: Funder, year: number): Column[] {
  const step = (header: string, key: Step) => amount(`${shortName}, ${header}`, ({ byFunder }) => byFunder[id]?.[key])
  return [
    step(`décidé ${year - 1}`, 'awardedBefore'),
    step('demandé', 'asked'),
    step('proposé', 'proposed'),
    step('retenu', 'retained'),
    step('décidé', 'decided'),
  ]
}

const TOTAL_COLUMNS: readonly Column[] = [
  amount('Total demandé', ({ total }) => total.asked),
  amount('Total proposé', ({ total }) => total.proposed),
  amount('Total retenu', ({ total }) => total.retained),
  amount('Total décidé', ({ total }) => total.decided),
  amount('Total engagé', ({ total }) => total.obligated),
  amount('Total payé', ({ total }) => total.paid),
]
