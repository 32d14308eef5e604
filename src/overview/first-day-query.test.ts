import { expect, test } from 'vitest'
import { readFirstDayQuery } from './first-day-query.ts'

const NONE = { list: 'bilans-manquants', year: undefined, funder: undefined, text: undefined }

test.each([
  [{}, NONE],
  [
    { liste: 'abandons', annee: '2026', q: ' vélo ' },
    { ...NONE, list: 'abandons', year: 2026, text: 'vélo' },
  ],
  [{ liste: 'autre', annee: 'x', ['financeur']: 'moi', q: '' }, NONE],
  [{ q: 'a\0b' }, { ...NONE, text: 'ab' }],
])('the address %j is read as the filters %j', (given, read) => {
  expect(readFirstDayQuery(given)).toEqual(read)
})
