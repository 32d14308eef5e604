import { describe, expect, test } from 'vitest'
import { cents, euros } from '#platform/money.ts'
import { type PlaceAction, perInhabitant, placeChange, placeSums } from './place-lines.ts'

const action = (now: number, before: number): PlaceAction => ({
  ...{ actionId: `${now}-${before}`, title: 'Action', organisationName: 'Porteur', qpvs: 'Cité' },
  now: euros(now),
  before: euros(before),
})

describe('an action of a place against the year before', () => {
  test.each([
    [1, 0, 'new'],
    [1, 1, 'kept'],
    [0, 1, 'stopped'],
  ] as const)('%i € now, %i € before: %s', (now, before, change) => {
    expect(placeChange(action(now, before))).toBe(change)
  })

  test('the sums count each action once and what is gone apart', () => {
    expect(placeSums([action(500, 0), action(300, 200), action(0, 900)])).toEqual({
      now: euros(800),
      before: euros(1100),
      difference: euros(-300),
      actions: 2,
      added: 1,
      stopped: 1,
    })
  })
})

test.each([
  [100, 3, 33],
  [100, 0, undefined],
  [100, null, undefined],
  [0, 10, 0],
])('%i cents for %s inhabitants are %s cents each', (amount, inhabitants, each) => {
  expect(perInhabitant(cents(amount), inhabitants)).toBe(each === undefined ? undefined : cents(each))
})
