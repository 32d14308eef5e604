import { expect, test } from 'vitest'
import { INCOMPARABLE_WORDS, incomparableSentence, sideBySide, whyIncomparable } from './comparability.ts'
import type { Figure } from './figure.ts'

const RATE: Figure = {
  subjectKind: 'qpv',
  subjectCode: 'QP059024',
  indicator: 'employment-rate',
  label: 'Taux d’emploi',
  definition: '15-64 ans',
  value: 25.6,
  unit: '%',
  year: null,
  period: null,
  yearInferred: false,
  asPrinted: null,
  note: null,
  fictitious: false,
  source: 'tableau des taux d’emploi',
  place: null,
}
const EPCI: Figure = { ...RATE, subjectKind: 'epci', subjectCode: '245901160', value: 53.8 }

test.each<{ change: Partial<Figure>; reasons: string[] }>([
  { change: {}, reasons: [] },
  { change: { value: null }, reasons: ['unreadable'] },
  { change: { unit: 'points' }, reasons: ['units-differ'] },
  { change: { definition: '15 ans ou plus' }, reasons: ['definitions-differ'] },
  { change: { definition: null }, reasons: ['definitions-differ'] },
  { change: { indicator: 'unemployment-rate' }, reasons: ['definitions-differ'] },
  { change: { year: 2017 }, reasons: ['year-unknown'] },
  { change: { source: 'un autre document' }, reasons: ['year-unknown'] },
  { change: { period: '2015-2019' }, reasons: ['year-unknown'] },
  { change: { fictitious: true, definition: 'autre' }, reasons: ['definitions-differ', 'one-is-fictitious'] },
])('TER-07: beside a rate without a year, a rate changed by $change is refused for $reasons', ({ change, reasons }) => {
  expect(whyIncomparable(RATE, { ...EPCI, ...change })).toEqual(reasons)
})

test('TER-07: the same year of two sources compares, two years do not', () => {
  const dated = { ...RATE, year: 2022 }
  expect(whyIncomparable(dated, { ...EPCI, year: 2022, source: 'Insee' })).toEqual([])
  expect(whyIncomparable(dated, { ...EPCI, year: 2021 })).toEqual(['years-differ'])
})

test('TER-07: side by side, each scale gives its comparable value, says why it has none, or that it has nothing', () => {
  const later = { ...EPCI, year: 2022, value: 55 }
  const [epci, region, commune] = sideBySide(RATE, [
    { scale: 'epci', name: 'Valenciennes Métropole', figures: [later, EPCI] },
    { scale: 'region', name: 'Hauts-de-France', figures: [later] },
    { scale: 'commune', name: 'Condé-sur-l’Escaut', figures: [] },
  ])
  expect(epci).toMatchObject({ state: 'comparable', figure: { value: 53.8 } })
  expect(region).toMatchObject({ state: 'incomparable', reasons: ['year-unknown'] })
  expect(commune).toMatchObject({ state: 'absent' })
})

test('TER-07: each reason is said in French, in one sentence', () => {
  expect(incomparableSentence(['years-differ', 'definitions-differ'])).toBe(
    'Non comparable\u00A0: les années diffèrent\u202F; les définitions diffèrent.',
  )
  expect(Object.values(INCOMPARABLE_WORDS).every((words) => words.length > 10)).toBe(true)
})
