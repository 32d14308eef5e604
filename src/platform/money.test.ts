import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cents,
  decimalEuros,
  euros,
  formatAmount,
  formatEuros,
  formatEurosExact,
  parseEuros,
  parseWholeEuros,
  splitByShares,
  sumCents,
} from './money.ts'

test.each([
  { amount: euros(1234), short: '1\u202F234\u00A0€', long: '1\u202F234,00\u00A0€', machine: '1234.00' },
  { amount: cents(123450), short: '1\u202F234,50\u00A0€', long: '1\u202F234,50\u00A0€', machine: '1234.50' },
  { amount: euros(0), short: '0\u00A0€', long: '0,00\u00A0€', machine: '0.00' },
  { amount: euros(-1500), short: '−1\u202F500\u00A0€', long: '−1\u202F500,00\u00A0€', machine: '-1500.00' },
  { amount: cents(5), short: '0,05\u00A0€', long: '0,05\u00A0€', machine: '0.05' },
])('$machine euros is written $short on screen', ({ amount, short, long, machine }) => {
  expect([formatEuros(amount), formatEurosExact(amount), decimalEuros(amount)]).toEqual([short, long, machine])
})

test.each([
  { text: '350', value: 35000 },
  { text: '1\u202F234,5 €', value: 123450 },
  { text: '1 234.56', value: 123456 },
  { text: '1000000000', value: 100_000_000_000 },
])('$text is read as $value cents', ({ text, value }) => expect(parseEuros(text)).toEqual({ ok: true, value }))

test.each([
  { text: '', reason: 'not-an-amount' },
  { text: 'douze', reason: 'not-an-amount' },
  { text: '12,345', reason: 'not-an-amount' },
  { text: '1e9', reason: 'not-an-amount' },
  { text: '-1', reason: 'negative' },
  { text: '−1', reason: 'negative' },
  { text: '1000000000,01', reason: 'too-large' },
  { text: '999999999999999', reason: 'too-large' },
])('$text is refused as $reason', ({ text, reason }) => expect(parseEuros(text)).toEqual({ ok: false, reason }))

test('a budget line takes whole euros only', () => {
  expect(parseWholeEuros('350,50')).toEqual({ ok: false, reason: 'has-cents' })
  expect(parseWholeEuros('350,00')).toEqual({ ok: true, value: 35000 })
})

test('the parts of a split always add up to the whole and none differs from its exact share by a cent or more', () => {
  const shares = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((share) => share > 0))
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), shares, (total, weights) => {
      const parts = splitByShares(cents(total), weights)
      const sum = weights.reduce((a, b) => a + b, 0)
      expect(sumCents(parts)).toBe(total)
      for (const [index, part] of parts.entries()) expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum)).toBeLessThan(1)
    }),
  )
})

test('ties of a split go to the first shares', () => expect(splitByShares(cents(100), [1, 1, 1])).toEqual([34, 33, 33]))
test('shares without weight are refused', () => expect(() => splitByShares(cents(1), [0, 0])).toThrow(RangeError))
test('a fraction of a cent is refused', () => expect(() => cents(1.5)).toThrow(RangeError))
test('amounts of a column show no unit', () => expect(formatAmount(euros(15000))).toBe('15\u202F000'))
