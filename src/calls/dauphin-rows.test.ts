import { expect, test } from 'vitest'
import { DAUPHIN_COLUMNS, type DauphinColumn, readHeader } from './dauphin-columns.ts'
import type { DauphinContext } from './dauphin-context.ts'
import { findFunderOfLine } from './dauphin-funders.ts'
import { DAUPHIN_RULES, sayRefusal } from './dauphin-refusals.ts'
import { readDauphinRows } from './dauphin-rows.ts'

const FUNDERS = [
  { id: 'state', name: 'Direction départementale de l’emploi', shortName: 'État', budgetAccount: '74etat' },
  { id: 'region', name: 'Région Hauts-de-France', shortName: 'Région', budgetAccount: '74region' },
  { id: 'epci', name: 'Communauté d’agglomération de Lens-Liévin', shortName: 'Agglomération', budgetAccount: '74epci' },
  { id: 'caf', name: 'Caisse d’allocations familiales du Pas-de-Calais', shortName: 'CAF', budgetAccount: '74orgasoc' },
]
const CONTEXT: DauphinContext = {
  year: 2027,
  door: 'dauphin-first',
  themes: [{ code: '1.5', label: 'Lien social, citoyenneté et participation des habitants' }],
  qpvCodes: ['QN06201F', 'QN06202F'],
  funders: FUNDERS,
}

const GOOD: Record<DauphinColumn, string> = {
  number: 'DA62270001',
  year: '2027',
  theme: '1.5',
  frequency: 'RENOUVELLEMENT',
  siret: '00000001100015',
  rna: 'W621000123',
  organisationName: 'Graines de Coron',
  thirdPartyKind: 'Association',
  title: 'Jardin nourricier',
  summary: 'Un jardin partagé.',
  startsOn: '01/01/2027',
  endsOn: '31/12/2027',
  qpvs: 'QN06201F (60 %) ; QN06202F (40 %)',
  women: '20',
  men: '10',
  totalCost: '8 000',
  funder: '62-ETAT-POLITIQUE-VILLE',
  asked: '5 000',
  status: 'Recevable',
  voted: '',
  decidedOn: '',
  comment: '',
}
const HEADINGS = DAUPHIN_COLUMNS.map(({ header }) => header)

function read(...changes: Partial<Record<DauphinColumn, string>>[]) {
  const rows = changes.map((change, index) => ({
    line: index + 2,
    cells: DAUPHIN_COLUMNS.map(({ key }) => ({ ...GOOD, ...change })[key]),
  }))
  return readDauphinRows([{ line: 1, cells: HEADINGS }, ...rows], CONTEXT)
}

test('a good line comes in one form: cents, ISO days, codes', () => {
  const { lines, refused } = read({})
  expect(refused).toEqual([])
  expect(lines[0]).toMatchObject({ line: 2, number: 'DA62270001', funderLine: '62 etat politique ville', funderId: 'state' })
  expect(lines[0]?.content).toMatchObject({
    asked: '500000',
    startsOn: '2027-01-01',
    qpvs: 'QN06201F=60;QN06202F=40',
    frequency: 'renewed',
  })
})

test('headings are read without case, accents nor signs; unknown ones are kept and told', () => {
  const { positions, unknown, missing } = readHeader(['NUMERO DE DOSSIER', 'exercice budgétaire', 'Couleur', 'siret', 'SIRET'])
  expect([...positions.keys()]).toEqual(['number', 'year', 'siret'])
  expect(unknown.map(({ header }) => header)).toEqual(['Couleur', 'SIRET'])
  expect(missing).toEqual(['organisationName', 'thirdPartyKind', 'title', 'funder', 'asked'])
})

test('a column we do not know is kept with its line', () => {
  const sheet = [
    { line: 1, cells: [...HEADINGS, 'Couleur'] },
    { line: 2, cells: [...DAUPHIN_COLUMNS.map(({ key }) => GOOD[key]), 'bleu'] },
  ]
  const { lines, unknownHeaders } = readDauphinRows(sheet, CONTEXT)
  expect(unknownHeaders).toEqual(['Couleur'])
  expect(lines[0]?.others).toEqual({ Couleur: 'bleu' })
})

test('a sheet without a column that must be there says which, and gives no line', () => {
  const { lines, refused } = readDauphinRows(
    [
      { line: 1, cells: ['SIRET'] },
      { line: 2, cells: ['1'] },
    ],
    CONTEXT,
  )
  expect(lines).toEqual([])
  expect(refused.map(({ column }) => column)).toContain('number')
  expect(refused.every(({ rule }) => rule === 'missing-column')).toBe(true)
})

