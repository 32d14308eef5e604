import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { countOpinions, daysWords, isAwaited, opinionState, opinionStateWords, opinionsWords } from './opinion-state.ts'

const TODAY = day('2027-03-02')

test.each([
  { dueOn: '2027-03-01', given: false, state: { state: 'late', days: 1 }, words: 'En retard de 1\u00A0jour' },
  { dueOn: '2027-02-26', given: false, state: { state: 'late', days: 4 }, words: 'En retard de 4\u00A0jours' },
  { dueOn: '2027-03-02', given: false, state: { state: 'waiting', days: 0 }, words: 'Attendu aujourd’hui' },
  { dueOn: '2027-03-03', given: false, state: { state: 'waiting', days: 1 }, words: 'Attendu demain' },
  { dueOn: '2027-03-05', given: false, state: { state: 'waiting', days: 3 }, words: 'Attendu dans 3\u00A0jours' },
  { dueOn: '2027-02-01', given: true, state: { state: 'given' }, words: 'Rendu' },
  { dueOn: '2027-04-01', given: true, state: { state: 'given' }, words: 'Rendu' },
])('an opinion due on $dueOn, given: $given, is « $words » on 2 March', ({ dueOn, given, state, words }) => {
  expect(opinionState({ dueOn: day(dueOn), given }, TODAY)).toEqual(state)
  expect(opinionStateWords(opinionState({ dueOn: day(dueOn), given }, TODAY))).toBe(words)
})

test('PRJ-06: five opinions asked of which three are in and one is late read « 3 sur 5 », one late', () => {
  const asked = [
    { dueOn: day('2027-02-26'), given: true },
    { dueOn: day('2027-02-26'), given: true },
    { dueOn: day('2027-03-05'), given: true },
    { dueOn: day('2027-03-05'), given: false },
    { dueOn: day('2027-02-26'), given: false },
  ]
  expect(countOpinions(asked, TODAY)).toEqual({ asked: 5, received: 3, late: 1, pointless: 0 })
  expect(opinionsWords(countOpinions(asked, TODAY))).toBe('3 sur 5')
})

test('an opinion missing on a file already decided is neither late nor waited for; one given stays given', () => {
  const missing = { dueOn: day('2027-02-26'), given: false, decided: true }
  expect(opinionStateWords(opinionState(missing, TODAY))).toBe('Sans objet\u00A0: décidé')
  expect(countOpinions([missing, { ...missing, given: true }], TODAY)).toEqual({ asked: 2, received: 1, late: 0, pointless: 1 })
  expect([isAwaited({ kind: null, decided: true }), isAwaited({ kind: null, decided: false })]).toEqual([false, true])
  expect(isAwaited({ kind: 'favourable', decided: false })).toBe(false)
})

test('a file on which no opinion was asked says so, never « 0 sur 0 »', () => {
  expect(opinionsWords(countOpinions([], TODAY))).toBe('Aucun demandé')
})

test.each([
  [0, '0\u00A0jour'],
  [1, '1\u00A0jour'],
  [2, '2\u00A0jours'],
])('%i is written « %s »', (days, words) => {
  expect(daysWords(days)).toBe(words)
})
