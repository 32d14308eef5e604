import { expect, test } from 'vitest'
import { filterQuery, readFilter } from './commitment-filter.ts'

const nothing = { contract: 'tous', partner: '', pillar: '', kind: '', theme: '', measurable: '' }

test.each([
  { address: '', current: undefined, read: nothing },
  { address: '', current: 'lens', read: { ...nothing, contract: 'lens' } },
  { address: 'contrat=tous', current: 'lens', read: nothing },
  {
    address: 'pilier=cohesion&nature=specific&mesurable=non',
    current: undefined,
    read: { ...nothing, pillar: 'cohesion', kind: 'specific', measurable: 'non' },
  },
  { address: 'pilier=autre&nature=drop&mesurable=peut-etre', current: undefined, read: nothing },
  { address: `theme=${'x'.repeat(121)}&partenaire=Région%00`, current: undefined, read: { ...nothing, partner: 'Région' } },
])('the address « $address » asks for $read', ({ address, current, read }) => {
  expect(readFilter(Object.fromEntries(new URLSearchParams(address)), current)).toEqual(read)
})

test('a filter said in an address is read back the same', () => {
  const filter = { ...nothing, partner: 'CAF du Nord', measurable: 'oui' }
  expect(readFilter(Object.fromEntries(filterQuery(filter)), undefined)).toEqual(filter)
})
