import type { plot } from '@observablehq/plot'
import type { ChartWidth } from './chart-plot.ts'

type Plotting = typeof import('@observablehq/plot')
type PlotOptions = NonNullable<Parameters<typeof plot>[0]>

export interface LinesShape {
  years: readonly number[]
  series: readonly { label: string; values: readonly (number | null)[] }[]
  format: (value: number) => string
  /** Lines may begin elsewhere than at 0 when the scale says so; by default they begin at 0. */
  domain?: readonly [number, number]
}

interface Point {
  year: string
  series: string
  value: number | null
}

const DASHES = ['none', '7 4', '2 4', '10 3 2 3'] as const
const INKS = ['var(--accent)', 'var(--text)', 'var(--employment)', 'var(--cohesion)'] as const

/** Years side by side whatever their distance: only the years measured are drawn. */
export function linesOptions(plotting: Plotting, width: ChartWidth, shape: LinesShape): PlotOptions {
  const lines = shape.series.map(({ label, values }) =>
    shape.years.map((year, rank): Point => ({ year: String(year), series: label, value: values[rank] ?? null })),
  )
  const most = Math.max(...lines.flat().map(({ value }) => value ?? 0), 0) || 1
  return {
    height: width === 'narrow' ? 240 : 300,
    marginLeft: 56,
    marginRight: width === 'narrow' ? 92 : 180,
    marginTop: 16,
    marginBottom: 32,
    x: { type: 'point', domain: shape.years.map(String), label: null, tickSize: 0 },
    y: { domain: [...(shape.domain ?? [0, most])], tickFormat: shape.format, ticks: 5, label: null, grid: true, tickSize: 0 },
    marks: lines.flatMap((points, rank) => lineOf(plotting, points, { rank, narrow: width === 'narrow' })),
  }
}

function lineOf(
  plotting: Plotting,
  points: readonly Point[],
  { rank, narrow }: { rank: number; narrow: boolean },
): (ReturnType<Plotting['lineY']> | ReturnType<Plotting['text']>)[] {
  const stroke = INKS[rank % INKS.length] ?? INKS[0]
  const last = points.findLast(({ value }) => value !== null)
  const dashes = DASHES[rank % DASHES.length] ?? 'none'
  return [
    plotting.lineY([...points], { x: 'year', y: 'value', stroke, strokeWidth: 2.5, strokeDasharray: dashes }),
    plotting.dot([...points], { x: 'year', y: 'value', fill: stroke, r: 4 }),
    plotting.text(last ? [last] : [], {
      x: 'year',
      y: 'value',
      text: 'series',
      textAnchor: 'start',
      dx: 9,
      lineWidth: narrow ? 6 : 12,
      fontWeight: rank === 0 ? 700 : 400,
    }),
  ]
}
