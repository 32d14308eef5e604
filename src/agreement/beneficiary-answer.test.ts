import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { type Answer, type Answerable, answerFlaws, keptAfter, sayAnswerFlaw } from './beneficiary-answer.ts'

const award: Answerable = {
  notified: true,
  decided: cents(500_000),
  obligated: cents(0),
  latestAnswerId: null,
  latestKind: null,
  finalDeposited: false,
}
const reduce = (kept: number): Answer => ({ kind: 'reduced', kept: cents(kept), reason: 'Moins de séances', seenAnswerId: null })
const giveUp: Answer = { kind: 'given-up', kept: cents(0), reason: 'Salle fermée', seenAnswerId: null }
const confirm: Answer = { kind: 'confirmed', kept: cents(500_000), reason: '', seenAnswerId: null }

test.each([
  [0, ['kept-zero']],
  [1, []],
  [499_999, []],
  [500_000, ['kept-not-below']],
  [500_001, ['kept-not-below']],
])('keeping %d cents of 5 000 euros: %j', (kept, flaws) => {
  expect(answerFlaws(reduce(kept), award)).toEqual(flaws)
})

test.each([
  [199_999, ['below-obligated']],
  [200_000, []],
  [200_001, []],
])('keeping %d cents when 2 000 euros are obligated: %j', (kept, flaws) => {
  expect(answerFlaws(reduce(kept), { ...award, obligated: cents(200_000) })).toEqual(flaws)
})

test('what is obligated cannot be given up', () => {
  expect(answerFlaws(giveUp, award)).toEqual([])
  expect(answerFlaws(giveUp, { ...award, obligated: cents(1) })).toEqual(['below-obligated'])
})

test('a reduction and a renunciation have a reason, a confirmation needs none', () => {
  expect(answerFlaws({ ...reduce(1), reason: ' ' }, award)).toEqual(['reason-missing'])
  expect(answerFlaws({ ...giveUp, reason: '' }, award)).toEqual(['reason-missing'])
  expect(answerFlaws(confirm, award)).toEqual([])
})

test.each([
  [{ notified: false }, confirm, ['not-notified']],
  [{ decided: cents(0) }, confirm, ['nothing-to-answer']],
  [{ finalDeposited: true }, giveUp, ['account-deposited']],
  [{ latestAnswerId: 'a' }, confirm, ['changed-meanwhile']],
  [{ latestAnswerId: 'a', latestKind: 'confirmed' as const }, { ...confirm, seenAnswerId: 'a' }, ['already-confirmed']],
  [{ latestAnswerId: 'a', latestKind: 'confirmed' as const }, { ...giveUp, seenAnswerId: 'a' }, []],
  [{ latestAnswerId: 'a', latestKind: 'reduced' as const }, { ...reduce(1), seenAnswerId: 'a' }, []],
])('an award with %j answered %j: %j', (change, answer, flaws) => {
  expect(answerFlaws(answer, { ...award, ...change })).toEqual(flaws)
})

test.each([
  ['confirmed', 500_000],
  ['reduced', 300_000],
  ['given-up', 0],
] as const)('after an answer %s, %d cents stay decided', (kind, kept) => {
  expect(keptAfter(kind, cents(500_000), cents(300_000))).toBe(kept)
})

test('a refusal is said beside its field', () => {
  expect(sayAnswerFlaw('below-obligated', { ...award, obligated: cents(200_000) })).toEqual({
    field: 'montant',
    message: expect.stringMatching(/2\s000\s€ sont déjà engagés/),
  })
  expect(sayAnswerFlaw('reason-missing', award).field).toBe('motif')
})
