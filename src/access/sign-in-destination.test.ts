import { expect, test } from 'vitest'
import { localPath } from './sign-in-destination.ts'

test.each([
  ['/demandes/12?onglet=budget#total', '/demandes/12?onglet=budget#total'],
  ['/', '/'],
  ['/programmation/été', '/programmation/%C3%A9t%C3%A9'],
])('a path of the program is kept: %s', (asked, kept) => {
  expect(localPath(asked)).toBe(kept)
})

test.each([
  undefined,
  '',
  'demandes',
  'https://ailleurs.example/',
  '//ailleurs.example/',
  '/\\ailleurs.example',
  '/\t/ailleurs.example',
  '/.//ailleurs.example',
  '/x/..//ailleurs.example',
  'javascript:alert(1)',
  `/${'a'.repeat(2_000)}`,
])('an address that leaves the program becomes the home page: %s', (asked) => {
  expect(localPath(asked)).toBe('/')
})
