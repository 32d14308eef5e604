import { expect, test } from 'vitest'
import { checkSectors, isCovered } from './sector-coverage.ts'

const north = { name: 'Nord', officer: 'Chargée de mission', communeCodes: ['59616', '59153'] }
const south = { name: 'Sud', officer: 'Chargé de mission', communeCodes: ['59606'] }
const inPolicy = ['59616', '59153', '59606']
const nothing = { missing: [], repeated: [], outside: [], withoutOfficer: [] }

test.each([
  { what: 'each commune once', sectors: [north, south], found: nothing },
  { what: 'a commune left out', sectors: [north], found: { ...nothing, missing: ['59606'] } },
  {
    what: 'a commune in two sectors',
    sectors: [north, { ...south, communeCodes: ['59606', '59153'] }],
    found: { ...nothing, repeated: ['59153'] },
  },
  {
    what: 'a commune twice in one sector',
    sectors: [north, { ...south, communeCodes: ['59606', '59606'] }],
    found: { ...nothing, repeated: ['59606'] },
  },
  {
    what: 'a commune that is not in policy',
    sectors: [north, { ...south, communeCodes: ['59606', '59019'] }],
    found: { ...nothing, outside: ['59019'] },
  },
  { what: 'a sector without an officer', sectors: [north, { ...south, officer: ' ' }], found: { ...nothing, withoutOfficer: ['Sud'] } },
  { what: 'no sector at all', sectors: [], found: { ...nothing, missing: inPolicy } },
])('TER-08: with $what the check finds it', ({ sectors, found }) => {
  expect(checkSectors(inPolicy, sectors)).toEqual(found)
  expect(isCovered(checkSectors(inPolicy, sectors))).toBe(found === nothing)
})
