import type { plot } from '@observablehq/plot'
import type { ChartWidth } from './chart-plot.ts'

type Plotting = typeof import('@observablehq/plot')
type PlotOptions = NonNullable<Parameters<typeof plot>[0]>

export interface DotsRow {
  label: string
  /** One value a series, null when it is not known; `low` and `high` are its margin of error. */
  points: readonly ({ value: number; low?: number; high?: number } | null)[]
  /** What parts the first two points: « 13 points ». */
  gap?: string
}

export interface DotsShape {
  rows: readonly DotsRow[]
  series: readonly string[]
  format: (value: number) => string
  /** Ends of the scale; those of the values by default. It may begin elsewhere than at 0: dots have no length. */
  domain?: readonly [number, number]
}

interface Dot {
  label: string
  rank: number
  value: number
  low: number
  high: number
}

const ROW = 72
const LEFT = 232

/** The thing looked at (brick), what it is compared with (ring), a third (grey), and the gap between the first two. */
export function dotsOptions(plotting: Plotting, width: ChartWidth, shape: DotsShape): PlotOptions {
  const above = width === 'narrow'
  const dots = dotsOf(shape)
  const bars = dots.filter(({ low, high }) => high > low)
  return {
    height: shape.rows.length * (ROW + (above ? 20 : 0)) + 40,
    marginLeft: above ? 28 : LEFT,
    marginRight: 36,
    marginTop: 4,
    marginBottom: 28,
    x: {
      domain: [...(shape.domain ?? endsOf(dots))],
      tickFormat: shape.format,
      ticks: above ? 4 : 6,
      label: null,
      grid: true,
      tickSize: 0,
    },
    y: { domain: shape.rows.map(({ label }) => label), axis: null },
    marks: [
      labels(plotting, shape, above),
      plotting.ruleY(gapsOf(dots), { y: 'label', x1: 'from', x2: 'to', className: 'gap', strokeDasharray: '2 3', strokeWidth: 1.5 }),
      plotting.ruleY(bars, { y: 'label', x1: 'low', x2: 'high', className: 'ci', strokeWidth: 12, strokeOpacity: 0.3 }),
      ...[2, 1, 0].map((rank) => circles(plotting, dots, rank)),
      ...numbers(plotting, dots, shape),
    ],
  }
}

function dotsOf({ rows }: DotsShape): Dot[] {
  return rows.flatMap(({ label, points }) =>
    points.flatMap((point, rank) =>
      point ? [{ label, rank, value: point.value, low: point.low ?? point.value, high: point.high ?? point.value }] : [],
    ),
  )
}

/** The lines between the first two points of each row. */
function gapsOf(dots: readonly Dot[]): { label: string; from: number; to: number }[] {
  return [...Map.groupBy(dots, ({ label }) => label)].flatMap(([label, own]) => {
    const [first, second] = [own.find(({ rank }) => rank === 0), own.find(({ rank }) => rank === 1)]
    return first && second ? [{ label, from: first.value, to: second.value }] : []
  })
}

function endsOf(dots: readonly Dot[]): [number, number] {
  if (dots.length === 0) return [0, 1]
  const [least, most] = [Math.min(...dots.map(({ low }) => low)), Math.max(...dots.map(({ high }) => high))]
  const margin = (most - least) * 0.08 || Math.abs(most) * 0.1 || 1
  return [least - margin, most + margin]
}

const CLASSES = ['point-1', 'point-2', 'point-3'] as const

function circles(plotting: Plotting, dots: readonly Dot[], rank: number): ReturnType<Plotting['dot']> {
  const own = dots.filter((dot) => dot.rank === rank)
  return plotting.dot(own, { y: 'label', x: 'value', r: [7, 6, 4][rank] ?? 4, className: CLASSES[rank] ?? 'point-3', strokeWidth: 2.5 })
}

/** The gap is said beside the name of its row: two near dots leave no place between them. */
function labels(plotting: Plotting, { rows }: DotsShape, above: boolean): ReturnType<Plotting['text']> {
  const words = ({ label, gap }: DotsRow, between: string) => (gap ? `${label}${between}écart : ${gap}` : label)
  const common = { y: 'label', frameAnchor: 'left' as const }
  if (above) {
    const said = rows.map((row) => ({ ...row, said: words(row, ', ') }))
    return plotting.text(said, { ...common, text: 'said', textAnchor: 'start', dy: -38, dx: -26, lineWidth: 22, textOverflow: 'ellipsis' })
  }
  return plotting.text([...rows], { ...common, text: (row: DotsRow) => words(row, '\n'), textAnchor: 'end', dx: -12, lineWidth: 15 })
}

/** Each number above its dot, the second below, so that two near dots do not cover each other's. */
function numbers(plotting: Plotting, dots: readonly Dot[], { format }: DotsShape): ReturnType<Plotting['text']>[] {
  return [0, 1, 2].map((rank) =>
    plotting.text(
      dots.filter((dot) => dot.rank === rank),
      { y: 'label', x: 'value', text: (dot: Dot) => format(dot.value), dy: rank === 1 ? 20 : -18, fontWeight: rank === 0 ? 700 : 400 },
    ),
  )
}
