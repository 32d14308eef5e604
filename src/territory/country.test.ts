import { expect, test } from 'vitest'
import { getCountry, searchCommunes } from './country-store.ts'
import { plain } from './plain.ts'

test('TER-05: the whole country is readable: 35 communes of Valenciennes Métropole, each with its EPCI and its population', async () => {
  const country = await getCountry()
  expect(country.communes.size).toBeGreaterThan(34_000)
  const valenciennes = country.epcis.get('245901160')
  expect(valenciennes?.communeCodes).toHaveLength(35)
  const members = (valenciennes?.communeCodes ?? []).map((code) => country.communes.get(code))
  expect(members.every((one) => one?.epciSiren === '245901160' && (one.inhabitants ?? 0) > 0)).toBe(true)
  expect(country.departments.get('62')).toMatchObject({ name: 'Pas-de-Calais', regionCode: '32' })
  expect(country.regions.get('32')?.name).toBe('Hauts-de-France')
})

test('every commune has a department, and every member of an EPCI is a commune', async () => {
  const { communes, departments, epcis } = await getCountry()
  expect([...communes.values()].filter(({ departmentCode }) => !departments.has(departmentCode))).toEqual([])
  expect([...epcis.values()].flatMap(({ communeCodes }) => communeCodes).filter((code) => !communes.has(code))).toEqual([])
})

test.each([
  { typed: 'condé sur l’escaut', first: '59153' },
  { typed: 'CONDE-SUR-L-ESCAUT', first: '59153' },
  { typed: 'lens', first: '62498' },
  { typed: '62498', first: '62498' },
  { typed: '2a004', first: '2A004' },
])('a commune is found by what people type: $typed', async ({ typed, first }) => {
  expect(searchCommunes(await getCountry(), typed)[0]?.code).toBe(first)
})

test('a search of one letter, or of a name that nobody has, finds nothing; a common one stops at its limit', async () => {
  const country = await getCountry()
  expect(searchCommunes(country, 'l')).toEqual([])
  expect(searchCommunes(country, 'zzzz')).toEqual([])
  expect(searchCommunes(country, 'saint', 5)).toHaveLength(5)
})

test('names are compared without accents, capitals, ligatures and punctuation', () => {
  expect(plain('  Nœux-les-Mines ')).toBe('noeux les mines')
  expect(plain('L’Haÿ')).toBe(plain("l'hay"))
})
