import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { bareNodes, lacksOf } from './node-lacks.ts'

const full = { actions: 1, commitments: 1, indicators: 1, budgets: 1, validFrom: day('2024-01-01'), validTo: null }

test.each([
  { uses: {}, lacks: [] },
  { uses: { actions: 0 }, lacks: ['actions'] },
  { uses: { commitments: 0, budgets: 0 }, lacks: ['commitments', 'budgets'] },
  { uses: { actions: 0, commitments: 0, indicators: 0, budgets: 0 }, lacks: ['actions', 'commitments', 'indicators', 'budgets'] },
])('CON-03: a node with $uses lacks $lacks', ({ uses, lacks }) => {
  expect(lacksOf({ ...full, ...uses })).toEqual(lacks)
})

test('CON-03: only the nodes in force on the day are listed as bare; the day of the end no longer counts', () => {
  const bare = { ...full, actions: 0 }
  const on = day('2027-01-14')
  const ended = { ...bare, validTo: day('2027-01-14') }
  const ending = { ...bare, validTo: day('2027-01-15') }
  const coming = { ...bare, validFrom: day('2027-01-15') }
  expect(bareNodes([full, bare, ended, ending, coming], on)).toEqual([bare, ending])
})
