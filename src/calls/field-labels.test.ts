import { expect, test } from 'vitest'
import { accountWords } from './field-labels.ts'

test.each([
  ['613', 'Locations', 'Locations (613)'],
  ['chgfixe', 'Charges fixes de fonctionnement', 'Charges fixes de fonctionnement'],
  ['70x', 'Ventes, participations des habitants', 'Ventes, participations des habitants'],
  ['insufprevisionnel', 'Part payée par votre organisation', 'Part payée par votre organisation'],
  ['6', 'Total', 'Total'],
])('the code %s is shown beside « %s » only when it has three digits', (code, label, words) => {
  expect(accountWords({ code, label })).toBe(words)
})
