import { expect, test } from 'vitest'
import { checkClosing } from './meeting-closing.ts'

const OPEN = { closed: false, files: 3, missingOpinions: 0, reason: '' }

test.each([
  { case: 'open, all opinions given', meeting: OPEN, flaws: [] },
  { case: 'one opinion missing, no reason', meeting: { ...OPEN, missingOpinions: 1 }, flaws: ['opinions-missing'] },
  { case: 'one opinion missing, a reason of blanks', meeting: { ...OPEN, missingOpinions: 1, reason: ' \n' }, flaws: ['opinions-missing'] },
  { case: 'one opinion missing, a reason', meeting: { ...OPEN, missingOpinions: 1, reason: 'La CAF s’abstient.' }, flaws: [] },
  { case: 'an empty agenda', meeting: { ...OPEN, files: 0 }, flaws: ['nothing-examined'] },
  { case: 'one file', meeting: { ...OPEN, files: 1 }, flaws: [] },
  {
    case: 'closed, empty and opinions missing',
    meeting: { closed: true, files: 0, missingOpinions: 2, reason: '' },
    flaws: ['already-closed', 'nothing-examined', 'opinions-missing'],
  },
])('GOV-09: a meeting closes only with its opinions or a written reason: $case', ({ meeting, flaws }) => {
  expect(checkClosing(meeting)).toEqual(flaws)
})