test.each([
  [{ number: '' }, 'number', 'missing'],
  [{ number: '62270001' }, 'number', 'not-a-file-number'],
  [{ year: '2026' }, 'year', 'other-year'],
  [{ theme: '9.9' }, 'theme', 'unknown-theme'],
  [{ frequency: 'parfois' }, 'frequency', 'unknown-frequency'],
  [{ siret: '2,13502E+13' }, 'siret', 'siret-rounded'],
  [{ siret: '4.5e13' }, 'siret', 'siret-rounded'],
  [{ siret: '1100015' }, 'siret', 'siret-length'],
  [{ siret: '00000001100016' }, 'siret', 'siret-key'],
  [{ rna: 'W12' }, 'rna', 'not-an-rna'],
  [{ organisationName: '' }, 'organisationName', 'missing'],
  [{ thirdPartyKind: 'Chorale' }, 'thirdPartyKind', 'unknown-third-party'],
  [{ title: '' }, 'title', 'missing'],
  [{ title: 'Jardin\0' }, 'title', 'unreadable'],
  [{ summary: 'a'.repeat(20_001) }, 'summary', 'too-long'],
  [{ startsOn: '31/02/2027' }, 'startsOn', 'not-a-day'],
  [{ startsOn: '02/01/2027', endsOn: '01/01/2027' }, 'endsOn', 'ends-before-start'],
  [{ qpvs: 'Galibots' }, 'qpvs', 'qpv-shape'],
  [{ qpvs: 'QN06209F' }, 'qpvs', 'qpv-unknown'],
  [{ qpvs: 'QP062001' }, 'qpvs', 'qpv-old-generation'],
  [{ qpvs: 'QN06201F ; QN06202F' }, 'qpvs', 'qpv-shares'],
  [{ qpvs: 'QN06201F (60 %) ; QN06202F (39 %)' }, 'qpvs', 'qpv-shares'],
  [{ women: '-3' }, 'women', 'not-a-count'],
  [{ men: 'dix' }, 'men', 'not-a-count'],
  [{ totalCost: 'beaucoup' }, 'totalCost', 'not-an-amount'],
  [{ asked: '-1' }, 'asked', 'not-an-amount'],
  [{ funder: '' }, 'funder', 'missing'],
  [{ status: 'Bizarre' }, 'status', 'unknown-status'],
  [{ status: 'En cours de saisie' }, 'status', 'not-deposited'],
  [{ decidedOn: 'hier' }, 'decidedOn', 'not-a-day'],
] as const)('a line with %o is refused on %s: %s', (change, column, rule) => {
  const { lines, refused } = read(change)
  expect(lines).toEqual([])
  expect(refused).toEqual([expect.objectContaining({ line: 2, column, rule })])
})

test('a line is refused with every reason at once, and its values are never repaired', () => {
  const { refused } = read({ siret: '4,5E+13', asked: 'cent', year: '2025' })
  expect(refused.map(({ column }) => column)).toEqual(['year', 'siret', 'asked'])
  expect(refused[1]?.value).toBe('4,5E+13')
})

test('each rule says what is wrong and what to do', () => {
  for (const { says, fix } of Object.values(DAUPHIN_RULES)) expect([says, fix].every((text) => text.length > 5)).toBe(true)
  expect(sayRefusal({ line: 3, column: 'number', value: '', rule: 'duplicate', otherLine: 2 }).says).toContain('(ligne 2)')
})

test('the second of two lines with one key, or with one funder, is refused; both are seen', () => {
  const { lines, refused, seen } = read({}, {}, { funder: 'État' })
  expect(lines).toHaveLength(1)
  expect(refused.map(({ line, rule, otherLine }) => [line, rule, otherLine])).toEqual([
    [3, 'duplicate', 2],
    [4, 'duplicate', 2],
  ])
  expect(seen).toHaveLength(3)
})

test('two lines of one file must describe it the same way', () => {
  const { lines, refused } = read({}, { funder: 'CAF', title: 'Autre titre' }, { funder: 'Région', asked: '100' })
  expect(lines.map(({ funderId }) => funderId)).toEqual(['state', 'region'])
  expect(refused).toEqual([{ line: 3, column: 'title', value: 'Autre titre', rule: 'differs', otherLine: 2 }])
})

test.each([
  ['62-ETAT-POLITIQUE-VILLE', 'state'],
  ['ÉTAT', 'state'],
  ['62-ETAT-FIPD', undefined],
  ['Région Hauts-de-France', 'region'],
  ['62-COMMUNAUTE AGGLOMERATION LENS LIEVIN', 'epci'],
  ['CAF DU PAS-DE-CALAIS', 'caf'],
  ['Commune de Lens', undefined],
])('the line of « %s » is that of %s', (line, funder) => {
  expect(findFunderOfLine(line, FUNDERS)?.id).toBe(funder)
})
