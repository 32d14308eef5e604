import { expect, test } from 'vitest'
import { percentOf, sizeWords } from './export-words.ts'

test.each([
  ['waiting', 0, 0, 0],
  ['running', 0, 320, 0],
  ['running', 300, 320, 93],
  ['running', 320, 320, 99],
  ['done', 0, 0, 100],
  ['failed', 10, 320, 3],
] as const)('%s at %i of %i is %i %%: nothing is whole before it is done', (state, done, total, expected) => {
  expect(percentOf({ state, done, total })).toBe(expected)
})

test.each([
  [900, '0,9 ko'],
  [42_400, '42 ko'],
  [1_250_000, '1,3 Mo'],
  [31_000_000, '31 Mo'],
])('%i bytes are %s', (bytes, expected) => {
  expect(sizeWords(bytes).replaceAll('\u00A0', ' ')).toBe(expected)
})
