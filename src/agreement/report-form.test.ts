import { expect, test } from 'vitest'
import { differences, readReport, writeReport } from './report-form.ts'

const typed = {
  realisations: ' Vingt ateliers ',
  difficultes: '',
  indicateur: '28 jardiniers',
  'realise.601': '1 200,50',
  'public.60-plus.femmes': '12',
  'public.0-5.hommes': '',
}

test('an account is read whole, and what it keeps reads back as itself', () => {
  const { content, errors } = readReport(typed)
  expect(errors).toEqual([])
  expect(content).toEqual({
    achievements: 'Vingt ateliers',
    difficulties: '',
    indicatorReached: '28 jardiniers',
    lines: [{ account: '601', amount: 120_050 }],
    publics: [{ ageBand: '60+', women: 12, men: 0 }],
  })
  expect(readReport(writeReport(content)).content).toEqual(content)
})

test.each([
  ['realise.601', 'mille', 'Écrivez un nombre d’euros'],
  ['public.0-5.femmes', '-1', 'nombre entier de personnes'],
  ['public.0-5.femmes', '1000001', 'nombre entier de personnes'],
  ['public.0-5.femmes', '1,5', 'nombre entier de personnes'],
  ['realisations', 'a'.repeat(100_000), 'le maximum est'],
  ['difficultes', 'a\uFFFDb', 'caractère illisible'],
])('%s typed badly is said beside its control', (field, value, said) => {
  const { errors } = readReport({ ...typed, [field]: value })
  expect(errors).toEqual([{ field, message: expect.stringContaining(said) }])
})

test('only what differs is shown when two people have typed', () => {
  const saved = writeReport(readReport({ ...typed, realisations: 'Dix ateliers', 'realise.604': '5' }).content)
  expect(differences({ ...typed, geste: 'enregistrer', 'realise.601': '1\u202f200,50' }, saved)).toEqual([
    { field: 'realisations', saved: 'Dix ateliers' },
    { field: 'realise.604', saved: '5' },
  ])
})
