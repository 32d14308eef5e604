import { AXIS_WORDS, type Axis } from './analysis-axes.ts'
import type { Cell, Cube, Line } from './analysis-cube.ts'
import { MEASURE_WORDS, type Measure } from './analysis-query.ts'
import type { Figures } from './analysis-tally.ts'

/** What a value of an axis is called, and where it stands in its list. */
export interface AxisLabel {
  label: string
  /** Shorter, for a chart. */
  short?: string
  order: number
  /** Of an orientation. */
  pillar?: string | null
}

export type AxisLabels = Readonly<Record<Axis, ReadonlyMap<string, AxisLabel>>>

export interface ViewRow {
  /** Of a line of the first axis: its name; of a cell: that of the second axis. */
  label: string
  group: string
  kind: 'cell' | 'sum'
  figures: Figures
}

export interface AnalysisView {
  rows: ViewRow[]
  total: Figures
  /** Rows of the first axis, the largest first, in series of the second: the largest, and the others together. */
  chart: { rows: { label: string; values: number[] }[]; series: string[]; hidden: number } | undefined
  finding: string
}

/** More than these cannot be told apart: the rest is « Autres », and the table below has them all. */
const MOST_SERIES = 5
const MOST_ROWS = 15
const OTHERS = 'Autres'

/** The figures with the names of what they are about, in the order of the lists; « none » last. */
export function viewOf(cube: Cube, by: { rows: Axis; columns: Axis; measure: Measure; labels: AxisLabels }): AnalysisView {
  const nameOfRow = namer(by.rows, by.labels)
  const nameOfColumn = namer(by.columns, by.labels)
  const lines = [...cube.byA].sort((x, y) => nameOfRow(x.key).order - nameOfRow(y.key).order)
  const cells = Map.groupBy(cube.cells, ({ a }) => a)
  const rows = lines.flatMap((line) => {
    const group = nameOfRow(line.key).label
    const own = (cells.get(line.key) ?? []).toSorted((x, y) => nameOfColumn(x.b).order - nameOfColumn(y.b).order)
    const shown = own.map((cell): ViewRow => ({ label: nameOfColumn(cell.b).label, group, kind: 'cell', figures: cell }))
    return [...shown, { label: `Ensemble ${group}`, group, kind: 'sum', figures: line } satisfies ViewRow]
  })
  return { rows, total: cube.total, chart: chartOf(cube, by), finding: findingOf(cube, by) }
}

function namer(axis: Axis, labels: AxisLabels): (key: string | null) => AxisLabel {
  const last = { label: AXIS_WORDS[axis].none, order: Number.MAX_SAFE_INTEGER }
  // A value that is no longer in its list (an orientation ended, a funder gone) keeps its code.
  return (key) => (key === null ? last : (labels[axis].get(key) ?? { label: key, order: Number.MAX_SAFE_INTEGER - 1 }))
}

function chartOf(cube: Cube, by: { rows: Axis; columns: Axis; measure: Measure; labels: AxisLabels }): AnalysisView['chart'] {
  const { measure } = by
  if (cube.total[measure] <= 0) return undefined
  const nameOfRow = namer(by.rows, by.labels)
  const nameOfColumn = namer(by.columns, by.labels)
  // Years follow each other, and the values of the marker are never ranked.
  const inOrder = by.rows === 'year' || by.rows === 'marker'
  const some = cube.byA.filter((line) => line[measure] > 0)
  const lines = some.toSorted((x, y) => (inOrder ? nameOfRow(x.key).order - nameOfRow(y.key).order : y[measure] - x[measure]))
  const series = largest(
    cube.byB.filter((line) => line[measure] > 0),
    measure,
  )
  const rest = cube.byB.filter((line) => line[measure] > 0).length > series.length
  const cellOf = new Map(cube.cells.map((cell) => [`${cell.a}\n${cell.b}`, cell]))
  return {
    rows: lines.slice(0, MOST_ROWS).map((line) => {
      const name = nameOfRow(line.key)
      const values = series.map(({ key }) => amountOf(cellOf.get(`${line.key}\n${key}`), measure))
      const others = line[measure] - values.reduce((sum, one) => sum + one, 0)
      return { label: name.short ?? name.label, values: rest ? [...values, others] : values }
    }),
    series: [...series.map(({ key }) => nameOfColumn(key).short ?? nameOfColumn(key).label), ...(rest ? [OTHERS] : [])],
    hidden: Math.max(0, lines.length - MOST_ROWS),
  }
}

function largest(lines: readonly Line[], measure: Measure): Line[] {
  return lines.toSorted((x, y) => y[measure] - x[measure]).slice(0, lines.length === MOST_SERIES + 1 ? MOST_SERIES + 1 : MOST_SERIES)
}

const amountOf = (cell: Cell | undefined, measure: Measure): number => cell?.[measure] ?? 0

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 })

/** What the figures say first: the largest share, with its amount and the whole. */
function findingOf(cube: Cube, { rows, measure, labels }: { rows: Axis; measure: Measure; labels: AxisLabels }): string {
  const [first] = cube.byA.toSorted((x, y) => y[measure] - x[measure])
  const whole = cube.total[measure]
  if (!first || whole <= 0) return `Rien n’est encore ${MEASURE_WORDS[measure].word.toLowerCase()}`
  const { label } = namer(rows, labels)(first.key)
  const share = `${percent.format(first[measure] / whole)} des ${euros.format(whole / 100)} ${MEASURE_WORDS[measure].of}`
  return cube.byA.length === 1
    ? `${label}\u00A0: tout ce qui est ${MEASURE_WORDS[measure].word.toLowerCase()}, ${euros.format(whole / 100)}`
    : `${label} en tête\u00A0: ${share}`
}
