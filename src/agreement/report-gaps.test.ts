import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { chargesOf, claimableAmount, earnedAmount, gapOf, gapsBetween } from './report-gaps.ts'

test.each([
  // 10 % of 10 000 euros is 1 000: the share decides
  [1_000_000, 1_099_999, false],
  [1_000_000, 1_100_000, true],
  [1_000_000, 900_001, false],
  [1_000_000, 900_000, true],
  // 500 euros: the amount decides
  [100_000, 149_999, false],
  [100_000, 150_000, true],
  [100_000, 50_001, false],
  [100_000, 50_000, true],
  // exactly both
  [500_000, 550_000, true],
  [500_000, 549_999, false],
  [500_001, 550_001, false],
  // nothing planned, nothing spent
  [0, 49_999, false],
  [0, 50_000, true],
  [50_000, 0, true],
  [49_999, 0, false],
  [0, 0, false],
])('planned %d, spent %d: to be explained is %s', (planned, spent, flagged) => {
  expect(gapOf('601', cents(planned), cents(spent)).flagged).toBe(flagged)
})

test('the share of a line is spent over planned, and is unknown when nothing was planned', () => {
  expect(gapOf('601', cents(200), cents(50)).share).toBe(0.25)
  expect(gapOf('601', cents(0), cents(50)).share).toBeUndefined()
})

test('charges count neither products nor voluntary contributions', () => {
  const lines = [
    { account: '601', amount: cents(100) },
    { account: 'chgfixe', amount: cents(10) },
    { account: '864', amount: cents(1_000) },
    { account: '756', amount: cents(10_000) },
  ]
  expect(chargesOf(lines)).toBe(110)
})

const basis = { planned: cents(1_000_000), decided: cents(500_000), paid: cents(500_000) }

test.each([
  ['not started', 0, 500_000, 500_000],
  ['half done', 500_000, 500_000, 250_000],
  ['cheaper by a cent', 999_999, 500_000, 0],
  ['cheaper by two cents', 999_998, 500_000, 1],
  ['as planned', 1_000_000, 500_000, 0],
  ['dearer than planned', 1_200_000, 500_000, 0],
  ['half done, half paid', 500_000, 250_000, 0],
  ['half done, a cent too much paid', 500_000, 250_001, 1],
  ['not started, nothing paid', 0, 0, 0],
])('%s: spent %d, paid %d, the funder may claim back %d cents', (_case, spent, paid, claimable) => {
  expect(claimableAmount({ ...basis, spent: cents(spent), paid: cents(paid) })).toBe(claimable)
})

test('without a planned budget nothing can be claimed in proportion', () => {
  expect(earnedAmount({ planned: cents(0), spent: cents(0), decided: cents(500_000) })).toBe(500_000)
})

test('a line planned and not spent, and a line spent and not planned, are both shown', () => {
  const gaps = gapsBetween([{ account: '601', amount: cents(100) }], [{ account: '604', amount: cents(50) }])
  expect(gaps.map(({ account, planned, spent }) => [account, planned, spent])).toEqual([
    ['601', 100, 0],
    ['604', 0, 50],
  ])
})
