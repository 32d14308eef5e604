import type { Funder, Pillar } from '#contract/store.ts'
import { type Cents, cents } from '#platform/money.ts'
import type { FunderLine, PartLine } from './programming-store.ts'

/** The amounts of the programming, funder by funder. The order is that of its columns. */
export const STEPS = ['awardedBefore', 'asked', 'proposed', 'retained', 'decided', 'obligated', 'paid'] as const
export type Step = (typeof STEPS)[number]

/** null: an empty cell (not asked, not yet). 0: refused. */
export type Amounts = Record<Step, Cents | null>

export interface ProgrammingRow extends PartLine {
  byFunder: Record<string, Amounts>
  total: Amounts
  acts: string
  obligations: string
  /** Between 0 and more; undefined when the action costs nothing. */
  publicShare: number | undefined
  /** « Lens », or « Plusieurs communes »: every row is in one group, so that sub-totals add up. */
  communeGroup: string
}

export interface ProgrammingGroup {
  key: string
  label: string
  pillar: Pillar | undefined
  rows: ProgrammingRow[]
  byFunder: Record<string, Amounts>
  total: Amounts
  cost: Cents
}

export interface Programming {
  rows: ProgrammingRow[]
  groups: ProgrammingGroup[]
  byFunder: Record<string, Amounts>
  total: Amounts
  cost: Cents
}

export const SEVERAL_COMMUNES = 'Plusieurs communes'
export const NO_COMMUNE = 'Commune à préciser'
export const NO_ORIENTATION = 'Orientation à préciser'

export type Grouping = 'commune' | 'orientation'

/** The programming of a year: rows (those kept), then sub-totals by commune or orientation that are sums of their rows, then the total of the rows. */
export function buildProgramming(
  parts: readonly PartLine[],
  lines: readonly FunderLine[],
  by: { funders: readonly Funder[]; grouping: Grouping; keep?: (row: ProgrammingRow) => boolean },
): Programming {
  const linesOfPart = Map.groupBy(lines, ({ partId }) => partId)
  const all = parts.map((part) => rowOf(part, linesOfPart.get(part.partId) ?? [], by.funders))
  const rows = by.keep ? all.filter(by.keep) : all
  const groups = [...Map.groupBy(rows, (row) => keyOf(row, by.grouping))].map(([key, members]) => groupOf(key, members, by))
  groups.sort((a, b) => orderOf(a.key) - orderOf(b.key) || a.key.localeCompare(b.key, 'fr'))
  return { rows, groups, ...sumRows(rows, by.funders) }
}

function rowOf(part: PartLine, lines: readonly FunderLine[], funders: readonly Funder[]): ProgrammingRow {
  const byFunder = Object.fromEntries(funders.map(({ id }) => [id, amountsOf(lines.find(({ funderId }) => funderId === id))]))
  const total = sumAmounts(Object.values(byFunder))
  const written = (field: 'acts' | 'obligations') => lines.flatMap((line) => line[field] ?? []).join(', ')
  return {
    ...part,
    byFunder,
    total,
    acts: written('acts'),
    obligations: written('obligations'),
    publicShare: part.cost > 0 ? (part.otherPublic + publicMoney(total)) / part.cost : undefined,
    communeGroup: communeGroup(part),
  }
}

/** The firmest amount known: decided, else retained, else asked. */
function publicMoney(total: Amounts): number {
  return total.decided ?? total.retained ?? total.asked ?? 0
}

function amountsOf(line: FunderLine | undefined): Amounts {
  const asked = line?.asked === 0 ? null : (line?.asked ?? null)
  return { ...EMPTY, ...(line ?? {}), asked }
}

const EMPTY: Amounts = { awardedBefore: null, asked: null, proposed: null, retained: null, decided: null, obligated: null, paid: null }

function communeGroup({ communes }: PartLine): string {
  if (communes.length > 1) return SEVERAL_COMMUNES
  return communes[0]?.name ?? NO_COMMUNE
}

function keyOf(row: ProgrammingRow, grouping: Grouping): string {
  if (grouping === 'commune') return row.communeGroup
  return row.orientationCode ? `${row.orientationCode} ${row.orientationLabel ?? ''}` : NO_ORIENTATION
}

const LAST = [SEVERAL_COMMUNES, NO_COMMUNE, NO_ORIENTATION]

function orderOf(key: string): number {
  return LAST.indexOf(key) + 1
}

function groupOf(key: string, rows: ProgrammingRow[], by: { funders: readonly Funder[]; grouping: Grouping }): ProgrammingGroup {
  const pillar = by.grouping === 'orientation' ? (rows[0]?.pillar ?? undefined) : undefined
  return { key, label: key, pillar, rows, ...sumRows(rows, by.funders) }
}

function sumRows(rows: readonly ProgrammingRow[], funders: readonly Funder[]): Pick<Programming, 'byFunder' | 'total' | 'cost'> {
  const byFunder = Object.fromEntries(funders.map(({ id }) => [id, sumAmounts(rows.flatMap((row) => row.byFunder[id] ?? []))]))
  return { byFunder, total: sumAmounts(rows.map(({ total }) => total)), cost: cents(rows.reduce((sum, { cost }) => sum + cost, 0)) }
}

/** The steps a folded column may total, the firmest first. */
const FOLDED_STEPS = ['decided', 'retained', 'proposed', 'asked'] as const
export type FoldedStep = (typeof FOLDED_STEPS)[number]

/** The one step that all the folded sums of a table show: the firmest that any of its rows has reached. Two steps are never added. */
export function foldedStep(total: Amounts): FoldedStep {
  return FOLDED_STEPS.find((step) => total[step] !== null) ?? 'asked'
}

/** Sums step by step; different steps are never added. A step that nobody has stays empty. */
export function sumAmounts(list: readonly Amounts[]): Amounts {
  const sum = { ...EMPTY }
  for (const amounts of list) {
    for (const step of STEPS) {
      const value = amounts[step]
      if (value !== null) sum[step] = cents((sum[step] ?? 0) + value)
    }
  }
  return sum
}
