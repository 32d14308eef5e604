import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { chosenYear } from './chosen-year.ts'
import { COMMITTEE_TABS, committeeTab } from './committee-tabs.ts'
import { keepsRow, readProgrammingQuery } from './programming-query.ts'
import type { Amounts, ProgrammingRow } from './programming-table.ts'

const NONE: Amounts = { awardedBefore: null, asked: null, proposed: null, retained: null, decided: null, obligated: null, paid: null }

function aRow(wish: Partial<ProgrammingRow> = {}): ProgrammingRow {
  return {
    ...{ partId: 'p', applicationId: 'a', number: 17, dauphinNumber: 'D27-1', title: 'Vélo-école d’été', organisationName: 'La Roue' },
    ...{
      renewed: false,
      withdrawn: false,
      givenUp: false,
      orientationCode: null,
      orientationLabel: null,
      pillar: 'cohesion',
      themeCode: null,
      themeLabel: null,
    },
    ...{ communes: [{ code: '62498', name: 'Lens' }], qpvs: [], women: 0, men: 0, cost: cents(0), otherPublic: cents(0) },
    ...{ opinionsAsked: 0, opinionsGiven: 0, opinionsLate: 0, reportBefore: null, byFunder: {}, total: NONE, acts: '', obligations: '' },
    ...{ publicShare: undefined, communeGroup: 'Lens' },
    ...wish,
  }
}

test('what an address says without meaning is as if absent', () => {
  expect(
    readProgrammingQuery({ annee: 'x', par: 'rue', detail: '1', commune: '1234567', champ: 'or', nature: '', statut: 'peut-être', q: '' }),
  ).toEqual({})
  expect(readProgrammingQuery({ annee: '2027', par: 'orientation', q: ' v\0élo ' })).toEqual({ annee: 2027, par: 'orientation', q: 'vélo' })
})

test.each([
  [{}, true],
  [{ q: 'VELO roue' }, true],
  [{ q: 'été' }, true],
  [{ q: 'd27-1' }, true],
  [{ q: '17' }, true],
  [{ q: 'vélo avion' }, false],
  [{ commune: '62498' }, true],
  [{ commune: '62510' }, false],
  [{ champ: 'cohesion' }, true],
  [{ champ: 'employment' }, false],
  [{ nature: 'nouvelle' }, true],
  [{ nature: 'reconduite' }, false],
  [{ statut: 'deposited' }, true],
  [{ statut: 'retained' }, false],
] as const)('the filter %o keeps the row: %s', (query, kept) => {
  expect(keepsRow(query, aRow())).toBe(kept)
})

test.each([
  [undefined, [2026, 2027], 2027, 2027],
  [undefined, [2026, 2027, 2028], 2027, 2027],
  [undefined, [2025, 2028], 2027, 2025],
  [undefined, [2028, 2029], 2027, 2029],
  [undefined, [], 2027, 2027],
  [2020, [2026, 2027], 2027, 2020],
])('asked %s with calls in %s, in %s, the year shown is %s', (asked, years, thisYear, shown) => {
  expect(chosenYear(asked, years, thisYear)).toBe(shown)
})

test('a file is to discuss in a committee until every funder asked has fixed its amount', () => {
  const asked = { ...NONE, asked: cents(500) }
  const retained = { ...asked, retained: cents(300) }
  const tab = (byFunder: Record<string, Amounts>, total: Amounts) => committeeTab(aRow({ byFunder, total }))
  expect(tab({ state: asked }, asked)).toBe('a-discuter')
  expect(tab({ state: retained, region: asked }, retained)).toBe('a-discuter')
  expect(tab({ state: retained, region: NONE }, retained)).toBe('retenus')
  expect(tab({ state: { ...asked, retained: cents(0) } }, { ...asked, retained: cents(0) })).toBe('ecartes')
  expect(committeeTab(aRow({ withdrawn: true }))).toBe('ecartes')
  expect(COMMITTEE_TABS).toHaveLength(3)
})
