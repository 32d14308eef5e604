import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { partStatus } from './part-status.ts'
import { type Amounts, sumAmounts } from './programming-table.ts'

const EMPTY = sumAmounts([])
const amounts = (wish: Partial<Record<keyof Amounts, number>>): Amounts => ({
  ...EMPTY,
  ...Object.fromEntries(Object.entries(wish).map(([step, value]) => [step, cents(value)])),
})

test.each([
  { what: 'withdrawn whatever it was awarded', part: { withdrawn: true, of: [{ asked: 1, decided: 1 }] }, status: 'withdrawn' },
  {
    what: 'decided',
    part: {
      of: [
        { asked: 1, decided: 1 },
        { asked: 1, decided: 0 },
      ],
    },
    status: 'decided',
  },
  { what: 'given up by its porteur', part: { givenUp: true, of: [{ asked: 1, retained: 1, decided: 0 }] }, status: 'given-up' },
  { what: 'refused by all', part: { of: [{ asked: 1, decided: 0 }] }, status: 'refused' },
  { what: 'retained by all that were asked', part: { of: [{ asked: 5, retained: 3 }, { asked: 5, retained: 0 }, {}] }, status: 'retained' },
  {
    what: 'rejected by all',
    part: {
      of: [
        { asked: 5, retained: 0 },
        { asked: 5, retained: 0 },
      ],
    },
    status: 'rejected',
  },
  { what: 'to discuss while one is missing', part: { of: [{ asked: 5, retained: 3 }, { asked: 5 }] }, status: 'to-discuss' },
  { what: 'examined once an opinion is in', part: { of: [{ asked: 5 }], opinionsGiven: 1 }, status: 'examined' },
  { what: 'deposited before', part: { of: [{ asked: 5 }] }, status: 'deposited' },
])('a file is $status: $what', ({ part, status }) => {
  const each = part.of.map(amounts)
  const byFunder = Object.fromEntries(each.map((one, rank) => [`f${rank}`, one]))
  const givenUp = 'givenUp' in part && part.givenUp === true
  const withdrawn = 'withdrawn' in part && part.withdrawn === true
  const opinionsGiven = 'opinionsGiven' in part && part.opinionsGiven ? part.opinionsGiven : 0
  expect(partStatus({ withdrawn, givenUp, opinionsGiven, byFunder, total: sumAmounts(each) })).toBe(status)
})
