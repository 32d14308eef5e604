import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { letterKind, notificationFlaws } from './letter-kind.ts'

test.each([
  [0, 'refusal'],
  [1, 'award'],
  [500_000, 'award'],
] as const)('an act of %d cents makes a letter of %s', (amount, kind) => {
  expect(letterKind(cents(amount))).toBe(kind)
})

const award = { granted: cents(1), decided: cents(1), byState: false, dauphinNumber: null, refusalReason: '' }

test.each([
  { byState: false, dauphinNumber: null, flaws: [] },
  { byState: false, dauphinNumber: 'DA01', flaws: [] },
  { byState: true, dauphinNumber: 'DA01', flaws: [] },
  { byState: true, dauphinNumber: null, flaws: ['dauphin-number-missing'] },
])('by the State $byState, Dauphin number $dauphinNumber: $flaws', ({ flaws, ...change }) => {
  expect(notificationFlaws({ ...award, ...change })).toEqual(flaws)
})

test('a refusal is notified with its reason only', () => {
  const refusal = { ...award, granted: cents(0), decided: cents(0) }
  expect(notificationFlaws(refusal)).toEqual(['refusal-reason-missing'])
  expect(notificationFlaws({ ...refusal, refusalReason: 'Hors des priorités' })).toEqual([])
  expect(notificationFlaws({ ...refusal, byState: true })).toEqual(['dauphin-number-missing', 'refusal-reason-missing'])
})

test('an award given up before its notification is not a refusal', () => {
  expect(notificationFlaws({ ...award, decided: cents(0) })).toEqual([])
})
