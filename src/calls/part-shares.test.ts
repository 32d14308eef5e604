import { expect, test } from 'vitest'
import { formatPercent, parsePercent, sharesAddUp, sumShares } from './part-shares.ts'

test.each([
  { text: '50', share: 0.5 },
  { text: '33,33 %', share: 0.3333 },
  { text: '33.3333', share: 0.333333 },
  { text: '100', share: 1 },
  { text: '0', share: 0 },
  { text: '100,0001', share: undefined },
  { text: '-5', share: undefined },
  { text: '33,33333', share: undefined },
  { text: 'moitié', share: undefined },
  { text: '', share: undefined },
])('« $text » is the share $share', ({ text, share }) => {
  expect(parsePercent(text)).toBe(share)
})

test.each([
  { shares: [0.5, 0.5], whole: true },
  { shares: [0.333333, 0.333333, 0.333334], whole: true },
  { shares: [0.333333, 0.333333, 0.333333], whole: false },
  { shares: [0.1, 0.2, 0.7], whole: true },
  { shares: [1, 0.000001], whole: false },
  { shares: [], whole: false },
])('shares $shares add up to the whole is $whole', ({ shares, whole }) => {
  expect(sharesAddUp(shares)).toBe(whole)
})

test('a share is written as it is typed', () => {
  expect([0.3333, 1, 0.5, sumShares([0.1, 0.2])].map(formatPercent)).toEqual(['33,33', '100', '50', '30'])
})
