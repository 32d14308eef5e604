import { expect, test } from 'vitest'
import { conflictAuthors, conflictWords } from './conflict-words.ts'

test.each([
  ['text', 'Deux textes'],
  ['email', 'Deux textes'],
  ['choice', 'Deux textes'],
  ['box', 'Deux textes'],
  ['day', 'Deux valeurs'],
  ['whole-euros', 'Deux valeurs'],
  ['count', 'Deux valeurs'],
  ['share', 'Deux valeurs'],
] as const)('two versions of a field read as %s are « %s »', (kind, two) => {
  expect(conflictWords(kind).two).toBe(two)
})

const ONE = { id: 'a', name: 'Camille' }
const OTHER = { id: 'b', name: 'Dominique' }

test.each([
  { inPlace: OTHER, beside: ONE, readerId: 'a', says: 'Deux personnes ont écrit en même temps' },
  { inPlace: ONE, beside: ONE, readerId: 'a', says: 'Vous avez écrit deux fois, dans deux fenêtres' },
  { inPlace: ONE, beside: ONE, readerId: 'b', says: 'Camille a écrit deux fois, dans deux fenêtres' },
  { inPlace: undefined, beside: ONE, readerId: 'a', says: 'Deux personnes ont écrit en même temps' },
])('a choice between two versions says to $readerId: $says', ({ says, ...of }) => {
  expect(conflictAuthors(of)).toBe(says)
})
