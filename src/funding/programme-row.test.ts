import { expect, test } from 'vitest'
import type { Funder } from '#contract/store.ts'
import { type Cents, euros } from '#platform/money.ts'
import { type ProgrammeView, writeRow, writeSum } from './programme-row.tsx'
import { type Amounts, foldedStep, type ProgrammingRow, sumAmounts } from './programming-table.ts'
import { writeEntry } from './retention-cell.tsx'

const FUNDERS: Funder[] = ['state', 'region'].map((id) => ({ id, name: id, shortName: id, siret: '', budgetAccount: '74x', pilot: false }))
const NONE: Amounts = { awardedBefore: null, asked: null, proposed: null, retained: null, decided: null, obligated: null, paid: null }
const amounts = (wish: Partial<Record<keyof Amounts, number>>): Amounts => ({
  ...NONE,
  ...Object.fromEntries(Object.entries(wish).map(([step, value]): [string, Cents] => [step, euros(value)])),
})
const VIEW: ProgrammeView = { funders: FUNDERS, open: 'region', year: 2027, href: () => '/' }

function aRow(byFunder: Record<string, Amounts>, withdrawn = false): ProgrammingRow {
  return {
    ...{ partId: 'p', applicationId: 'a', number: 1, dauphinNumber: null, title: 'Jardin', organisationName: 'Graines', renewed: false },
    ...{ withdrawn, givenUp: false, orientationCode: null, orientationLabel: null, pillar: null, themeCode: null, themeLabel: null },
    ...{ communes: [], qpvs: [], women: 0, men: 0, cost: euros(0), otherPublic: euros(0), reportBefore: null },
    ...{ opinionsAsked: 0, opinionsGiven: 0, opinionsLate: 0, acts: '', obligations: '', publicShare: undefined, communeGroup: 'Lens' },
    ...{ byFunder, total: sumAmounts(Object.values(byFunder)) },
  }
}

/** Text of the last column of each funder. */
function lastCells(html: string): string[] {
  return [...html.matchAll(/<td class="num key rf[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replaceAll('\u202F', ' '))
}

test.each([
  { steps: { asked: 1 }, expected: 'asked' },
  { steps: { asked: 1, proposed: 1 }, expected: 'proposed' },
  { steps: { asked: 1, proposed: 1, retained: 0 }, expected: 'retained' },
  { steps: { asked: 1, proposed: 1, retained: 1, decided: 0 }, expected: 'decided' },
  { steps: {}, expected: 'asked' },
])('the folded columns total the firmest step of the table: $expected', ({ steps, expected }) => {
  expect(foldedStep(amounts(steps))).toBe(expected)
})

test('a folded sub-total adds one step only, the same for every column, with its mark', () => {
  const rows = [amounts({ asked: 16_000, proposed: 16_000 }), amounts({ asked: 5000, proposed: 5000 }), amounts({ asked: 7000 })]
  const state = sumAmounts(rows)
  const written = (sumStep: 'proposed' | 'retained' | 'asked') =>
    lastCells(
      writeSum(
        { byFunder: { state, region: NONE }, total: state, cost: euros(0) },
        { label: 'Lens', note: '', kind: 'group' },
        { ...VIEW, sumStep },
      ),
    )[0]
  expect(written('proposed')).toBe('<span class="none" data-step="proposed">21 000</span>')
  expect(written('asked')).toBe('<span class="none" data-step="asked">28 000</span>')
  expect(written('retained')).toBe('')
})

test.each([
  { case: 'nothing asked', region: NONE, said: '' },
  { case: 'asked only', region: amounts({ asked: 5 }), said: '' },
  { case: 'proposed', region: amounts({ asked: 5, proposed: 5 }), said: '' },
  { case: 'retained', region: amounts({ asked: 5, retained: 5 }), said: '<span class="none">à venir</span>' },
  { case: 'decided', region: amounts({ asked: 5, retained: 5, decided: 4 }), said: '4' },
])('« à venir » stands only where an amount is retained and not decided: $case', ({ region, said }) => {
  expect(lastCells(writeRow(aRow({ state: NONE, region }), VIEW))[1]).toBe(said)
})

test('a withdrawn file stays listed as « Retiré » and awaits no decision', () => {
  const row = writeRow(aRow({ state: NONE, region: amounts({ asked: 5, retained: 5 }) }, true), VIEW)
  expect(row).toContain('Retiré')
  expect(row).not.toContain('à venir')
})

const ENTRY = {
  ...{ action: '/', envelope: { id: 'e', funderId: 'region' }, funderName: 'region', back: '' },
  ...{ retained: new Map(), refused: undefined, newId: () => 'n' },
}

test.each([
  { case: 'asked', region: amounts({ asked: 5 }), withdrawn: false, awaited: true },
  { case: 'proposed without being asked', region: amounts({ proposed: 5 }), withdrawn: false, awaited: false },
  { case: 'not asked', region: NONE, withdrawn: false, awaited: false },
  { case: 'asked, then withdrawn', region: amounts({ asked: 5 }), withdrawn: true, awaited: false },
])('« à fixer » stands only where something is asked of the funder: $case', ({ region, withdrawn, awaited }) => {
  expect(writeEntry(aRow({ state: NONE, region }, withdrawn), ENTRY).includes('à fixer')).toBe(awaited)
})
