import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Funder } from '#contract/store.ts'
import { cents } from '#platform/money.ts'
import type { FunderLine, PartLine } from './programming-store.ts'
import { buildProgramming, NO_COMMUNE, NO_ORIENTATION, SEVERAL_COMMUNES, STEPS, sumAmounts } from './programming-table.ts'

const FUNDERS: Funder[] = ['state', 'region'].map((id) => ({ id, name: id, shortName: id, siret: '', budgetAccount: '74x', pilot: false }))

function aPartLine(wish: Partial<PartLine> = {}): PartLine {
  return {
    partId: 'p',
    applicationId: 'a',
    number: 1,
    dauphinNumber: null,
    title: 'Jardin',
    organisationName: 'Graines',
    renewed: false,
    withdrawn: false,
    givenUp: false,
    orientationCode: '1.1',
    orientationLabel: 'Lien social',
    pillar: 'cohesion',
    themeCode: '1.5',
    themeLabel: 'Lien',
    communes: [{ code: '62498', name: 'Lens' }],
    qpvs: [],
    women: 0,
    men: 0,
    cost: cents(0),
    otherPublic: cents(0),
    opinionsAsked: 0,
    opinionsGiven: 0,
    opinionsLate: 0,
    reportBefore: null,
    ...wish,
  }
}

const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(cents), { nil: null })
const line = (partId: string, funderId: string) =>
  fc.record({
    partId: fc.constant(partId),
    funderId: fc.constant(funderId),
    awardedBefore: amount,
    asked: amount,
    proposed: amount,
    retained: amount,
    decided: amount,
    obligated: amount,
    paid: amount,
    acts: fc.constant(null),
    obligations: fc.constant(null),
  })

const parts = [0, 1, 2, 3, 4].map((rank) =>
  aPartLine({
    partId: `p${rank}`,
    number: rank,
    communes: [['Lens'], ['Liévin'], ['Lens', 'Liévin'], [], ['Lens']][rank]?.map((name) => ({ code: name, name })) ?? [],
    orientationCode: rank % 2 ? '1.1' : '2.1',
    cost: cents(rank * 100),
  }),
)
const allLines = fc.tuple(...parts.flatMap(({ partId }) => FUNDERS.map(({ id }) => line(partId, id))))

test.each(['commune', 'orientation'] as const)(
  'PRJ-08: sub-totals by %s equal the sums of their rows, the total equals the sum of the sub-totals and of the funders',
  (grouping) => {
    fc.assert(
      fc.property(allLines, (lines) => {
        const made = buildProgramming(parts, lines, { funders: FUNDERS, grouping })
        for (const step of STEPS) {
          const rows = made.rows.flatMap(({ total }) => total[step] ?? [])
          const expected = rows.length === 0 ? null : rows.reduce((sum, value) => sum + value, 0)
          expect(made.total[step]).toBe(expected)
          expect(sumAmounts(made.groups.map(({ total }) => total))[step]).toBe(expected)
          expect(sumAmounts(Object.values(made.byFunder))[step]).toBe(expected)
          for (const group of made.groups) expect(group.total[step]).toBe(sumAmounts(group.rows.map(({ total }) => total))[step])
        }
        expect(made.groups.flatMap(({ rows }) => rows)).toHaveLength(parts.length)
        expect(made.groups.reduce((sum, { cost }) => sum + cost, 0)).toBe(made.cost)
      }),
    )
  },
)

test('an action over several communes has a group of its own, after the communes', () => {
  const groups = buildProgramming(parts, [], { funders: FUNDERS, grouping: 'commune' }).groups.map(({ label }) => label)
  expect(groups).toEqual(['Lens', 'Liévin', SEVERAL_COMMUNES, NO_COMMUNE])
})

test('an action without orientation comes last', () => {
  const groups = buildProgramming([aPartLine({ orientationCode: null }), aPartLine()], [], {
    funders: FUNDERS,
    grouping: 'orientation',
  }).groups
  expect(groups.map(({ label }) => label)).toEqual(['1.1 Lien social', NO_ORIENTATION])
})

function funderLine(wish: Partial<FunderLine>): FunderLine {
  return {
    partId: 'p',
    funderId: 'state',
    awardedBefore: null,
    asked: null,
    proposed: null,
    retained: null,
    decided: null,
    obligated: null,
    paid: null,
    acts: null,
    obligations: null,
    ...wish,
  }
}

test('nothing asked is an empty cell, refused is 0', () => {
  const made = buildProgramming(
    [aPartLine()],
    [funderLine({ asked: cents(0) }), funderLine({ funderId: 'region', asked: cents(5), retained: cents(0) })],
    { funders: FUNDERS, grouping: 'commune' },
  )
  expect(made.rows[0]?.byFunder['state']).toMatchObject({ asked: null, retained: null })
  expect(made.rows[0]?.byFunder['region']).toMatchObject({ asked: 5, retained: 0 })
})

test.each([
  { lines: [funderLine({ asked: cents(600) })], share: 0.7 },
  { lines: [funderLine({ asked: cents(600), retained: cents(400) })], share: 0.5 },
  { lines: [funderLine({ asked: cents(600), retained: cents(400), decided: cents(0) })], share: 0.1 },
])('the share of public money counts the firmest amount: $share', ({ lines, share }) => {
  const made = buildProgramming([aPartLine({ cost: cents(1000), otherPublic: cents(100) })], lines, {
    funders: FUNDERS,
    grouping: 'commune',
  })
  expect(made.rows[0]?.publicShare).toBeCloseTo(share)
})
