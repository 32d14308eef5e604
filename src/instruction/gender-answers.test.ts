import { expect, test } from 'vitest'
import { answerFields, answersBefore, questionNow, readAnswers } from './gender-answers.ts'

test('what an address says is read back the same; anything but oui or non is no answer', () => {
  const said = { mixte: 'oui', but: 'non', c1: 'oui', c2: 'non', c3: 'oui' }
  expect(answerFields(readAnswers(said))).toEqual(said)
  expect(answerFields(readAnswers({ mixte: 'peut-être', but: '', coherent: 'non' }))).toEqual({ coherent: 'non' })
})

test('EGA-03: each criterion is asked, even when fewer make marker 1', () => {
  expect(questionNow(readAnswers({ mixte: 'oui', but: 'non', c1: 'oui' }), 1)).toBe('Q3A')
  expect(questionNow(readAnswers({ mixte: 'oui', but: 'non', c1: 'oui', c2: 'non', c3: 'non' }), 1)).toBeUndefined()
  expect(questionNow(readAnswers({ mixte: 'oui', but: 'oui' }), 1)).toBeUndefined()
  expect(questionNow({}, 1)).toBe('Q1')
})

test('going back to a question keeps the answers before it', () => {
  const answers = readAnswers({ mixte: 'non', but: 'non', coherent: 'oui' })
  expect(answersBefore('Q1', answers)).toEqual({})
  expect(answersBefore('Q2B', answers)).toEqual({ mixedPublic: false })
  expect(answersBefore('Q3B', answers)).toEqual({ mixedPublic: false, mainGoal: false })
})
