import type { Child } from 'hono/jsx'
import { Figure } from './Chart.tsx'
import type { Html } from './html.ts'
import { boundsOf, centreOf, type MapView, type Polygons, type Position, pathOf, scaleOf, viewOf } from './map-view.ts'

/** `main`: what the map is about; `near`: drawn around it; `watch`: followed, in its own pattern. */
export type AreaLook = 'main' | 'near' | 'watch'

export interface MapArea {
  name: string
  polygons: Polygons
  look: AreaLook
  href?: string
  /** Said under the name in the list. */
  detail?: Child
}

export interface AreaMapProps {
  /** Unique in the page: patterns and descriptions are named after it. */
  id: string
  /** The finding, or what is shown. */
  title: string
  source: string
  areas: readonly MapArea[]
  /** Names written on the map, at about their place. */
  places?: readonly { name: string; at: Position }[]
  /** What each look means; only those that are drawn are listed. */
  words: Readonly<Partial<Record<AreaLook, string>>>
  /** Draws little houses in the main areas: for a place that we invented. */
  invented?: boolean
  /** Frames the main areas only, the others being cut at the edge. */
  close?: boolean
}

const WIDTH = 760
/** Enough of the surroundings to find one’s way. */
const CLOSE_MARGIN = 0.34
/** Radius of a number. */
const SPOT = 11
const OUTSIDE: Position = [180, 90]

/** A map drawn on the server in SVG, without any tile: numbered areas, a scale, the north, and the same areas in a list. */
export function AreaMap(props: AreaMapProps): Html {
  const { id, title, source, areas, places = [], words, close = false } = props
  const framed = close ? areas.filter(({ look }) => look === 'main') : areas
  const bounds = boundsOf(framed.flatMap(({ polygons }) => polygons.flat(2)))
  if (!bounds) throw new RangeError('a map has at least one area: say in words that no perimeter is known')
  const view = viewOf(bounds, WIDTH, close ? CLOSE_MARGIN : 0.08)
  const shown = areas.filter(({ look, polygons }) => look === 'main' || inside(view, view.project(centreOf(polygons) ?? OUTSIDE), SPOT))
  const spots = shown.map((area) => spotOf(area, view))
  return (
    <Figure title={title} source={source} kind="map" table={<Areas areas={shown} />}>
      <svg viewBox={`0 0 ${view.width} ${view.height}`} role="img" aria-labelledby={`${id}-titre ${id}-texte`}>
        <title id={`${id}-titre`}>{title}</title>
        <desc id={`${id}-texte`}>{descriptionOf(shown, words)}</desc>
        <Patterns id={id} />
        <rect class="land" width={view.width} height={view.height} />
        {props.invented ? shown.map((area) => <path class="houses" fill={`url(#${id}-maisons)`} d={pathOf(area.polygons, view)} />) : null}
        {shown.map((area) => (
          <Area id={id} area={area} view={view} />
        ))}
        {places.map((place) => (
          <PlaceName {...place} view={view} spots={spots} />
        ))}
        {spots.map((at, rank) => (
          <Spot at={at} rank={rank + 1} />
        ))}
        <Scale view={view} />
      </svg>
      <Keys id={id} areas={shown} words={words} />
    </Figure>
  )
}

function descriptionOf(areas: readonly MapArea[], words: AreaMapProps['words']): string {
  const said = areas.map(({ name, look }, rank) => `${rank + 1}, ${name}${words[look] ? ` (${words[look]})` : ''}`)
  return `Plan, le nord en haut. ${said.join('\u202F; ')}. La liste sous le plan reprend ces noms.`
}

/** A pattern each look, so that two looks differ without their colour. */
function Patterns({ id }: { id: string }): Html {
  return (
    <defs>
      <pattern id={`${id}-watch`} width="10" height="10" patternUnits="userSpaceOnUse">
        <path class="hatch" d="M-2 2l4-4M0 10l10-10M8 12l4-4" />
      </pattern>
      <pattern id={`${id}-near`} width="9" height="9" patternUnits="userSpaceOnUse">
        <circle class="dot" cx="4.5" cy="4.5" r="1.1" />
      </pattern>
      <pattern id={`${id}-maisons`} width="30" height="24" patternUnits="userSpaceOnUse" patternTransform="rotate(-8)">
        <path class="house" d="M3 3h10v7H3zM16 3h10v7H16zM3 14h10v7H3zM16 14h10v7H16z" />
      </pattern>
    </defs>
  )
}

function Area({ id, area, view }: { id: string; area: MapArea; view: MapView }): Html {
  const d = pathOf(area.polygons, view)
  return (
    <>
      {area.look === 'main' ? null : <path fill={`url(#${id}-${area.look})`} d={d} />}
      <path class={`area ${area.look}`} fill-rule="evenodd" d={d} />
    </>
  )
}

function inside(view: MapView, [x, y]: readonly [number, number], edge = 0): boolean {
  return x >= edge && y >= edge && x <= view.width - edge && y <= view.height - edge
}

type Point = readonly [number, number]

/** A name keeps clear of the numbers: over the one that it would cover. */
function PlaceName({ name, at, view, spots }: { name: string; at: Position; view: MapView; spots: readonly Point[] }): Html | null {
  const [x, y] = view.project(at)
  if (!inside(view, [x, y], 24)) return null
  const half = name.length * 4
  const covered = spots.find(([spotX, spotY]) => Math.abs(spotX - x) < half + SPOT && Math.abs(spotY - y) < SPOT + 9)
  return (
    <text class="place t-m" x={x} y={covered ? covered[1] - SPOT - 14 : y}>
      {name}
    </text>
  )
}

function spotOf({ polygons }: MapArea, view: MapView): Point {
  return view.project(centreOf(polygons) ?? OUTSIDE)
}

function Spot({ at: [x, y], rank }: { at: Point; rank: number }): Html {
  return (
    <>
      <circle class="spot" cx={x} cy={y} r={SPOT} />
      <text class="spot-n" x={x} y={y}>
        {rank}
      </text>
    </>
  )
}

function Scale({ view }: { view: MapView }): Html {
  const { label, units } = scaleOf(view)
  const [right, bottom] = [view.width - 20, view.height - 18]
  return (
    <g class="scale">
      <path d={`M${right - units} ${bottom - 6}v6h${units}v-6`} />
      <text class="t-m" x={right - units / 2} y={bottom - 10}>
        {label}
      </text>
      <path d="M26 44v-26m-7 8l7-8 7 8" />
      <text class="t-m" x="26" y="60">
        N
      </text>
    </g>
  )
}

function Keys({ id, areas, words }: Pick<AreaMapProps, 'id' | 'areas' | 'words'>): Html {
  const looks = (['main', 'near', 'watch'] as const).filter((look) => words[look] && areas.some((area) => area.look === look))
  return (
    <ul class="keys">
      {looks.map((look) => (
        <li>
          <svg class="swatch" viewBox="0 0 26 14" aria-hidden="true">
            {look === 'main' ? null : <rect x="1" y="1" width="24" height="12" fill={`url(#${id}-${look})`} />}
            <rect class={`area ${look}`} x="2" y="2" width="22" height="10" />
          </svg>
          {words[look]}
        </li>
      ))}
    </ul>
  )
}

function Areas({ areas }: { areas: readonly MapArea[] }): Html {
  return (
    <ol class="places">
      {areas.map(({ name, href, detail }) => (
        <li>
          {href ? <a href={href}>{name}</a> : <strong>{name}</strong>}
          {detail ? <span class="hint">{detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}
