import { expect, test } from 'vitest'
import { firmestStage, readAnalysisQuery } from './analysis-query.ts'

test('an empty address is neighbourhoods by orientation, nothing chosen, nothing left out', () => {
  expect(readAnalysisQuery({})).toEqual({
    ...{
      rows: 'territory',
      columns: 'orientation',
      stage: undefined,
      measure: undefined,
      from: undefined,
      to: undefined,
      keep: [],
      address: {},
    },
  })
})

test.each([
  [{ lignes: 'financeur', colonnes: 'nature' }, 'funder', 'kind'],
  [{ lignes: 'orientation' }, 'orientation', 'territory'],
  [{ lignes: 'theme', colonnes: 'theme' }, 'theme', 'orientation'],
  [{ lignes: 'orientation', colonnes: 'orientation' }, 'orientation', 'territory'],
  [{ lignes: 'zz', colonnes: 'marqueur' }, 'territory', 'marker'],
])('%o is read as %s by %s', (address, rows, columns) => {
  expect(readAnalysisQuery(address)).toMatchObject({ rows, columns })
})

test.each([
  [{ de: '2025', a: '2027' }, 2025, 2027],
  [{ de: '2027', a: '2025' }, 2025, 2027],
  [{ de: '1999' }, undefined, undefined],
  [{ a: '2100' }, undefined, 2100],
  [{ de: 'hier', a: '2101' }, undefined, undefined],
])('%o is the period from %s to %s', (address, from, to) => {
  expect(readAnalysisQuery(address)).toMatchObject({ from, to })
})

test('filters are kept with their value, « aucun » is none, and what means nothing is left out of the address', () => {
  const typed = new URLSearchParams('quartier=+x1+&marqueur=aucun&theme=&etape=financees&mesure=zz&autre=y&nature=a%00b')
  const read = readAnalysisQuery(Object.fromEntries(typed))
  expect(read.keep).toEqual([
    { axis: 'territory', value: 'x1' },
    { axis: 'kind', value: 'ab' },
    { axis: 'marker', value: null },
  ])
  expect([read.stage, read.measure]).toEqual(['decided', undefined])
  expect(new URLSearchParams(Object.entries(read.address).map(([name, value]) => [name, String(value)])).toString()).toBe(
    'etape=financees&mesure=zz&quartier=x1&nature=ab&marqueur=aucun',
  )
})

test.each([
  [{ decided: 1, retained: 0 }, 'decided'],
  [{ decided: 0, retained: 1 }, 'retained'],
  [{ decided: 0, retained: 0 }, 'filed'],
] as const)('%o is at the stage %s', (total, stage) => {
  expect(firmestStage(total)).toBe(stage)
})
