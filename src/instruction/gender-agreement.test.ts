import { expect, test } from 'vitest'
import { type GivenMarker, genderState } from './gender-agreement.ts'
import type { Marker } from './gender-tree.ts'

const by = (personId: string, marker: Marker): GivenMarker => ({ personId, marker, together: false })
const together = (marker: Marker): GivenMarker => ({ personId: 'a', marker, together: true })

test.each([
  { given: [], state: { state: 'none' } },
  { given: [by('a', 1)], state: { state: 'one' } },
  { given: [by('a', 1), by('a', 1)], state: { state: 'one' } },
  { given: [by('a', 1), by('b', 1)], state: { state: 'settled', marker: 1, way: 'agreement' } },
  { given: [by('a', 0), by('b', 0)], state: { state: 'settled', marker: 0, way: 'agreement' } },
  { given: [by('a', 1), by('b', 2)], state: { state: 'diverging' } },
  { given: [by('a', 1), by('b', 2), by('b', 1)], state: { state: 'settled', marker: 1, way: 'agreement' } },
  { given: [by('a', 1), by('b', 1), by('c', 0)], state: { state: 'diverging' } },
  { given: [by('a', 1), by('b', 2), together(1)], state: { state: 'settled', marker: 1, way: 'discussion' } },
  { given: [by('a', 1), by('b', 2), together(1), by('c', 1)], state: { state: 'settled', marker: 1, way: 'discussion' } },
  { given: [by('a', 1), by('b', 2), together(1), by('c', 0)], state: { state: 'diverging' } },
  { given: [by('a', 1), by('b', 2), together(1), by('c', 0), together(0)], state: { state: 'settled', marker: 0, way: 'discussion' } },
] satisfies { given: GivenMarker[]; state: ReturnType<typeof genderState> }[])(
  'EGA-04: $given.length sets of answers give $state',
  ({ given, state }) => {
    expect(genderState(given)).toEqual(state)
  },
)
