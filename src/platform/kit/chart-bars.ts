import type { plot } from '@observablehq/plot'
import { fillOf, lookOfRank } from './chart-looks.ts'
import type { ChartWidth } from './chart-plot.ts'

type Plotting = typeof import('@observablehq/plot')
type PlotOptions = NonNullable<Parameters<typeof plot>[0]>

export interface BarsShape {
  rows: readonly { label: string; values: readonly number[] }[]
  /** One word a value of a row. With one series, there is no legend. */
  series: readonly string[]
  grouped?: boolean
  format: (value: number) => string
  /** A mark to reach, drawn across the rows. */
  target?: { value: number; label: string }
}

interface Bar {
  row: string
  series: string
  from: number
  to: number
}

const LABEL_ABOVE = 20
const BAR = 22
/** Three lines of a label at the left fit in a bar and its gap. */
const GAP = 22
const LEFT = 232

/** Plot's own description of the bars: labels at the left when wide, above their bars when narrow. */
export function barsOptions(plotting: Plotting, width: ChartWidth, shape: BarsShape): PlotOptions {
  const above = width === 'narrow'
  const bars = barsOf(shape)
  const lanes = shape.grouped ? shape.series.length : 1
  const marginTop = shape.target ? 24 : 4
  return {
    height: shape.rows.length * rowHeight(lanes, above) + marginTop + 4,
    marginLeft: above ? 2 : LEFT,
    marginRight: 96,
    marginTop,
    marginBottom: 4,
    x: { domain: [0, largestOf(bars, shape)], axis: null },
    y: { domain: shape.rows.map(({ label }) => label), axis: null, padding: 0 },
    color: { domain: [...shape.series], range: shape.series.map((_, rank) => fillOf(lookOfRank(rank))) },
    marks: [
      ...shape.series.map((series, lane) =>
        lane_(plotting, { bars: bars.filter((bar) => bar.series === series), lane, lanes, above, shape }),
      ),
      labels(plotting, shape, above),
      ...values(plotting, { bars, shape, lanes, above }),
      plotting.ruleX([0], { stroke: 'currentColor' }),
      ...target(plotting, shape),
    ],
  }
}

function rowHeight(lanes: number, above: boolean): number {
  return lanes * BAR + GAP + (above ? LABEL_ABOVE : 0)
}

function barsOf({ rows, series, grouped }: BarsShape): Bar[] {
  return rows.flatMap(({ label, values }) => {
    let from = 0
    return series.map((word, rank) => {
      const value = values[rank] ?? 0
      const bar = { row: label, series: word, from: grouped ? 0 : from, to: (grouped ? 0 : from) + value }
      from += value
      return bar
    })
  })
}

function largestOf(bars: readonly Bar[], { target }: BarsShape): number {
  return Math.max(...bars.map(({ to }) => to), target?.value ?? 0, 0) || 1
}

interface Lane {
  bars: readonly Bar[]
  lane: number
  lanes: number
  above: boolean
  shape: BarsShape
}

function lane_(plotting: Plotting, { bars, lane, lanes, above, shape }: Lane): ReturnType<Plotting['barX']> {
  const shift = shape.grouped ? lane : 0
  return plotting.barX(bars, {
    x1: 'from',
    x2: 'to',
    y: 'row',
    fill: 'series',
    stroke: 'var(--text)',
    strokeWidth: 0.75,
    insetTop: GAP / 2 + (above ? LABEL_ABOVE : 0) + shift * BAR,
    insetBottom: GAP / 2 + (lanes - 1 - shift) * BAR,
  })
}

/** At the left on two lines; above the bars on one, cut where the drawing ends: the table holds it whole. */
function labels(plotting: Plotting, { rows, grouped, series }: BarsShape, above: boolean): ReturnType<Plotting['text']> {
  const common = { y: 'label', text: 'label', frameAnchor: 'left' as const }
  if (!above) return plotting.text([...rows], { ...common, textAnchor: 'end', dx: -8, lineWidth: 15 })
  const dy = LABEL_ABOVE - rowHeight(grouped ? series.length : 1, above) / 2 - 2
  return plotting.text([...rows], { ...common, textAnchor: 'start', dy, dx: 2, lineWidth: 22, textOverflow: 'ellipsis' })
}

/** The number at the end of each bar, or of the whole row when its bars are stacked. */
function values(
  plotting: Plotting,
  { bars, shape, lanes, above }: { bars: readonly Bar[]; shape: BarsShape; lanes: number; above: boolean },
): ReturnType<Plotting['text']>[] {
  const middle = above ? LABEL_ABOVE / 2 : 0
  const at = (lane: number) => ({ y: 'row', x: 'to', textAnchor: 'start' as const, dx: 6, dy: middle + (lane - (lanes - 1) / 2) * BAR })
  const written = (bar: Bar) => shape.format(bar.to - bar.from)
  if (shape.grouped) {
    return shape.series.map((series, lane) =>
      plotting.text(
        bars.filter((bar) => bar.series === series),
        { ...at(lane), text: written },
      ),
    )
  }
  const last = bars.filter((bar) => bar.series === shape.series.at(-1))
  return [plotting.text(last, { ...at(0), text: (bar: Bar) => shape.format(bar.to) })]
}

function target(plotting: Plotting, { target: mark, format }: BarsShape): ReturnType<Plotting['text']>[] {
  if (!mark) return []
  return [
    plotting.ruleX([mark.value], { className: 'target', strokeWidth: 2.5, strokeDasharray: '5 3' }),
    plotting.text([mark.value], {
      x: (value: number) => value,
      frameAnchor: 'top',
      dy: -14,
      text: [`${mark.label} ${format(mark.value)}`],
    }),
  ]
}
