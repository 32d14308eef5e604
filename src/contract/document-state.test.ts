import { expect, test } from 'vitest'
import { documentState, missingSignatures } from './document-state.ts'

test.each([
  { required: 0, signed: 0, announced: null, saidSigned: false, state: 'unknown', missing: 0 },
  { required: 0, signed: 0, announced: 40, saidSigned: false, state: 'unknown', missing: 40 },
  { required: 0, signed: 0, announced: 40, saidSigned: true, state: 'said-signed', missing: 0 },
  { required: 3, signed: 0, announced: null, saidSigned: false, state: 'waiting', missing: 3 },
  { required: 3, signed: 2, announced: null, saidSigned: false, state: 'partly-signed', missing: 1 },
  { required: 3, signed: 3, announced: null, saidSigned: false, state: 'in-force', missing: 0 },
  { required: 4, signed: 4, announced: 40, saidSigned: false, state: 'partly-signed', missing: 36 },
  { required: 4, signed: 4, announced: 4, saidSigned: false, state: 'in-force', missing: 0 },
  { required: 4, signed: 3, announced: 3, saidSigned: false, state: 'partly-signed', missing: 1 },
])(
  'CON-04: $signed signatures of $required named and $announced announced make a document $state, $missing missing',
  ({ state, missing, ...signing }) => {
    expect(documentState(signing)).toBe(state)
    expect(missingSignatures(signing)).toBe(missing)
  },
)
