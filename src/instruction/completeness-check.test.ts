import { expect, test } from 'vitest'
import { refuseStatement } from './completeness-check.ts'

test.each([
  { complete: true, note: '', missingPieces: 0, refusals: [] },
  { complete: true, note: '', missingPieces: 1, refusals: ['complete-despite-pieces'] },
  { complete: true, note: 'Reçue par courrier.', missingPieces: 1, refusals: [] },
  { complete: false, note: '', missingPieces: 0, refusals: ['incomplete-without-note'] },
  { complete: false, note: ' \n', missingPieces: 2, refusals: ['incomplete-without-note'] },
  { complete: false, note: 'Budget illisible.', missingPieces: 0, refusals: [] },
])('stated complete: $complete with « $note » and $missingPieces pieces awaited is refused for $refusals', ({ refusals, ...statement }) => {
  expect(refuseStatement(statement)).toEqual(refusals)
})
