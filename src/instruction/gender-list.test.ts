import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { rootFolder } from '#platform/root-folder.ts'
import { FILE_SORTS } from './file-list.ts'
import { chosenCall, listMarked } from './gender-list.ts'
import type { MarkedPart } from './gender-list-store.ts'

const part = (partId: string, ...given: MarkedPart['given']): MarkedPart => ({
  partId,
  applicationId: partId,
  number: 1,
  title: partId,
  organisationName: 'Association',
  summary: '',
  given,
  applicant: {},
})
const by = (personId: string, marker: 0 | 1 | 2): MarkedPart['given'][number] => ({ personId, marker, together: false })

const PARTS = [
  part('none'),
  part('mine', by('me', 2)),
  part('others', by('other', 1)),
  part('differ', by('me', 1), by('other', 2)),
  part('settled', by('a', 0), by('b', 0)),
  part('both', by('me', 2), by('b', 2)),
]

test.each([
  { filter: undefined, kept: ['none', 'mine', 'others', 'differ', 'settled', 'both'] },
  { filter: 'a-repondre' as const, kept: ['none', 'others'] },
  { filter: 'a-discuter' as const, kept: ['differ'] },
  { filter: 'evalues' as const, kept: ['settled', 'both'] },
  { filter: 'non-evalues' as const, kept: ['none', 'mine', 'others', 'differ'] },
])('EGA-04: the filter $filter keeps $kept, in the order they came', ({ filter, kept }) => {
  expect(listMarked(PARTS, filter, 'me').map(({ partId }) => partId)).toEqual(kept)
})

const SOURCES = globSync('src/**/*.{ts,tsx}', { cwd: rootFolder() })
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(rootFolder(), path), 'utf8') }))

/** A clause, a column or a comparison that would put actions in the order of their markers. */
const RANKINGS = [/order by[^`)]*\b\w*marker\b/i, /key: '\w*marker\w*'[^}]*sortable: true/i, /(toSorted|sort)\(.*\.marker\b/]

test('EGA-05: no list of the program is sorted by the value of the marker', () => {
  expect(SOURCES.length).toBeGreaterThan(300)
  const ranked = SOURCES.filter(({ text }) => RANKINGS.some((ranking) => ranking.test(text))).map(({ path }) => path)
  expect(ranked).toEqual([])
  expect(FILE_SORTS.filter((sort) => /marker/i.test(sort))).toEqual([])
})

test('EGA-05: the guard on rankings sees each kind of ranking', () => {
  const wrong = [
    'select a from b order by f.marker desc',
    "{ key: 'marker', head: 'x', sortable: true }",
    'rows.toSorted((a, b) => a.marker - b.marker)',
  ]
  expect(wrong.map((text) => RANKINGS.some((ranking) => ranking.test(text)))).toEqual([true, true, true])
  expect(RANKINGS.some((ranking) => ranking.test('select marker from b order by number'))).toBe(false)
})

test('EGA-05: outside its own pages the marker is only counted: nothing that proposes or decides an amount reads it', () => {
  const readers = SOURCES.filter(({ text }) => /gender_marker|gender_assessment|gender-(store|list-store|acts|tree)\.ts/.test(text))
  const outside = readers.map(({ path }) => path).filter((path) => !/^src\/(instruction|testing)\//.test(path))
  expect(outside.toSorted()).toEqual([
    'src/access/scoped-tables.ts',
    'src/funding/analysis-label-store.ts',
    'src/funding/analysis-store.ts',
    'src/transparency/gender-marker-api.ts',
  ])
  expect(readers.filter(({ path }) => /opinion/i.test(path)).map(({ path }) => path)).toEqual([])
})

test('the call shown is the one asked, else the latest that is over, else the latest', () => {
  const [open, over, older] = [
    { code: 'open', closesOn: day('2027-04-30') },
    { code: 'over', closesOn: day('2027-01-31') },
    { code: 'older', closesOn: day('2026-01-31') },
  ]
  const calls = [open, over, older]
  expect(chosenCall(calls, { code: undefined, today: day('2027-03-09') })).toBe(over)
  expect(chosenCall(calls, { code: 'older', today: day('2027-03-09') })).toBe(older)
  expect(chosenCall([open], { code: 'gone', today: day('2027-03-09') })).toBe(open)
  expect(chosenCall([], { code: undefined, today: day('2027-03-09') })).toBeUndefined()
})
