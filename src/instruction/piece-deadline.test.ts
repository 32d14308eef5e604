import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { dueDayFlaw, pieceState, pieceStateWords } from './piece-deadline.ts'

const TODAY = day('2027-02-10')

test.each([
  { dueOn: '2027-02-09', answeredOn: null, state: { state: 'late', days: 1 }, words: 'En retard de 1\u00A0jour' },
  { dueOn: '2027-02-01', answeredOn: null, state: { state: 'late', days: 9 }, words: 'En retard de 9\u00A0jours' },
  { dueOn: '2027-02-10', answeredOn: null, state: { state: 'waiting', days: 0 }, words: 'Attendue aujourd’hui' },
  { dueOn: '2027-02-11', answeredOn: null, state: { state: 'waiting', days: 1 }, words: 'Attendue demain' },
  { dueOn: '2027-02-15', answeredOn: null, state: { state: 'waiting', days: 5 }, words: 'Attendue dans 5\u00A0jours' },
  { dueOn: '2027-02-09', answeredOn: '2027-02-08', state: { state: 'received', lateBy: 0 }, words: 'Reçue' },
  { dueOn: '2027-02-09', answeredOn: '2027-02-09', state: { state: 'received', lateBy: 0 }, words: 'Reçue' },
  { dueOn: '2027-02-08', answeredOn: '2027-02-10', state: { state: 'received', lateBy: 2 }, words: 'Reçue avec 2\u00A0jours de retard' },
])('a piece due on $dueOn and received on $answeredOn is « $words » on 10 February', ({ dueOn, answeredOn, state, words }) => {
  const found = pieceState({ dueOn: day(dueOn), answeredOn: answeredOn === null ? null : day(answeredOn) }, TODAY)
  expect(found).toEqual(state)
  expect(pieceStateWords(found)).toBe(words)
})

test.each([
  [-1, 'past'],
  [0, undefined],
  [1, undefined],
  [366, undefined],
  [367, 'too-far'],
])('a due day %i days from today has the flaw %s', (days, flaw) => {
  expect(dueDayFlaw(addDays(TODAY, days), TODAY)).toBe(flaw)
})
