import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { readLines, writeLines } from './amount-lines.ts'

test('lines are read the French way; an empty one is no line, an unknown account is ignored', () => {
  const values = { 'budget.601': '1\u202f234,50', 'budget.613': ' ', 'budget.999': '12', 'realise.604': '5' }
  expect(readLines(values, 'budget')).toEqual({ lines: [{ account: '601', amount: 123_450 }], errors: [] })
})

test('each fault stands beside its own line, and the good lines are kept', () => {
  const { lines, errors } = readLines({ 'realise.601': 'beaucoup', 'realise.604': '-3', 'realise.613': '10' }, 'realise')
  expect(lines).toEqual([{ account: '613', amount: 1_000 }])
  expect(errors.map(({ field }) => field)).toEqual(['realise.601', 'realise.604'])
})

test('what is written reads back as itself', () => {
  const lines = [
    { account: '601', amount: cents(123_450) },
    { account: '756', amount: cents(100_000) },
  ]
  expect(readLines(writeLines(lines, 'budget'), 'budget').lines).toEqual(lines)
})
