import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import type { Qpv } from '#territory/store.ts'
import { filterNeighbourhoods, type NeighbourhoodQuery, type NeighbourhoodRow, neighbourhoodQuery } from './neighbourhood-list.ts'

function aRow(wish: Partial<Qpv>, inhabitants: number | null = null): NeighbourhoodRow {
  const qpv: Qpv = {
    id: 'id',
    code: 'QP059024',
    name: 'Lecocq',
    kind: 'qpv',
    generation: 2015,
    epciSiren: '245901160',
    epciName: 'Valenciennes Métropole',
    inhabitants,
    inhabitantsSource: null,
    fictitious: false,
    validFrom: day('2015-01-01'),
    validTo: null,
    source: null,
    communes: [{ code: '59153', name: 'Condé-sur-l’Escaut' }],
    aliases: [{ name: 'Chanteclerc le Coq', toConfirm: false, source: 'test' }],
    programmes: [],
    ...wish,
  }
  return { qpv, inhabitants, employment: undefined }
}

const lecocq = aRow({}, 1051)
const jard = aRow(
  {
    code: 'QN05901A',
    name: 'Cité Le Jard',
    generation: 2024,
    communes: [{ code: '59616', name: 'Vieux-Condé' }],
    aliases: [],
    programmes: [{ programme: 'pnrqad', siteName: null, validFrom: null, validTo: null, fictitious: false, source: 'test' }],
  },
  1273,
)
const watched = aRow({ code: 'QVA-059-01', name: 'Bellevue', kind: 'qva', aliases: [], communes: [{ code: '59014', name: 'Anzin' }] })
const ROWS = [watched, lecocq, jard]
const none: NeighbourhoodQuery = { text: '', generation: '', commune: '', programme: '', kind: '', sort: 'commune' }

test.each<{ what: string; query: Partial<NeighbourhoodQuery>; found: NeighbourhoodRow[] }>([
  { what: 'nothing', query: {}, found: ROWS },
  { what: 'a name without its accents', query: { text: 'cite le jard' }, found: [jard] },
  { what: 'another name', query: { text: 'Chanteclerc' }, found: [lecocq] },
  { what: 'a code', query: { text: 'qn05901a' }, found: [jard] },
  { what: 'a commune typed', query: { text: 'conde' }, found: [lecocq, jard] },
  { what: 'a name that nobody has', query: { text: 'zzz' }, found: [] },
  { what: 'a generation', query: { generation: '2024' }, found: [jard] },
  { what: 'a commune', query: { commune: '59014' }, found: [watched] },
  { what: 'a programme', query: { programme: 'pnrqad' }, found: [jard] },
  { what: 'watch neighbourhoods', query: { kind: 'qva' }, found: [watched] },
  { what: 'priority neighbourhoods', query: { kind: 'qpv' }, found: [lecocq, jard] },
  { what: 'the order of names', query: { sort: 'name' }, found: [watched, jard, lecocq] },
  { what: 'the order of populations, unknown last', query: { sort: 'inhabitants' }, found: [jard, lecocq, watched] },
])('TER-02, TER-09: a list asked for $what finds it', ({ query, found }) => {
  expect(filterNeighbourhoods(ROWS, { ...none, ...query })).toEqual(found)
})

test('what an address does not know is left out', () => {
  const read = (values: Record<string, string>): NeighbourhoodQuery => neighbourhoodQuery((name) => values[name])
  expect(read({})).toEqual(none)
  expect(read({ texte: ' Lecocq ', tri: 'ecart', genre: 'qva' })).toEqual({ ...none, text: 'Lecocq', sort: 'gap', kind: 'qva' })
  expect(read({ tri: 'drop table' }).sort).toBe('commune')
})
