import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import { paymentCandidates } from './payment-candidates.ts'
import { matchReasons, NEAR, nameLikeness, type PayableObligation } from './payment-match.ts'

const obligation: PayableObligation = {
  ...{
    obligationId: 'o',
    awardId: 'w',
    number: '2103410207',
    title: 'Jardin',
    organisationName: 'Graines de Coron',
    siret: '00000001100015',
  },
  ...{ amount: euros(5_000), paid: euros(1_000), on: day('2027-02-01'), suspended: false, agreementStep: 'not-required', unnumbered: [] },
}
const line = {
  ...{ obligation: '2103410207', number: 'DP1', amountText: '4000', amount: euros(4_000), dayText: '', on: day('2027-03-01') },
  ...{ siret: '00000001100015', name: 'GRAINES DE CORON' },
}
const limits = { spent: cents(0), today: day('2027-03-02') }

test.each([
  [{}, {}, []],
  [{ amount: cents(400_001) }, {}, ['paid-beyond-obligated']],
  [{ on: day('2027-03-02') }, {}, []],
  [{ on: day('2027-03-03') }, {}, ['paid-in-future']],
  [{ on: day('2027-02-01') }, {}, []],
  [{ on: day('2027-01-31') }, {}, ['paid-before-obligation']],
  [{ siret: '00000001100023' }, {}, ['other-establishment']],
  [{ siret: '00000002200014' }, {}, ['third-party-differs']],
  [{ siret: '' }, {}, []],
  [{ siret: '', name: 'Asso. Graine de corons' }, {}, ['third-party-spelling']],
  [{ siret: '', name: 'Les Amis du vélo' }, {}, ['third-party-differs']],
  [{}, { suspended: true }, ['suspended']],
  [{}, { agreementStep: 'to-amend' as const }, ['agreement-missing']],
  [{}, { agreementStep: 'covered' as const }, []],
  [{}, { unnumbered: [{ amount: euros(4_000), on: day('2027-03-01') }] }, ['maybe-recorded']],
  [{}, { unnumbered: [{ amount: euros(4_000), on: day('2027-03-02') }] }, []],
])('FIN-09: a line with %j against an obligation with %j is held back by %j', (change, change2, reasons) => {
  expect(matchReasons({ ...line, ...change }, { ...obligation, ...change2 }, limits)).toEqual(reasons)
})

test('earlier lines of the file use up what is left to pay', () => {
  expect(matchReasons({ ...line, amount: euros(1_000) }, obligation, { ...limits, spent: euros(3_000) })).toEqual([])
  expect(matchReasons({ ...line, amount: cents(100_001) }, obligation, { ...limits, spent: euros(3_000) })).toEqual([
    'paid-beyond-obligated',
  ])
})

test.each([
  ['Centre social Les Houillères', 'CENTRE SOCIAL DES HOUILLERES', true],
  ['Régie de quartier du Bassin', 'REGIE QUARTIER BASSIN', true],
  ['Femmes en avant', 'Femmes en avent', true],
  ['Ludothèque Pirouette', 'Boxing club lensois', false],
  ['', '', false],
])('« %s » and « %s » may be one partner: %s', (one, other, near) => {
  expect(nameLikeness(one, other) >= NEAR).toBe(near)
})

test('candidates share a number, a SIRET or a name with the line; an amount alone is none, nor is an obligation paid whole', () => {
  const others: PayableObligation[] = [
    { ...obligation, obligationId: 'near', number: '2103410702', siret: '00000003300013', organisationName: 'Autre' },
    { ...obligation, obligationId: 'amount', number: '9', siret: '00000003300013', organisationName: 'Autre' },
    { ...obligation, obligationId: 'paid', paid: euros(5_000) },
  ]
  const found = paymentCandidates(line, [...others, obligation])
  expect(found.map(({ obligation: { obligationId }, signs }) => [obligationId, signs.length])).toEqual([
    ['o', 4],
    ['near', 2],
  ])
})
