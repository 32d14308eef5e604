import { expect, test } from 'vitest'
import { AXES, AXIS_PAIRS, PUBLIC_AXES } from './analysis-axes.ts'
import { readBy } from './analysis-by.ts'

test.each([
  ['', 'not-two'],
  ['territory', 'not-two'],
  ['territory,orientation,theme', 'not-two'],
  ['territory,', 'unknown'],
  ['territory,quartier', 'unknown'],
  ['theme,theme', 'same'],
  ['marker,theme', 'not-public'],
  ['theme, marker', 'not-public'],
] as const)('by=%s is refused: %s', (text, reason) => {
  expect(readBy(text)).toEqual({ ok: false, reason })
})

test('eight axes make 28 pairs; every pair without the marker is public', () => {
  expect([AXES.length, AXIS_PAIRS.length, PUBLIC_AXES.length]).toEqual([8, 28, 7])
  const open = AXIS_PAIRS.filter((pair) => readBy(pair.join(',')).ok)
  expect(open).toHaveLength(21)
  expect(open.flat()).not.toContain('marker')
})
