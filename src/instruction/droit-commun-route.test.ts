import { describe, expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { countTries, opensSpecificRoute, ROUTES, routeOf, type TryState, tryState } from './droit-commun-route.ts'

const DUE = day('2027-02-10')
const asked = (outcome: 'yes' | 'partial' | 'no' | null, late = 0) => ({
  dueOn: DUE,
  outcome,
  answeredOn: outcome === null ? null : addDays(DUE, late),
})

describe('PRJ-07: where one line stands', () => {
  test.each([
    { tried: { dueOn: null, outcome: null, answeredOn: null }, after: 0, state: 'not-asked' },
    { tried: asked(null), after: -1, state: 'waiting' },
    { tried: asked(null), after: 0, state: 'waiting' },
    { tried: asked(null), after: 1, state: 'silent' },
    { tried: asked('yes', -1), after: 5, state: 'yes' },
    { tried: asked('yes', 0), after: 5, state: 'yes' },
    { tried: asked('yes', 1), after: 5, state: 'late-yes' },
    { tried: asked('partial', 1), after: 5, state: 'partial' },
    { tried: asked('no', 1), after: 5, state: 'no' },
  ])('$after days after the due day it is $state', ({ tried, after, state }) => {
    expect(tryState(tried, addDays(DUE, after))).toBe(state)
  })
})

describe('PRJ-07, ENG-02: the route', () => {
  test.each<{ states: TryState[]; route: string; open: boolean }>([
    { states: [], route: 'none-fits', open: true },
    { states: ['not-asked'], route: 'to-try', open: false },
    { states: ['no', 'not-asked'], route: 'to-try', open: false },
    { states: ['waiting', 'not-asked'], route: 'to-try', open: false },
    { states: ['no', 'waiting'], route: 'waiting', open: false },
    { states: ['partial', 'waiting'], route: 'waiting', open: false },
    { states: ['yes', 'waiting'], route: 'droit-commun', open: false },
    { states: ['no', 'yes'], route: 'droit-commun', open: false },
    { states: ['no', 'no'], route: 'specific', open: true },
    { states: ['no', 'silent'], route: 'specific', open: true },
    { states: ['silent'], route: 'specific', open: true },
    { states: ['partial', 'no'], route: 'mixed', open: true },
    { states: ['late-yes', 'silent'], route: 'mixed', open: true },
  ])('$states leads to $route', ({ states, route, open }) => {
    expect(routeOf(states)).toBe(route)
    expect(opensSpecificRoute(routeOf(states))).toBe(open)
  })

  test('three routes are open and three are closed', () => {
    expect(ROUTES.filter(opensSpecificRoute)).toEqual(['mixed', 'specific', 'none-fits'])
  })
})

test('PRJ-07: silence counts against the partner from the day after the due day', () => {
  const tries = [asked('yes', 0), asked('partial', -3), asked('no', 1), asked(null)]
  const count = { asked: 4, inTime: 2, late: 1, yes: 1, partial: 1, no: 1 }
  expect(countTries(tries, DUE)).toEqual({ ...count, silent: 0, waiting: 1 })
  expect(countTries(tries, addDays(DUE, 1))).toEqual({ ...count, silent: 1, waiting: 0 })
})
