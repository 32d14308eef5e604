import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { cents } from '#platform/money.ts'
import { letterStateOf, sayNotified } from './letter-state.ts'

const award = { granted: cents(1), decided: cents(1), byState: true, dauphinNumber: 'DA1', reason: '', notifiedOn: null }

test.each([
  [{}, 'ready'],
  [{ dauphinNumber: null }, 'blocked'],
  [{ granted: cents(0), decided: cents(0) }, 'blocked'],
  [{ granted: cents(0), decided: cents(0), reason: 'Hors priorités' }, 'ready'],
  [{ dauphinNumber: null, notifiedOn: day('2027-04-01') }, 'notified'],
])('a letter with %j is %s', (change, state) => {
  expect(letterStateOf({ ...award, ...change }).state).toBe(state)
})

test('the report of a bulk notification counts what left, what had left, and what goes by post', () => {
  expect(sayNotified({ notified: 1, already: 0, byPost: [] })).toBe('Un courrier est notifié.')
  expect(sayNotified({ notified: 12, already: 3, byPost: ['Les Amis du terril'] })).toBe(
    '12 courriers sont notifiés. 3 l’étaient déjà\u00A0: rien ne repart. Sans adresse électronique, à envoyer par la poste\u00A0: Les Amis du terril.',
  )
  expect(sayNotified({ notified: 9, already: 0, byPost: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] })).toContain('A, B, C, D, E, et 2 autres.')
})
