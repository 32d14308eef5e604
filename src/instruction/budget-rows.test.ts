import { expect, test } from 'vitest'
import { euros } from '#platform/money.ts'
import { budgetRows } from './budget-rows.ts'

const BUDGET = {
  lines: [
    { account: '601', amount: euros(600) },
    { account: '604', amount: euros(400) },
    { account: '65x', amount: euros(50) },
    { account: '74com', amount: euros(300) },
    { account: '756', amount: euros(100) },
    { account: '864', amount: euros(900) },
    { account: '870', amount: euros(900) },
    { account: 'inconnu', amount: euros(7) },
  ],
  requests: [
    { funderShortName: 'État', asked: euros(500) },
    { funderShortName: 'CAF', asked: euros(0) },
  ],
}
const words = (rows: ReturnType<typeof budgetRows>) => rows.map(({ code, label, planned }) => `${code} ${label} ${planned / 100}`)

test('charges come group by group, a sum first, and a group of one line of its own name is said once', () => {
  expect(words(budgetRows('charges', BUDGET, undefined))).toEqual([
    '60 Achats 1000',
    '601 Matières et fournitures 600',
    '604 Prestations de services 400',
    '65 Autres charges de gestion courante 50',
  ])
})

test('what is asked of the funders of the contract is part of the subsidies, with those asked elsewhere', () => {
  expect(words(budgetRows('products', BUDGET, undefined))).toEqual([
    '74 Subventions 800',
    '74 État 500',
    '74 Commune 300',
    '75 Cotisations et dons 100',
    '756 Cotisations des adhérents 100',
  ])
})

test('voluntary contributions are apart', () => {
  expect(words(budgetRows('in-kind', BUDGET, undefined)).length).toBe(4)
})

test('a line of the year before that is gone is still shown, at zero', () => {
  const previous = { lines: [{ account: '613', amount: euros(200) }], requests: [{ funderShortName: 'CAF', asked: euros(900) }] }
  const rows = [...budgetRows('charges', BUDGET, previous), ...budgetRows('products', BUDGET, previous)]
  expect(rows.find(({ label }) => label === 'Locations')).toMatchObject({ planned: 0, before: euros(200) })
  expect(rows.find(({ label }) => label === 'CAF')).toMatchObject({ planned: 0, before: euros(900) })
  expect(rows.find(({ code }) => code === '601')).toMatchObject({ planned: euros(600), before: 0 })
})
