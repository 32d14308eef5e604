import { expect, test } from 'vitest'
import { REFERENCE_FIGURES } from '#testing/territory.ts'
import { employmentLines, gapWords, rankWords } from './employment-lines.ts'

const PEERS = [...Array(14).keys()].map((rank) => `QP0590${20 + rank}`)
const EPCI = { code: '245901160', name: 'Valenciennes Métropole' }
const CONDE = [{ code: '59153', name: 'Condé-sur-l’Escaut' }]

test('TER-06: Lecocq is 28.2 points below its EPCI, 38.7 below France, first of fourteen', () => {
  const lines = employmentLines({ code: 'QP059024', epci: EPCI, communes: CONDE, peerCodes: PEERS }, REFERENCE_FIGURES)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ gapToEpci: 28.2, gapToCountry: 38.7, rank: { rank: 1, of: 14 } })
})

test('TER-07: no commune rate stands beside that table, and none is invented from elsewhere', () => {
  const [line] = employmentLines({ code: 'QP059024', epci: EPCI, communes: CONDE, peerCodes: PEERS }, REFERENCE_FIGURES)
  expect(line?.scales.map(({ name, state }) => [name, state])).toEqual([
    ['Condé-sur-l’Escaut', 'absent'],
    ['Valenciennes Métropole', 'comparable'],
    ['France', 'comparable'],
  ])
  expect(line?.scales.at(-1)).toMatchObject({ figure: { value: 64.3, fictitious: false } })
})

test('TER-07: a fictitious neighbourhood compares with the invented figures of its year only', () => {
  const subject = {
    code: 'QN06298Z',
    epci: { code: '246200364', name: 'Lens-Liévin' },
    communes: [{ code: '62498', name: 'Lens' }],
    peerCodes: ['QN06298Z', 'QN06293Z'],
  }
  const [latest, before] = employmentLines(subject, REFERENCE_FIGURES)
  expect(latest?.figure.year).toBe(2022)
  expect(latest?.scales.map(({ state }) => state)).toEqual(['comparable', 'comparable', 'comparable'])
  expect(latest?.scales.every((one) => one.state === 'comparable' && one.figure.fictitious && one.figure.year === 2022)).toBe(true)
  expect(latest?.rank).toEqual({ rank: 2, of: 2 })
  expect(before?.scales[0]).toMatchObject({ name: 'Lens', state: 'incomparable', reasons: ['years-differ'] })
  expect(before?.gapToEpci).toBeGreaterThan(0)
})

test('TER-06: without a comparable EPCI there is no gap, and without peers no rank', () => {
  const [line] = employmentLines(
    { code: 'QP059024', epci: { code: '000000000', name: 'Ailleurs' }, communes: [], peerCodes: ['QP059024'] },
    REFERENCE_FIGURES,
  )
  expect(line).toMatchObject({ gapToEpci: undefined, rank: undefined })
})

test.each([
  { gap: 28.2, said: 'inférieur de 28,2\u00A0points à' },
  { gap: 1.4, said: 'inférieur de 1,4\u00A0point à' },
  { gap: -2.4, said: 'supérieur de 2,4\u00A0points à' },
  { gap: 0, said: 'égal à' },
])('a gap of $gap is said « $said »', ({ gap, said }) => {
  expect(gapWords(gap)).toBe(said)
})

test('a rank is said in French', () => {
  expect([rankWords({ rank: 1, of: 14 }), rankWords({ rank: 3, of: 14 })]).toEqual(['1er sur 14', '3e sur 14'])
})
