import { AreaMap, type MapArea } from '#platform/kit/AreaMap.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { Position } from '#platform/kit/map-view.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { Perimeter, Qpv } from '#territory/store.ts'
import type { NeighbourhoodRow } from './neighbourhood-list.ts'
import { publicPaths } from './paths.ts'

type Place = { name: string; longitude: number; latitude: number }

const WORDS = { main: 'Quartier prioritaire', near: 'Autre quartier prioritaire', watch: 'Quartier de veille active' } as const
const UNKNOWN = 'Aucun plan n’est montré : les périmètres de ces quartiers ne sont pas encore dans Pilotis. Ils ne sont jamais devinés.'

function placesOf(places: readonly Place[]): { name: string; at: Position }[] {
  return places.map(({ name, longitude, latitude }) => ({ name, at: [longitude, latitude] }))
}

function sourceOf(perimeters: readonly Perimeter[]): string {
  return [...new Set(perimeters.map(({ source }) => source))].map((one) => `${one}.`).join(' ')
}

/** The neighbourhoods of a list on one map. */
export function NeighbourhoodsMap({
  rows,
  perimeters,
  places,
}: {
  rows: readonly NeighbourhoodRow[]
  perimeters: readonly Perimeter[]
  places: readonly Place[]
}): Html | null {
  if (rows.length === 0) return null
  const areas = rows.flatMap(({ qpv }) => areaOf(qpv, perimeters, qpv.kind === 'qpv' ? 'main' : 'watch'))
  if (areas.length === 0) {
    return (
      <Section title="Le plan" id="plan">
        <Notice state="info">{UNKNOWN}</Notice>
      </Section>
    )
  }
  const invented = perimeters.every(({ fictitious }) => fictitious)
  return (
    <Section title="Le plan" id="plan">
      <AreaMap
        id="plan-des-quartiers"
        title={areas.length === 1 ? 'Où se trouve ce quartier' : `Où se trouvent ces ${areas.length} quartiers`}
        source={sourceOf(perimeters)}
        words={WORDS}
        places={placesOf(places)}
        {...{ areas, invented }}
      />
    </Section>
  )
}

function areaOf(qpv: Qpv, perimeters: readonly Perimeter[], look: MapArea['look']): MapArea[] {
  const found = perimeters.find(({ code }) => code === qpv.code)
  const detail = qpv.communes.map(({ name }) => name).join(', ')
  return found ? [{ name: qpv.name, polygons: found.polygons, look, detail, href: publicPaths.qpv(qpv.code) }] : []
}

/** One neighbourhood among those around it. */
export function NeighbourhoodMap({
  qpv,
  peers,
  perimeters,
  places,
}: {
  qpv: Qpv
  peers: readonly Qpv[]
  perimeters: readonly Perimeter[]
  places: readonly Place[]
}): Html {
  const [own] = areaOf(qpv, perimeters, 'main')
  if (!own) {
    return (
      <Notice state="info">
        Le périmètre de ce quartier n’est pas encore dans Pilotis : aucun plan n’est montré, et aucun n’est deviné.
      </Notice>
    )
  }
  const around = peers.filter(({ id }) => id !== qpv.id).flatMap((one) => areaOf(one, perimeters, 'near'))
  const { href: _here, ...alone } = own
  const shown = [alone, ...near(own, around)]
  return (
    <AreaMap
      id="plan-du-quartier"
      title={
        qpv.communes.length > 1 ? `Le quartier, dans ${qpv.communes.length} communes` : `Le quartier, à ${qpv.communes[0]?.name ?? ''}`
      }
      source={sourceOf(perimeters.filter(({ code }) => code === qpv.code))}
      words={{ ...WORDS, main: 'Périmètre du quartier' }}
      places={placesOf(places)}
      areas={shown}
      invented={perimeters.every(({ fictitious }) => fictitious)}
      close
    />
  )
}

/** The two nearest: enough to find one's way. */
function near(own: MapArea, others: readonly MapArea[]): MapArea[] {
  const [x, y] = own.polygons[0]?.[0]?.[0] ?? [0, 0]
  const distance = ({ polygons }: MapArea): number => {
    const [longitude, latitude] = polygons[0]?.[0]?.[0] ?? [0, 0]
    return Math.hypot(longitude - x, latitude - y)
  }
  return [...others].sort((a, b) => distance(a) - distance(b)).slice(0, 2)
}
