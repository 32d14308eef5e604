import { raw } from 'hono/html'
import { Figure, type FigureProps } from './Chart.tsx'
import { ChartKeys } from './ChartKeys.tsx'
import { type BarsShape, barsOptions } from './chart-bars.ts'
import { lookOfRank } from './chart-looks.ts'
import { drawChart } from './chart-plot.ts'
import type { Html } from './html.ts'

export interface ChartBarsProps extends BarsShape, Omit<FigureProps, 'children' | 'kind'> {
  /** The same in words, for those who do not see the drawing; the finding and the first rows by default. */
  description?: string
}

/**
 * Horizontal bars, one a row: stacked (parts of a whole) or grouped (things compared). Rows keep the order given; about twenty at most,
 * the table holds the rest. Values are numbers of any unit, written by `format`. The title is the finding, with its source and its table.
 */
export async function ChartBars(props: ChartBarsProps): Promise<Html> {
  const { title, series, description = spokenRows(props) } = props
  const drawn = await drawChart({ title, description, options: (plotting, width) => barsOptions(plotting, width, props) })
  return (
    <Figure {...props}>
      {series.length > 1 ? <ChartKeys keys={series.map((label, rank) => ({ label, look: lookOfRank(rank) }))} /> : null}
      <div class="drawn">
        {raw(drawn.wide)}
        {raw(drawn.narrow)}
      </div>
    </Figure>
  )
}

const SPOKEN = 8

function spokenRows({ rows, format }: BarsShape): string {
  const said = rows.slice(0, SPOKEN).map(({ label, values }) => `${label} : ${values.map(format).join(', ')}`)
  return `${said.join(' ; ')}${rows.length > SPOKEN ? ' ; la suite est dans le tableau.' : '.'}`
}
