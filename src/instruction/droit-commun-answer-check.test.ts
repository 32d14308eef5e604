import { expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { refuseAnswer } from './droit-commun-answer-check.ts'

const answer = { outcome: undefined, amount: null, means: '', reason: '' }

test.each([
  { given: answer, refusals: ['outcome-missing'] },
  { given: { ...answer, reason: 'Trop tard' }, refusals: ['outcome-missing'] },
  { given: { ...answer, outcome: 'no' as const, reason: 'Hors champ' }, refusals: [] },
  { given: { ...answer, outcome: 'no' as const }, refusals: ['reason-missing'] },
  { given: { ...answer, outcome: 'no' as const, amount: euros(10), reason: 'Hors champ' }, refusals: ['means-with-no'] },
  { given: { ...answer, outcome: 'no' as const, means: 'Une salle' }, refusals: ['reason-missing', 'means-with-no'] },
  { given: { ...answer, outcome: 'yes' as const, amount: euros(10) }, refusals: [] },
  { given: { ...answer, outcome: 'yes' as const, means: 'Une salle' }, refusals: [] },
  { given: { ...answer, outcome: 'yes' as const }, refusals: ['means-missing'] },
  { given: { ...answer, outcome: 'yes' as const, amount: cents(0) }, refusals: ['means-missing'] },
  { given: { ...answer, outcome: 'partial' as const }, refusals: ['reason-missing', 'means-missing'] },
  { given: { ...answer, outcome: 'partial' as const, amount: cents(1), reason: 'Plafond' }, refusals: [] },
])(
  'ENG-02: an answer « $given.outcome » with $given.amount, « $given.means », « $given.reason » is refused for $refusals',
  ({ given, refusals }) => {
    expect(refuseAnswer(given)).toEqual(refusals)
  },
)
