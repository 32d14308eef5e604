import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import { arrangeFiles, FILE_SORTS, MISSING_FILTERS } from './file-list.ts'
import type { FileRow } from './file-list-store.ts'

const TODAY = day('2027-03-02')
const MINE = '0190a000-0000-7000-8000-000000000001'
const OTHER = '0190a000-0000-7000-8000-000000000002'
const due = day('2027-03-02')
const past = day('2027-03-01')

const aRow = (row: Partial<FileRow>): FileRow => ({
  partId: '',
  applicationId: '',
  number: 1,
  position: 1,
  parts: 1,
  title: '',
  organisationName: '',
  dauphinNumber: null,
  renewed: false,
  themeLabel: null,
  pillar: null,
  qpvs: '',
  asked: euros(0),
  withdrawn: false,
  decided: false,
  complete: null,
  pieces: [],
  opinions: [],
  ...row,
})

const ROWS = [
  aRow({
    number: 3,
    title: 'Écrire',
    asked: euros(900),
    themeLabel: 'Culture',
    complete: true,
    opinions: [{ organisationId: MINE, dueOn: past, kind: null }],
  }),
  aRow({
    number: 1,
    title: 'atelier 10',
    asked: euros(100),
    themeLabel: 'Emploi',
    opinions: [
      { organisationId: MINE, dueOn: past, kind: 'favourable' },
      { organisationId: OTHER, dueOn: due, kind: null },
    ],
  }),
  aRow({ number: 2, title: 'Atelier 9', asked: euros(500), themeLabel: null, complete: false }),
  aRow({ number: null, title: 'Zumba', withdrawn: true, opinions: [{ organisationId: MINE, dueOn: past, kind: null }] }),
]

const arranged = (by: Partial<Parameters<typeof arrangeFiles>[1]>) =>
  arrangeFiles(ROWS, { sort: 'number', descending: false, ...by }, { organisationId: MINE, today: TODAY })
const titles = (by: Partial<Parameters<typeof arrangeFiles>[1]>) => arranged(by).map(({ title }) => title)

const SORTED = {
  number: ['atelier 10', 'Atelier 9', 'Écrire', 'Zumba'],
  title: ['Atelier 9', 'atelier 10', 'Écrire', 'Zumba'],
  theme: ['Atelier 9', 'Zumba', 'Écrire', 'atelier 10'],
  asked: ['Zumba', 'atelier 10', 'Atelier 9', 'Écrire'],
  opinions: ['Atelier 9', 'Zumba', 'Écrire', 'atelier 10'],
  completeness: ['atelier 10', 'Atelier 9', 'Écrire', 'Zumba'],
}

test.each(FILE_SORTS)('files sort by %s, and the other way round', (sort) => {
  expect(titles({ sort })).toEqual(SORTED[sort])
  expect(titles({ sort, descending: true })).toEqual(SORTED[sort].toReversed())
})

const FILTERED = {
  manquants: ['atelier 10', 'Écrire'],
  'en-retard': ['Écrire'],
  'le-mien': ['Écrire'],
  'aucun-demande': ['Atelier 9'],
}

test.each(MISSING_FILTERS)('the filter of opinions « %s » keeps what it says; a file taken back awaits nothing', (missing) => {
  expect(titles({ missing })).toEqual(FILTERED[missing])
})

test('a file taken back is neither complete nor to examine', () => {
  expect(titles({ completeness: 'to-examine' })).toEqual(['atelier 10'])
  expect(arranged({}).map(({ completeness }) => completeness)).toEqual(['to-examine', 'incomplete', 'complete', 'withdrawn'])
})

test('one’s own opinion is awaited on the due day and late the day after', () => {
  const mine = (dueOn: string) =>
    arrangeFiles(
      [aRow({ opinions: [{ organisationId: MINE, dueOn: day(dueOn), kind: null }] })],
      { sort: 'number', descending: false },
      { organisationId: MINE, today: TODAY },
    )[0]?.mine
  expect([mine('2027-03-03'), mine('2027-03-02'), mine('2027-03-01')]).toEqual(['waiting', 'waiting', 'late'])
})

test('a missing opinion is no longer waited for once the file is decided, or taken back; what was given is still counted', () => {
  const opinions = [
    { organisationId: MINE, dueOn: past, kind: null },
    { organisationId: OTHER, dueOn: past, kind: 'favourable' as const },
  ]
  const rows = [aRow({ number: 1, opinions, decided: true }), aRow({ number: 2, opinions, withdrawn: true })]
  const by = { organisationId: MINE, today: TODAY }
  const counts = { asked: 2, received: 1, late: 0, pointless: 1, favourable: 1 }
  const listed = arrangeFiles(rows, { sort: 'number', descending: false }, by)
  expect(listed).toMatchObject([
    { counts, mine: 'none' },
    { counts, mine: 'none' },
  ])
  for (const missing of ['manquants', 'en-retard', 'le-mien'] as const) {
    expect(arrangeFiles(rows, { sort: 'number', descending: false, missing }, by)).toEqual([])
  }
})
