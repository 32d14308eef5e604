import { expect, test } from 'vitest'
import { ChartBars } from './ChartBars.tsx'
import { ChartDots } from './ChartDots.tsx'
import { ChartLines } from './ChartLines.tsx'

const common = {
  title: 'L’État finance le plus',
  source: 'Données fictives, 2027.',
  table: <table />,
  format: (value: number) => `${value} €`,
}

const bars = {
  ...common,
  series: ['État', 'Région'],
  rows: [
    { label: 'Emploi <et> insertion', values: [30, 10] },
    { label: 'Cadre de vie', values: [5, 0] },
  ],
}

/** An asynchronous component is text once awaited. */
async function html(chart: { toString(): unknown }): Promise<string> {
  return String(await chart.toString())
}

test('a chart is two drawings without style nor script, named by its finding and described by its numbers', async () => {
  const page = await html(<ChartBars {...bars} />)
  expect(page.match(/<svg[^>]*role="img"/g)).toHaveLength(2)
  expect(page).toContain('<title>L’État finance le plus</title>')
  expect(page).toContain('<desc>Emploi &lt;et&gt; insertion : 30 €, 10 € ; Cadre de vie : 5 €, 0 €.</desc>')
  expect(page).not.toMatch(/<style|style=|<script|aria-label="[a-z]/)
})

test('series differ by pattern, and the legend says which', async () => {
  const page = await html(<ChartBars {...bars} />)
  expect(page).toContain('url(#c-1)')
  expect(page).toContain('url(#c-2)')
  expect(page).toMatch(/<li><svg.*url\(#c-2\).*<\/svg>Région<\/li>/s)
})

test('stacked bars end with the whole of their row, grouped bars each with its own number', async () => {
  expect(await html(<ChartBars {...bars} />)).toContain('>40 €</text>')
  const grouped = await html(<ChartBars {...bars} grouped />)
  expect(grouped).not.toContain('>40 €</text>')
  expect(grouped).toContain('>30 €</text>')
})

test('a target is drawn with its word and number', async () => {
  expect(await html(<ChartBars {...bars} target={{ value: 50, label: 'Cible' }} />)).toContain('>Cible 50 €</text>')
})

test('the gap of two dots is drawn and said; an unknown point is not drawn', async () => {
  const rows = [
    { label: '2022', points: [{ value: 42, low: 39, high: 45 }, { value: 54 }, null], gap: '12 points' },
    { label: '2017', points: [null, { value: 53 }, { value: 64 }] },
  ]
  const page = await html(<ChartDots {...common} series={['Quartier', 'Agglomération', 'France']} rows={rows} />)
  expect(page).toContain('<desc>2022 : Quartier 42 €, Agglomération 54 €, écart 12 points ; 2017 : Agglomération 53 €, France 64 €.</desc>')
  expect(page.match(/<g[^>]*class="gap"[^>]*><line/g)).toHaveLength(2)
  expect(page.match(/<circle[^>]* r="7"/g)).toHaveLength(2)
})

test('an empty chart is drawn without fault', async () => {
  const page = await html(<ChartBars {...common} series={['État']} rows={[]} />)
  expect(page).not.toContain('NaN')
  expect(await html(<ChartDots {...common} series={[]} rows={[]} />)).not.toContain('NaN')
  expect(await html(<ChartLines {...common} series={[]} years={[]} />)).not.toContain('NaN')
})

test('a year without a value breaks the line and is not said', async () => {
  const page = await html(<ChartLines {...common} years={[2025, 2026, 2027]} series={[{ label: 'Lens', values: [1, null, 3] }]} />)
  expect(page).toContain('<desc>Lens : 1 € en 2025, 3 € en 2027.</desc>')
  expect(page).not.toContain('NaN')
})
