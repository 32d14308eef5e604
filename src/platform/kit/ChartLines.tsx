import { raw } from 'hono/html'
import { Figure, type FigureProps } from './Chart.tsx'
import { type LinesShape, linesOptions } from './chart-lines.ts'
import { drawChart } from './chart-plot.ts'
import type { Html } from './html.ts'

export interface ChartLinesProps extends LinesShape, Omit<FigureProps, 'children' | 'kind'> {
  description?: string
}

/** Values over years, a line a series, each told apart by its dashes and its name at its end. A year without a value breaks the line. */
export async function ChartLines(props: ChartLinesProps): Promise<Html> {
  const { title, series, years, format } = props
  const said = series.map(({ label, values }) => {
    const known = years.flatMap((year, rank) => {
      const value = values[rank]
      return value === null || value === undefined ? [] : [`${format(value)} en ${year}`]
    })
    return `${label} : ${known.join(', ')}`
  })
  const description = props.description ?? `${said.join(' ; ')}.`
  const drawn = await drawChart({ title, description, options: (plotting, width) => linesOptions(plotting, width, props) })
  return (
    <Figure {...props}>
      <div class="drawn">
        {raw(drawn.wide)}
        {raw(drawn.narrow)}
      </div>
    </Figure>
  )
}
