import { expect, test } from 'vitest'
import { readFilter } from './commitment-filter.ts'

const nothing = { contrat: 'tous', partenaire: '', pilier: '', nature: '', theme: '', mesurable: '' }

test.each([
  { query: {}, current: undefined, read: nothing },
  { query: {}, current: 'lens', read: { ...nothing, contrat: 'lens' } },
  { query: { contrat: 'tous' }, current: 'lens', read: nothing },
  {
    query: { pilier: 'cohesion', nature: 'specific', mesurable: 'non' },
    current: undefined,
    read: { ...nothing, pilier: 'cohesion', nature: 'specific', mesurable: 'non' },
  },
  { query: { pilier: 'autre', nature: '1; drop', mesurable: 'peut-être' }, current: undefined, read: nothing },
  { query: { theme: 'x'.repeat(121), partenaire: 'Région' }, current: undefined, read: { ...nothing, partenaire: 'Région' } },
])('the address $query asks for $read', ({ query, current, read }) => {
  expect(readFilter(query, current)).toEqual(read)
})
