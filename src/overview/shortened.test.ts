import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortened } from './shortened.ts'

test.each([
  ['a text that fits stays whole', 'Une phrase courte.', 40, 'Une phrase courte.'],
  ['a longer one is cut after a word', 'Une phrase un peu trop longue', 16, 'Une phrase un…'],
  ['without the sign that ended the word', 'Une phrase, un mot', 13, 'Une phrase…'],
  ['a word without end is cut anyway', 'anticonstitutionnellement', 10, 'anticonst…'],
  ['lines become one', 'Deux\n\nlignes', 40, 'Deux lignes'],
])('%s', (_title, text, length, expected) => {
  expect(shortened(text, length)).toBe(expected)
})

test('nothing is longer than asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 60 }), (text, length) => {
      expect(shortened(text, length).length).toBeLessThanOrEqual(length)
    }),
  )
})
