import { expect, test } from 'vitest'
import { compareFrame } from './frame-comparison.ts'

const said = { title: '', description: '', source: '' }

test('CON-07: an update against the initial contract gives what is added, changed and kept, each node once', () => {
  const initial = [{ id: 'o1' }, { id: '2.3' }, { id: '4' }]
  const changed = { kind: 'changed' as const, orientationId: '2.3', ...said }
  const added = { kind: 'added' as const, orientationId: null, ...said }
  expect(compareFrame(initial, [added, changed])).toEqual({ added: [added], changed: [changed], kept: [{ id: 'o1' }, { id: '4' }] })
})

test('without any change the whole frame is kept', () => {
  expect(compareFrame([{ id: 'o1' }], [])).toEqual({ added: [], changed: [], kept: [{ id: 'o1' }] })
})
