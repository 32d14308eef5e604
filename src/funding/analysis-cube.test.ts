import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, splitByShares } from '#platform/money.ts'
import { AXES, AXIS_PAIRS, type Axis, STAGES } from './analysis-axes.ts'
import { FACT_AMOUNTS, type Names, noAxisNames, noNames, toFacts } from './analysis-columns.ts'
import { analyse, type Cube, type Line } from './analysis-cube.ts'
import { type AnalysedMoney, type AnalysedPart, factRows, type Ranks } from './analysis-rows.ts'

const newRanks = (): Ranks => ({ axes: noAxisNames(), contracts: noNames(), organisations: noNames(), nextAction: 0, nextPlace: 0 })

const one = <Word>(...words: Word[]) => fc.constantFrom(...words)
const qpvs = fc.uniqueArray(
  fc.record({ qpvId: one('lens', 'lievin', 'avion', 'mericourt'), share: fc.integer({ min: 1, max: 999_999 }).map((n) => n / 1_000_000) }),
  { selector: ({ qpvId }) => qpvId, maxLength: 4 },
)
const people = fc.integer({ min: 0, max: 400 })
const amount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000_001 }))

const aPart = fc.record({
  contractId: one('A', 'B'),
  action: fc.integer({ min: 1, max: 5 }),
  organisationId: one('o1', 'o2', 'o3'),
  year: fc.constantFrom(2025, 2026, 2027),
  orientation: one('1.1', '2.1', null),
  theme: one('1.5', '2.1', null),
  marker: one('0', '1', '2', null),
  organisationKind: one('association', 'commune'),
  renewed: fc.boolean(),
  crowd: fc.record({ women: people, men: people, reachedWomen: people, reachedMen: people }),
  shares: qpvs,
  money: fc.array(
    fc.record({
      funderId: one('etat', 'region', 'caf'),
      kind: one('specific', 'droit-commun'),
      asked: amount,
      retained: amount,
      decided: amount,
      held: qpvs,
      notified: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
})

/** A generated programming: an action belongs to one organisation of one contract; money follows decided, then obligated, then paid. */
const aWorld = fc.array(aPart, { maxLength: 14 }).map((drawn) => {
  const parts: AnalysedPart[] = []
  const money: AnalysedMoney[] = []
  for (const [rank, { money: own, action, ...part }] of drawn.entries()) {
    const key = `p${rank}`
    parts.push({
      ...part,
      contractId: part.contractId ?? 'A',
      organisationId: part.organisationId ?? 'o1',
      key,
      actionId: `${part.contractId}-${part.organisationId}-${action}`,
    })
    for (const { funderId, kind, asked, retained, decided, held, notified } of own) {
      const obligated = Math.floor(decided / 2)
      const none = { asked: 0, retained: 0, decided: 0, obligated: 0, paid: 0, multiYear: 0 }
      const funder = funderId ?? 'etat'
      money.push({ partKey: key, funderId: funder, kind: null, amounts: { ...none, asked }, notified: false, held: [] })
      const parted =
        held.length > 0 && decided > 0
          ? splitByShares(
              cents(decided),
              held.map(({ share }) => share),
            )
          : []
      money.push({
        ...{ partKey: key, funderId: funder, kind, notified },
        amounts: { ...none, retained, decided, obligated, paid: Math.floor(obligated / 3), multiYear: obligated },
        held: held.flatMap(({ qpvId }, at) => (parted[at] === undefined ? [] : [{ qpvId: qpvId ?? 'lens', amount: parted[at] }])),
      })
    }
  }
  return {
    parts: parts.map((part) => ({ ...part, shares: part.shares.map(({ qpvId, share }) => ({ qpvId: qpvId ?? 'lens', share })) })),
    money,
  }
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function built(world: { parts: AnalysedPart[]; money: AnalysedMoney[] }) {
  const ranks = newRanks()
  return { facts: toFacts(factRows(world.parts, world.money, ranks)), names: ranks.axes }
}

test('PRJ-08, PRJ-11: by any two axes, cells, lines and columns add up to the same cent, that of the money of the files', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const { facts, names } = built(world)
      for (const [a, b] of AXIS_PAIRS) {
        const cube = analyse(facts, names, { a, b, stage: 'filed' })
        for (const name of FACT_AMOUNTS) {
          const whole = sum(world.money.map(({ amounts }) => amounts[name]))
          expect([cube.total[name], ...[cube.cells, cube.byA, cube.byB].map((lines) => sum(lines.map((line) => line[name])))]).toEqual([
            whole,
            whole,
            whole,
            whole,
          ])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('by neighbourhood, people add up to those of the files: nobody is counted in two neighbourhoods', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const { facts, names } = built(world)
      const { byA, total } = analyse(facts, names, { a: 'territory', b: 'orientation', stage: 'filed' })
      for (const name of ['women', 'men', 'reachedWomen', 'reachedMen'] as const) {
        const whole = sum(world.parts.map(({ crowd }) => crowd[name]))
        expect([total[name], sum(byA.map((line) => line[name]))]).toEqual([whole, whole])
      }
    }),
    { numRuns: 60 },
  )
})

/** The same counts the slow way: sets of what is seen in each group. */
function countedSlowly(world: { parts: AnalysedPart[]; money: AnalysedMoney[] }, stage: (typeof STAGES)[number], axis: Axis) {
  const ranks = newRanks()
  const seen = new Map<string | null, { actions: Set<string>; organisations: Set<string> }>()
  for (const part of world.parts) {
    for (const row of factRows(
      [part],
      world.money.filter(({ partKey }) => partKey === part.key),
      ranks,
    )) {
      if (stage !== 'filed' && row[stage] <= 0) continue
      const key = ranks.axes[axis].words[row[axis]] ?? null
      const group = seen.get(key) ?? { actions: new Set(), organisations: new Set() }
      seen.set(key, { actions: group.actions.add(part.actionId), organisations: group.organisations.add(part.organisationId) })
    }
  }
  return seen
}

test('an action in several neighbourhoods, years or funders is counted once in each line and once in the whole, and so is its organisation', () => {
  fc.assert(
    fc.property(aWorld, fc.constantFrom(...STAGES), fc.constantFrom(...AXES), (world, stage, axis) => {
      const { facts, names } = built(world)
      const { byA, total } = analyse(facts, names, { a: axis, b: axis === 'year' ? 'funder' : 'year', stage })
      const slowly = countedSlowly(world, stage, axis)
      const counts = (line: Line) => [line.key, line.actions, line.organisations]
      const expected = [...slowly].map(([key, { actions, organisations }]) => [key, actions.size, organisations.size])
      expect(
        byA
          .filter(({ actions }) => actions > 0)
          .map(counts)
          .sort(),
      ).toEqual(expected.sort())
      expect(total.actions).toBe(new Set([...slowly.values()].flatMap(({ actions }) => [...actions])).size)
      expect(total.organisations).toBe(new Set([...slowly.values()].flatMap(({ organisations }) => [...organisations])).size)
    }),
    { numRuns: 150 },
  )
})

test('a contract read again in the place of its old rows gives what reading everything at once gives', () => {
  fc.assert(
    fc.property(aWorld, aWorld, (before, after) => {
      const ofContract = (world: typeof before, contract: string) => {
        const parts = world.parts.filter(({ contractId }) => contractId === contract)
        return { parts, money: world.money.filter(({ partKey }) => parts.some(({ key }) => key === partKey)) }
      }
      const ranks = newRanks()
      const kept = toFacts(factRows(before.parts, before.money, ranks))
      const again = ofContract(after, 'A')
      const rank = (names: Names, word: string) => names.ranks.get(word) ?? -1
      const contractA = rank(ranks.contracts, 'A')
      const rows = factRows(again.parts, again.money, ranks)
      const patched = toFacts(rows, { facts: kept, stays: (row) => kept.ints.contract[row] !== contractA })
      const whole = newRanks()
      const other = ofContract(before, 'B')
      const facts = toFacts([...factRows(other.parts, other.money, whole), ...factRows(again.parts, again.money, whole)])
      const query = { a: 'territory', b: 'theme', stage: 'decided' } as const
      expect(sorted(analyse(patched, ranks.axes, query))).toEqual(sorted(analyse(facts, whole.axes, query)))
    }),
    { numRuns: 60 },
  )
})

function sorted({ cells, total }: Cube) {
  return { total, cells: cells.toSorted((x, y) => (`${x.a}/${x.b}` < `${y.a}/${y.b}` ? -1 : 1)) }
}

test('years, filters and publication leave out what they name, and nothing else', () => {
  const part = (key: string, year: number, marker: string | null): AnalysedPart => ({
    ...{ key, year, marker, contractId: 'A', organisationId: 'o1', actionId: key, orientation: null, theme: null, organisationKind: null },
    ...{ renewed: false, crowd: { women: 1, men: 0, reachedWomen: 0, reachedMen: 0 }, shares: [] },
  })
  const paid = (partKey: string, decided: number, notified: boolean): AnalysedMoney => ({
    ...{ partKey, funderId: 'etat', kind: 'specific', notified, held: [] },
    amounts: { asked: 0, retained: 0, decided, obligated: 0, paid: 0, multiYear: 0 },
  })
  const world = { parts: [part('x', 2026, '0'), part('y', 2027, null)], money: [paid('x', 100, true), paid('y', 40, false)] }
  const { facts, names } = built(world)
  const query = { a: 'marker', b: 'year', stage: 'decided' } as const
  expect(analyse(facts, names, query).total).toMatchObject({ actions: 2, decided: 140, women: 2 })
  expect(analyse(facts, names, { ...query, from: 2027 }).total).toMatchObject({ actions: 1, decided: 40 })
  expect(analyse(facts, names, { ...query, to: 2025 }).cells).toEqual([])
  expect(analyse(facts, names, { ...query, keep: [{ axis: 'marker', value: null }] }).total).toMatchObject({ actions: 1, decided: 40 })
  expect(analyse(facts, names, { ...query, keep: [{ axis: 'marker', value: '2' }] }).total).toMatchObject({ actions: 0, decided: 0 })
  expect(analyse(facts, names, { ...query, notifiedOnly: true }).total).toMatchObject({ actions: 1, decided: 100 })
  // 0 is not « not assessed »
  expect(analyse(facts, names, query).byA.map(({ key, actions }) => [key, actions])).toEqual([
    ['0', 1],
    [null, 1],
  ])
})
