import { expect, test } from 'vitest'
import { AreaMap, type AreaMapProps } from './AreaMap.tsx'
import { boundsOf, centreOf, type Polygons, pathOf, scaleOf, viewOf } from './map-view.ts'

/** A square of a hundredth of a degree, with a hole in its middle. */
const SQUARE: Polygons = [
  [
    [
      [2.8, 50.4],
      [2.81, 50.4],
      [2.81, 50.41],
      [2.8, 50.41],
      [2.8, 50.4],
    ],
    [
      [2.804, 50.404],
      [2.806, 50.404],
      [2.806, 50.406],
      [2.804, 50.406],
      [2.804, 50.404],
    ],
  ],
]

test('a map is true in metres along both axes, north upwards', () => {
  const bounds = boundsOf(SQUARE.flat(2))
  expect(bounds).toEqual({ west: 2.8, south: 50.4, east: 2.81, north: 50.41 })
  const view = viewOf(bounds ?? { west: 0, south: 0, east: 0, north: 0 }, 760)
  const [west, south] = view.project([2.8, 50.4])
  const [east, north] = view.project([2.81, 50.41])
  expect(south).toBeGreaterThan(north)
  expect((south - north) * view.metresPerUnit).toBeCloseTo(1112, -1)
  expect((east - west) * view.metresPerUnit).toBeCloseTo(1112 * Math.cos((50.405 * Math.PI) / 180), -1)
  for (const at of [west, south, east, north]) expect(at).toBeGreaterThan(0)
  expect(Math.max(south, north)).toBeLessThan(view.height)
})

test('an area is closed paths, its holes included, and its number stands at its centre', () => {
  const view = viewOf({ west: 2.8, south: 50.4, east: 2.81, north: 50.41 }, 760)
  expect(pathOf(SQUARE, view).match(/M[^Z]+Z/g)).toHaveLength(2)
  const [longitude, latitude] = centreOf(SQUARE) ?? [0, 0]
  expect(longitude).toBeCloseTo(2.805, 6)
  expect(latitude).toBeCloseTo(50.405, 6)
  expect(centreOf([])).toBeUndefined()
  expect(boundsOf([])).toBeUndefined()
})

test.each([
  { metres: 400, label: '100\u00A0m' },
  { metres: 760, label: '100\u00A0m' },
  { metres: 800, label: '200\u00A0m' },
  { metres: 9000, label: '2\u00A0km' },
  { metres: 40, label: '50\u00A0m' },
])('a drawing of $metres metres has a scale of $label', ({ metres, label }) => {
  const scale = scaleOf({ width: 760, height: 400, metresPerUnit: metres / 760, project: () => [0, 0] })
  expect(scale.label).toBe(label)
})

const map = (wish: Partial<AreaMapProps> = {}): string =>
  String(
    <AreaMap
      id="plan"
      title="Un quartier de Lens"
      source="Dessiné pour le test."
      words={{ main: 'Quartier prioritaire', watch: 'Quartier de veille active' }}
      areas={[
        { name: 'Cité <des> Galibots', polygons: SQUARE, look: 'main', href: '/quartiers/QN06298Z', detail: 'Lens' },
        { name: 'Cité du Terril-Vert', polygons: SQUARE, look: 'watch' },
      ]}
      {...wish}
    />,
  )

test('a map is read aloud by its title and description, and its areas are in a list with their links', () => {
  const html = map()
  expect(html).toContain('role="img" aria-labelledby="plan-titre plan-texte"')
  expect(html).toContain('<title id="plan-titre">Un quartier de Lens</title>')
  expect(html).toContain('1, Cité &lt;des&gt; Galibots (Quartier prioritaire)')
  expect(html).toContain('<a href="/quartiers/QN06298Z">Cité &lt;des&gt; Galibots</a>')
  expect(html).toContain('<ol class="places">')
  expect(html).toContain('Dessiné pour le test.')
  expect(html).not.toMatch(/\sstyle=/)
})

test('what differs by colour differs by pattern, and only the looks that are drawn are explained', () => {
  const html = map()
  expect(html).toContain('fill="url(#plan-watch)"')
  expect(html.match(/class="swatch"/g)).toHaveLength(2)
  const one = map({ areas: [{ name: 'Seul', polygons: SQUARE, look: 'main' }] })
  expect(one.match(/class="swatch"/g)).toHaveLength(1)
})

test('a map without any area is a fault of its page', () => {
  expect(() => map({ areas: [] })).toThrow(RangeError)
})

test('places outside the frame are not written', () => {
  const places = [
    { name: 'Lens', at: [2.805, 50.405] as const },
    { name: 'Paris', at: [2.35, 48.85] as const },
  ]
  expect(map({ places })).toContain('Lens')
  expect(map({ places })).not.toContain('Paris')
})
