import { expect, test } from 'vitest'
import { addDays, day } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { delayOf, myOpinionsHref, narrowed, readMyOpinionsQuery } from './my-opinions-query.ts'
import type { MyOpinion } from './my-opinions-store.ts'

const TODAY = day('2027-01-14')
const row = (over: Partial<MyOpinion>): MyOpinion => ({
  requestId: newId(),
  applicationId: newId(),
  number: 17,
  year: 2027,
  title: 'Vélo-école',
  organisationName: 'Graines de Coron',
  qpvs: 'Cité des Galibots',
  communes: ['Lens'],
  asked: null,
  askedOn: TODAY,
  dueOn: TODAY,
  opinionId: null,
  kind: null,
  reason: null,
  proposed: null,
  givenOn: null,
  decided: false,
  past: false,
  hasMoney: false,
  ...over,
})

test.each([
  { days: -1, delay: 'en-retard' },
  { days: 0, delay: 'cette-semaine' },
  { days: 7, delay: 'cette-semaine' },
  { days: 8, delay: 'plus-tard' },
])('an opinion due $days days from today is listed under $delay', ({ days, delay }) => {
  expect(delayOf(addDays(TODAY, days), TODAY)).toBe(delay)
})

test('a list is narrowed by words without their accents, by delay and by commune, all together', () => {
  const rows = [row({}), row({ title: 'Ludothèque', communes: ['Liévin'] }), row({ title: 'Velo du soir', dueOn: addDays(TODAY, -1) })]
  const titles = (query: Record<string, string>) => narrowed(rows, readMyOpinionsQuery(query), TODAY).map(({ title }) => title)
  expect(titles({ q: 'velo' })).toEqual(['Vélo-école', 'Velo du soir'])
  expect(titles({ q: 'velo', delai: 'en-retard' })).toEqual(['Velo du soir'])
  expect(titles({ commune: 'Liévin' })).toEqual(['Ludothèque'])
  expect(titles({ delai: 'jamais', page: 'x' })).toHaveLength(3)
})

test('the address keeps the filters, and another filter goes back to the first page', () => {
  const query = readMyOpinionsQuery({ q: 'vélo', page: '3', ouvrir: newId() })
  expect(myOpinionsHref('/instruction', query, { delay: 'en-retard' })).toBe('/instruction?q=v%C3%A9lo&delai=en-retard')
  expect(myOpinionsHref('/instruction', {}, {})).toBe('/instruction')
})
