import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { cents } from '#platform/money.ts'
import { obligationFlaws, paymentFlaws, sayObligationFlaw, sayPaymentFlaw } from './payment-limits.ts'

const TODAY = day('2027-05-10')
const limits = { decided: cents(500_000), obligated: cents(200_000), actSignedOn: day('2027-03-20'), numbers: ['EJ-1'] }
const obligation = { amount: cents(300_000), on: TODAY, number: 'EJ-2' }

test.each([
  [0, ['amount-zero']],
  [1, []],
  [299_999, []],
  [300_000, []],
  [300_001, ['obligated-beyond-decided']],
])('FIN-09: with 3 000,00 euros left to obligate, %d cents give %j', (amount, flaws) => {
  expect(obligationFlaws({ ...obligation, amount: cents(amount) }, limits, TODAY)).toEqual(flaws)
})

test.each([
  ['2027-03-19', ['obligated-before-act']],
  ['2027-03-20', []],
  ['2027-05-10', []],
  ['2027-05-11', ['obligated-in-future']],
])('an obligation of %s, act of 20 March, seen on 10 May: %j', (on, flaws) => {
  expect(obligationFlaws({ ...obligation, on: day(on) }, limits, TODAY)).toEqual(flaws)
})

test('an obligation says all that is wrong at once, and nothing can be obligated on a refusal', () => {
  const wrong = { amount: cents(300_001), on: day('2027-05-11'), number: 'EJ-1' }
  expect(obligationFlaws(wrong, limits, TODAY)).toEqual(['obligated-beyond-decided', 'obligated-in-future', 'number-used'])
  expect(obligationFlaws(wrong, { ...limits, decided: cents(0), obligated: cents(0) }, TODAY)).toEqual(['nothing-decided'])
})

const owed = { obligated: cents(200_000), paid: cents(50_000), obligatedOn: day('2027-04-01') }

test.each([
  [0, ['amount-zero']],
  [1, []],
  [149_999, []],
  [150_000, []],
  [150_001, ['paid-beyond-obligated']],
])('FIN-09: with 1 500,00 euros left to pay, %d cents give %j', (amount, flaws) => {
  expect(paymentFlaws({ amount: cents(amount), on: TODAY }, owed, TODAY)).toEqual(flaws)
})

test.each([
  ['2027-03-31', ['paid-before-obligation']],
  ['2027-04-01', []],
  ['2027-05-10', []],
  ['2027-05-11', ['paid-in-future']],
])('a payment of %s on an obligation of 1 April, seen on 10 May: %j', (on, flaws) => {
  expect(paymentFlaws({ amount: cents(1), on: day(on) }, owed, TODAY)).toEqual(flaws)
})

test('a limit is said beside its field with what is left', () => {
  expect(sayObligationFlaw('obligated-beyond-decided', cents(300_000))).toEqual({
    field: 'montant',
    message: expect.stringMatching(/il reste 3\s000\s€ à engager/),
  })
  expect(sayPaymentFlaw('paid-beyond-obligated', cents(0)).message).toMatch(/il reste 0\s€ à payer/)
  expect(sayPaymentFlaw('paid-in-future', cents(0)).field).toBe('paye-le')
  expect(sayPaymentFlaw('suspended', cents(0)).field).toBe('exception')
})
