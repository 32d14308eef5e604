import { expect, test } from 'vitest'
import { readFirstDayQuery } from './first-day-query.ts'

const NONE = { liste: 'bilans-manquants', annee: undefined, financeur: undefined, q: undefined }

test.each([
  [{}, NONE],
  [
    { liste: 'abandons', annee: '2026', q: ' vélo ' },
    { ...NONE, liste: 'abandons', annee: 2026, q: 'vélo' },
  ],
  [{ liste: 'autre', annee: 'x', financeur: 'moi', q: '' }, NONE],
  [{ q: 'a\0b' }, { ...NONE, q: 'ab' }],
])('the address %j is read as the filters %j', (given, read) => {
  expect(readFirstDayQuery(given)).toEqual(read)
})
