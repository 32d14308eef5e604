import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { lateWords, type Origin, originWords } from './opinion-origin.ts'

const DUE = day('2027-02-10')
const usual: Origin = {
  way: 'signed-in',
  signerName: null,
  signerFunction: null,
  linkEmail: null,
  typedBy: 'CAF',
  emailSentOn: null,
  afterCommittee: false,
}

test('PRJ-06: an opinion given by a link says the address and who signed', () => {
  const origin: Origin = {
    ...usual,
    way: 'link',
    signerName: 'A. Exemple',
    signerFunction: 'directrice',
    linkEmail: 'avis@bailleur.example',
    typedBy: null,
  }
  expect(originWords(origin)).toBe('Par lien, adresse avis@bailleur.example\u00A0: A. Exemple, directrice')
})

test('PRJ-06: an opinion typed for an organisation says who typed it, and after which e-mail', () => {
  expect(originWords({ ...usual, way: 'email', typedBy: 'Agglomération', emailSentOn: day('2027-03-04') })).toBe(
    'Saisi par Agglomération d’après un courriel du 4 mars 2027',
  )
})

test('an opinion given signed in, and one that is missing, say nothing more', () => {
  expect(originWords(usual)).toBeUndefined()
  expect(originWords({ ...usual, way: null })).toBeUndefined()
})

test.each([
  { days: -1, words: undefined },
  { days: 0, words: undefined },
  { days: 1, words: 'Rendu avec 1\u00A0jour de retard' },
  { days: 4, words: 'Rendu avec 4\u00A0jours de retard' },
])('an opinion given $days days after its due day says: $words', ({ days, words }) => {
  expect(lateWords({ afterCommittee: false, givenOn: addDays(DUE, days), dueOn: DUE })).toBe(words)
  expect(lateWords({ afterCommittee: true, givenOn: addDays(DUE, days), dueOn: DUE })).toBe('Rendu après le comité')
})
