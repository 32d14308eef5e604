import { expect, test } from 'vitest'
import { isFeatured, todayOf } from './demonstration-today.ts'
import { FUNCTIONS } from './permissions.ts'

test.each(FUNCTIONS)('the role %s is told what it has to do today', (one) => {
  expect(todayOf({ function: one, organisationName: 'Un organisme' })).toMatch(/^.{20,}\.$/)
})

test('a carrier written by hand comes first, with its own words; the others are folded away; other roles are all shown', () => {
  expect(isFeatured({ function: 'porteur', organisationName: 'Amicale des Coulons' })).toBe(true)
  expect(isFeatured({ function: 'porteur', organisationName: 'Lire en Gohelle' })).toBe(false)
  expect(isFeatured({ function: 'funder', organisationName: 'Ville de Harnes' })).toBe(true)
  expect(todayOf({ function: 'porteur', organisationName: 'Graines de Coron' })).toContain('budget')
  expect(todayOf({ function: 'funder', organisationName: 'Ville de Lens' })).toContain('avis')
  expect(todayOf({ function: 'elected', organisationName: 'Ville d’Avion' })).toContain('déclaré')
  expect(todayOf({ function: 'elected', organisationName: 'Ville de Lens' })).toContain('programmation')
})
