import { expect, test } from 'vitest'
import { isForward, LEVELS, levelFlaws, levelShares } from './measure-level.ts'

test.each(LEVELS.flatMap((to) => [null, ...LEVELS].map((from) => ({ from, to }))))(
  'NAT-02: from $from to $to is forward only when it is further',
  ({ from, to }) => {
    expect(isForward(from, to)).toBe(from === null || LEVELS.indexOf(from) < LEVELS.indexOf(to))
  },
)

const last = { level: 'deploying' as const, knownOn: '2019-01-22' }

test.each([
  { next: { level: 'finishing', knownOn: '2019-01-22', reason: '' }, flaws: [] },
  { next: { level: 'launching', knownOn: '2019-01-23', reason: '' }, flaws: ['reason-missing'] },
  { next: { level: 'launching', knownOn: '2019-01-23', reason: 'Erreur de lecture' }, flaws: [] },
  { next: { level: 'deploying', knownOn: '2019-01-23', reason: 'Sans objet' }, flaws: ['same-level'] },
  { next: { level: 'launching', knownOn: '2019-01-21', reason: '' }, flaws: ['reason-missing', 'before-last'] },
  { next: { level: 'finishing', knownOn: '2027-01-15', reason: '' }, flaws: ['in-the-future'] },
] as const)('NAT-02: after « deploying », $next is refused for $flaws', ({ next, flaws }) => {
  expect(levelFlaws(last, next, '2027-01-14')).toEqual(flaws)
})

test('NAT-02: a measure without a known level takes any first level', () => {
  expect(levelFlaws(undefined, { level: 'launching', knownOn: '2019-01-22', reason: '' }, '2027-01-14')).toEqual([])
  expect(levelFlaws({ ...last, level: null }, { level: 'launching', knownOn: '2019-01-22', reason: '' }, '2027-01-14')).toEqual([])
})

test('NAT-02, XCU-03: shares are computed among the known levels, those that cannot be read are counted apart', () => {
  const read = { reading: 'read' as const }
  const shares = levelShares([
    { level: 'launching', ...read },
    { level: 'deploying', ...read },
    { level: 'deploying', reading: 'inferred' },
    { level: 'finishing', ...read },
    { level: null, reading: 'illegible' },
  ])
  expect(shares.lines).toEqual([
    { level: 'launching', read: 1, inferred: 0, count: 1, share: 0.25 },
    { level: 'deploying', read: 1, inferred: 1, count: 2, share: 0.5 },
    { level: 'finishing', read: 1, inferred: 0, count: 1, share: 0.25 },
  ])
  expect(shares).toMatchObject({ known: 4, illegible: 1 })
  expect(levelShares([]).lines.map(({ share }) => share)).toEqual([0, 0, 0])
})
