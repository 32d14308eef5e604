import { expect, test } from 'vitest'
import type { GrantLine } from '#agreement/grant-lines.ts'
import { euros } from '#platform/money.ts'
import { actionLines, linesToShow } from './action-lines.ts'

const WAITING: GrantLine = {
  actionId: 'jardin',
  year: 2027,
  title: 'Jardin',
  awardId: null,
  applicationId: 'a',
  group: 'Jardin, 2027',
  funderName: 'CAF',
  asked: euros(1000),
  decided: null,
  act: '',
  obligation: '',
  paid: null,
  stage: 'awaiting-notification',
  nextStep: 'Décision attendue',
  turn: 'CAF',
}
const PAID: GrantLine = {
  ...WAITING,
  awardId: 'w1',
  decided: euros(2000),
  paid: euros(2000),
  stage: 'closed',
  nextStep: 'Tout est fait',
  turn: '',
}
const YOURS: GrantLine = {
  ...WAITING,
  awardId: 'w2',
  decided: euros(500),
  paid: euros(0),
  stage: 'to-answer',
  nextStep: 'Confirmez',
  turn: 'Vous',
}

test('an action sums its funders; what nobody has decided is not zero', () => {
  expect(actionLines([WAITING, { ...WAITING, turn: 'Région' }])).toMatchObject([
    { asked: euros(2000), decided: null, paid: null, nextStep: 'Décision attendue', otherSteps: 0, turns: ['CAF', 'Région'] },
  ])
  expect(actionLines([WAITING, PAID])).toMatchObject([{ asked: euros(2000), decided: euros(2000), paid: euros(2000) }])
})

test('one’s own turn is said before a funder’s, and what is over last', () => {
  expect(actionLines([PAID, WAITING, YOURS])).toMatchObject([{ nextStep: 'Confirmez', turns: ['Vous'], otherSteps: 1, awardId: 'w2' }])
  expect(actionLines([PAID, WAITING])).toMatchObject([{ nextStep: 'Décision attendue', turns: ['CAF'], otherSteps: 0, awardId: null }])
  expect(actionLines([PAID])).toMatchObject([{ nextStep: 'Tout est fait', turns: [], otherSteps: 0 }])
})

test('two actions of one title, and two years of one action, are not added up', () => {
  expect(actionLines([WAITING, { ...WAITING, actionId: 'autre' }, { ...WAITING, year: 2026 }])).toHaveLength(3)
})

test('what is over is shown for the latest year only', () => {
  const lines = actionLines([PAID, { ...PAID, year: 2026 }, { ...YOURS, actionId: 'vélo', year: 2025 }])
  expect(linesToShow(lines).map(({ year }) => year)).toEqual([2027, 2025])
  expect(linesToShow([])).toEqual([])
})
