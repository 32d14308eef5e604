import { expect, test } from 'vitest'
import { cents } from '#platform/money.ts'
import { type ReportContent, reportFlaws } from './report-check.ts'
import { gapOf } from './report-gaps.ts'

const final: ReportContent = {
  kind: 'final',
  achievements: 'Vingt ateliers',
  difficulties: '',
  indicatorReached: '28 jardiniers',
  reached: 30,
  gaps: [gapOf('601', cents(100_000), cents(100_000))],
  certifiedBy: 'La présidente',
  certified: true,
}
const wide = [gapOf('601', cents(100_000), cents(50_000))]

test.each([
  [{}, []],
  [{ achievements: ' ' }, ['achievements-missing']],
  [{ indicatorReached: '' }, ['indicator-missing']],
  [{ reached: 0 }, ['public-missing']],
  [{ reached: 0, difficulties: 'Salle fermée' }, []],
  [{ gaps: [gapOf('601', cents(100), cents(0))] }, ['nothing-spent']],
  [{ gaps: [] }, ['nothing-spent']],
  [{ gaps: [], difficulties: 'L’action n’a pas eu lieu' }, []],
  [{ gaps: wide }, ['gaps-unexplained']],
  [{ gaps: wide, difficulties: 'Moins de fournitures' }, []],
  [{ certified: false }, ['not-certified']],
  [{ certifiedBy: ' ' }, ['not-certified']],
])('PRJ-10: a final account with %j lacks %j', (change, flaws) => {
  expect(reportFlaws({ ...final, ...change })).toEqual(flaws)
})

test('an interim account asks only for what was done and who certifies it', () => {
  const interim: ReportContent = { ...final, kind: 'interim', indicatorReached: '', reached: 0, gaps: wide }
  expect(reportFlaws(interim)).toEqual([])
  expect(reportFlaws({ ...interim, achievements: '', certified: false })).toEqual(['achievements-missing', 'not-certified'])
})
