import { expect, test } from 'vitest'
import { PAGE, pageOf } from './api-page.ts'

const rows = (count: number, last: string[] = []) => [
  ...Array.from({ length: count }, (_, rank) => ({ id: `a${rank}` })),
  ...last.map((id) => ({ id })),
]

test('a page that holds everything has no next', () => {
  expect(pageOf(rows(PAGE))).toEqual({ items: rows(PAGE), last: undefined })
  expect(pageOf([])).toEqual({ items: [], last: undefined })
})

test('the next page begins after the last action given', () => {
  expect(pageOf(rows(PAGE + 1))).toEqual({ items: rows(PAGE), last: 'a99' })
})

test('an action of several years is never cut between two pages', () => {
  expect(pageOf(rows(PAGE - 1, ['b', 'b']))).toEqual({ items: rows(PAGE - 1), last: 'a98' })
})
