import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { financingPlan } from './financing-plan.ts'

const INPUT = {
  cost: euros(10_000),
  requests: [
    { funderId: 'etat', funderName: 'État', asked: euros(5_000) },
    { funderId: 'caf', funderName: 'CAF', asked: euros(2_000) },
    { funderId: 'region', funderName: 'Région', asked: cents(0) },
  ],
  lines: [
    { account: '601', amount: euros(10_000) },
    { account: '74com', amount: euros(1_500) },
    { account: '74aidespriv', amount: euros(500) },
    { account: '756', amount: euros(400) },
    { account: 'insufprevisionnel', amount: euros(600) },
    { account: '870', amount: euros(9_999) },
  ],
  opinions: [
    { organisationId: 'etat', organisationName: 'État', kind: 'favourable', proposed: euros(4_000) },
    { organisationId: 'caf', organisationName: 'CAF', kind: null, proposed: null },
    { organisationId: 'dep', organisationName: 'Département', kind: 'favourable', proposed: euros(700) },
  ],
}

test('FIN-09: what is asked and what is proposed stand apart for each funder, and never add up together', () => {
  expect(financingPlan(INPUT).map(({ name, asked, proposed, planned }) => [name, asked, proposed, planned])).toEqual([
    ['État', euros(5_000), euros(4_000), undefined],
    ['CAF', euros(2_000), undefined, undefined],
    ['Département', undefined, euros(700), undefined],
    ['Autres subventions publiques', undefined, undefined, euros(1_500)],
    ['Fondations et entreprises', undefined, undefined, euros(500)],
    ['Ventes, cotisations et moyens propres', undefined, undefined, euros(1_000)],
  ])
})

test('shares are those of the cost and add up to one when the budget balances', () => {
  const shares = financingPlan(INPUT).map(({ share }) => share ?? 0)
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})

test('an action that costs nothing has no share', () => {
  expect(financingPlan({ ...INPUT, cost: cents(0) }).every(({ share }) => share === undefined)).toBe(true)
})
