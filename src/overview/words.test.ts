import { expect, test } from 'vitest'
import { counted, inDays } from './words.ts'

test.each([
  { count: 0, said: '0\u00A0dossier' },
  { count: 1, said: '1\u00A0dossier' },
  { count: 2, said: '2\u00A0dossiers' },
  { count: 1234, said: '1\u202F234\u00A0dossiers' },
])('$count is said with its noun: $said', ({ count, said }) => {
  expect(counted(count, 'dossier', 'dossiers')).toBe(said)
})

test.each([
  { days: -3, said: 'il y a 3\u00A0jours' },
  { days: -1, said: 'hier' },
  { days: 0, said: 'aujourd’hui' },
  { days: 1, said: 'demain' },
  { days: 2, said: 'dans 2\u00A0jours' },
])('a day $days days away is « $said »', ({ days, said }) => {
  expect(inDays(days)).toBe(said)
})
