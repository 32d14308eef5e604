/** Longitude and latitude, in degrees, WGS 84. */
export type Position = readonly [number, number]
/** A closed line; the first of a polygon is its edge, the others its holes. */
export type Ring = readonly Position[]
export type Polygons = readonly (readonly Ring[])[]

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

/** How a place of the earth falls on a drawing. */
export interface MapView {
  width: number
  height: number
  /** Ground metres that one unit of the drawing is worth. */
  metresPerUnit: number
  project(at: Position): readonly [number, number]
}

/** Length of a degree of latitude, in metres; one of longitude is shorter by the cosine of the latitude. */
const METRES_PER_DEGREE = 111_195

export function boundsOf(positions: readonly Position[]): Bounds | undefined {
  if (positions.length === 0) return undefined
  const [longitudes, latitudes] = [positions.map(([longitude]) => longitude), positions.map(([, latitude]) => latitude)]
  return { west: Math.min(...longitudes), south: Math.min(...latitudes), east: Math.max(...longitudes), north: Math.max(...latitudes) }
}

/**
 * Fits a piece of country into a drawing of this width: metres along both axes, true to a thousandth over some tens of kilometres.
 * `margin` is the share of the width left on each side, half of it above and below; the height follows the place, between 0.45 and 0.85
 * of the width.
 */
export function viewOf(bounds: Bounds, width: number, margin = 0.08): MapView {
  const middle = { longitude: (bounds.west + bounds.east) / 2, latitude: (bounds.south + bounds.north) / 2 }
  const metresPerLongitude = METRES_PER_DEGREE * Math.cos((middle.latitude * Math.PI) / 180)
  const across = Math.max((bounds.east - bounds.west) * metresPerLongitude, LEAST_METRES)
  const up = Math.max((bounds.north - bounds.south) * METRES_PER_DEGREE, LEAST_METRES)
  const inner = width * (1 - 2 * margin)
  const height = Math.round(Math.min(Math.max((up / across) * inner + margin * width, 0.45 * width), 0.85 * width))
  const metresPerUnit = Math.max(across / inner, up / (height - margin * width))
  return {
    width,
    height,
    metresPerUnit,
    project: ([longitude, latitude]) => [
      tenth(width / 2 + ((longitude - middle.longitude) * metresPerLongitude) / metresPerUnit),
      tenth(height / 2 - ((latitude - middle.latitude) * METRES_PER_DEGREE) / metresPerUnit),
    ],
  }
}

/** A single point still makes a map. */
const LEAST_METRES = 50

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** The SVG path of an area; holes stay empty under the even-odd rule. */
export function pathOf(polygons: Polygons, view: MapView): string {
  const line = (ring: Ring): string =>
    `M${ring
      .slice(0, -1)
      .map((at) => view.project(at).join(' '))
      .join('L')}Z`
  return polygons.flatMap((rings) => rings.map(line)).join('')
}

/** Where to put the number of an area: the centre of gravity of its largest polygon. */
export function centreOf(polygons: Polygons): Position | undefined {
  const edges = polygons.flatMap((rings) => (rings[0] ? [{ ring: rings[0], ...gravityOf(rings[0]) }] : []))
  const [largest] = edges.sort((a, b) => Math.abs(b.area) - Math.abs(a.area))
  return largest?.centre
}

function gravityOf(ring: Ring): { area: number; centre: Position | undefined } {
  const origin = ring[0]
  if (!origin) return { area: 0, centre: undefined }
  let [area, longitude, latitude] = [0, 0, 0]
  ring.slice(1).forEach(([x, y], index) => {
    const [px, py] = ring[index] ?? origin
    const cross = (px - origin[0]) * (y - origin[1]) - (x - origin[0]) * (py - origin[1])
    area += cross
    longitude += (px + x - 2 * origin[0]) * cross
    latitude += (py + y - 2 * origin[1]) * cross
  })
  return { area, centre: area === 0 ? origin : [origin[0] + longitude / (3 * area), origin[1] + latitude / (3 * area)] }
}

const ROUND_METRES = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const

/** The longest round distance that fits in a quarter of the drawing: its words and its length in units. */
export function scaleOf(view: MapView): { label: string; units: number } {
  const most = (view.width * view.metresPerUnit) / 4
  const metres = [...ROUND_METRES].reverse().find((one) => one <= most) ?? ROUND_METRES[0]
  const label = metres < 1000 ? `${metres}\u00A0m` : `${metres / 1000}\u00A0km`
  return { label, units: tenth(metres / view.metresPerUnit) }
}
