import { expect, test } from 'vitest'
import { readyForAgenda } from './agenda-ready.ts'

test.each([
  { position: null, complete: true, elsewhere: false, ready: true },
  { position: 1, complete: true, elsewhere: false, ready: false },
  { position: null, complete: true, elsewhere: true, ready: false },
  { position: null, complete: false, elsewhere: false, ready: false },
  { position: null, complete: null, elsewhere: false, ready: false },
])('a file of place $position, complete $complete, before another meeting $elsewhere: taken with the others is $ready', (row) => {
  expect(readyForAgenda(row)).toBe(row.ready)
})
