import type { EmploymentLine } from '#territory/employment-lines.ts'
import { plain } from '#territory/plain.ts'
import type { Qpv } from '#territory/store.ts'

/** A row of the list: a neighbourhood, its latest population and its latest employment rate with its gap. */
export interface NeighbourhoodRow {
  qpv: Qpv
  inhabitants: number | null
  employment: EmploymentLine | undefined
}

/** The orders of the list: in code, in the address, in words. */
export const SORTS = [
  { sort: 'commune', value: 'commune', label: 'Commune' },
  { sort: 'name', value: 'nom', label: 'Nom' },
  { sort: 'inhabitants', value: 'habitants', label: 'Habitants, du plus peuplé au moins peuplé' },
  { sort: 'gap', value: 'ecart', label: 'Écart d’emploi, le plus large d’abord' },
] as const
export type NeighbourhoodSort = (typeof SORTS)[number]['sort']

export interface NeighbourhoodQuery {
  text: string
  generation: string
  commune: string
  programme: string
  kind: string
  sort: NeighbourhoodSort
}

/** The query of an address; what it does not know it leaves out. */
export function neighbourhoodQuery(read: (name: string) => string | undefined): NeighbourhoodQuery {
  const found = SORTS.find(({ value }) => value === read('tri'))
  return {
    text: (read('texte') ?? '').trim().slice(0, 100),
    generation: read('generation') ?? '',
    commune: read('commune') ?? '',
    programme: read('programme') ?? '',
    kind: read('genre') ?? '',
    sort: found?.sort ?? 'commune',
  }
}

/** The rows that answer a query, in its order. A name is found under any of its other names too (TER-09). */
export function filterNeighbourhoods(rows: readonly NeighbourhoodRow[], query: NeighbourhoodQuery): NeighbourhoodRow[] {
  const sought = plain(query.text)
  const kept = rows.filter(
    ({ qpv }) =>
      namesOf(qpv).some((name) => plain(name).includes(sought)) &&
      (query.generation === '' || String(qpv.generation) === query.generation) &&
      (query.commune === '' || qpv.communes.some(({ code }) => code === query.commune)) &&
      (query.programme === '' || qpv.programmes.some(({ programme }) => programme === query.programme)) &&
      (query.kind === '' || qpv.kind === query.kind),
  )
  return query.sort === 'commune' ? kept : [...kept].sort(ORDERS[query.sort])
}

function namesOf({ name, code, aliases, communes }: Qpv): string[] {
  return [name, code, ...aliases.map((one) => one.name), ...communes.map((one) => one.name)]
}

const UNKNOWN = Number.NEGATIVE_INFINITY
const COLLATOR = new Intl.Collator('fr')

const ORDERS = {
  name: (a, b) => COLLATOR.compare(a.qpv.name, b.qpv.name),
  inhabitants: (a, b) => (b.inhabitants ?? UNKNOWN) - (a.inhabitants ?? UNKNOWN),
  gap: (a, b) => (b.employment?.gapToEpci ?? UNKNOWN) - (a.employment?.gapToEpci ?? UNKNOWN),
} satisfies Record<Exclude<NeighbourhoodSort, 'commune'>, (a: NeighbourhoodRow, b: NeighbourhoodRow) => number>
