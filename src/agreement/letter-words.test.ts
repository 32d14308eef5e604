import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import { type LetterFacts, letterWords } from './letter-words.ts'

const facts: LetterFacts = {
  granted: euros(5000),
  asked: euros(8000),
  title: 'Jardin nourricier',
  year: 2027,
  byState: false,
  legalForm: 'association',
  actAuthority: 'Commission permanente',
  actNumber: '2027-118',
  actSignedOn: day('2027-03-25'),
  reason: '',
  agreementStep: 'not-required',
}
const plain = (text: unknown): string => JSON.stringify(text).replaceAll(/\s/g, ' ')

test('an award says the act, the amount in figures and words, and when the account is due', () => {
  const words = letterWords(facts)
  expect(words.amount).toEqual({ figures: expect.stringMatching(/^5\s000,00\s€$/), words: 'cinq mille euros' })
  expect(plain(words)).toContain('l’acte n° 2027-118 signé le 25 mars 2027 (Commission permanente)')
  expect(plain(words)).toContain('au plus tard le 30 juin 2028')
  expect(plain(words)).toContain('article 10 de la loi n° 2000-321')
  expect(words.reason).toBeNull()
})

test('a letter speaks in the name of its funder without an article to guess, and names no page: it is read on the web too', () => {
  for (const granted of [facts.granted, cents(0)]) {
    const text = plain(letterWords({ ...facts, granted }))
    expect(text).toContain('Vous nous avez demandé une aide de 8 000,00 €')
    expect(text).not.toContain('page suivante')
  }
})

test('a refusal says its reason and the remedies, and no obligation', () => {
  const words = letterWords({ ...facts, granted: cents(0), reason: 'Hors des priorités de l’appel.' })
  expect(words.amount).toBeNull()
  expect(words.reason).toBe('Hors des priorités de l’appel.')
  expect(words.annex.map(({ title }) => title)).toEqual(['Voies de recours'])
  expect(plain(words)).toContain('dans les deux mois')
})

test.each([
  ['association', true, true],
  ['foundation', true, true],
  ['company', false, true],
  ['landlord', false, true],
  ['natural-person', false, true],
  ['commune', false, false],
  ['ccas', false, false],
  ['school', false, false],
] as const)('a %s is reminded of the republican engagement: %s, of the law of 2000: %s', (legalForm, engagement, law) => {
  const text = plain(letterWords({ ...facts, legalForm }).annex)
  expect(text.includes('engagement républicain')).toBe(engagement)
  expect(text.includes('article 10 de la loi')).toBe(law)
})

test('the State and the local authorities each name their own rule and remedy', () => {
  expect(plain(letterWords({ ...facts, byState: true }))).toContain('recours hiérarchique')
  expect(plain(letterWords({ ...facts, byState: true }))).not.toContain('L. 1611-4')
  expect(plain(letterWords(facts))).toContain('L. 1611-4')
  expect(plain(letterWords(facts))).not.toContain('recours hiérarchique')
})

test('FIN-09: above the threshold the letter announces the agreement, which is another document; below it says nothing of one', () => {
  expect(plain(letterWords({ ...facts, agreementStep: 'to-prepare' }))).toContain('La loi impose alors une convention')
  expect(plain(letterWords(facts))).not.toContain('convention (')
})
