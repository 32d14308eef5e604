import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import type { Part } from './part-store.ts'
import { answersToRead, isTakenOver, rawsOfPart } from './raws-of-part.ts'

const ID = '01a1f962-cdc8-7730-bd38-3467d6bd44c6'

const PART: Part = {
  id: ID,
  applicationId: ID,
  actionId: ID,
  contractId: ID,
  organisationId: ID,
  year: 2026,
  position: 1,
  renewed: false,
  title: 'Jardin',
  summary: '',
  orientationId: ID,
  themeCode: null,
  startsOn: day('2026-01-01'),
  endsOn: null,
  expectedResult: '',
  indicator: '',
  indicatorTarget: '',
  floor: euros(8000),
  territories: [{ qpvId: ID, code: 'QN06201F', name: 'Cité', share: 0.3333 }],
  publics: [{ ageBand: '60+', women: 12, men: 0 }],
  axes: [{ code: 'jeunesse', label: 'Jeunesse' }],
  lines: [{ account: '601', amount: euros(2400) }],
  requests: [{ id: ID, funderId: ID, funderName: 'État', funderShortName: 'État', asked: euros(0) }],
}

test('the typed columns of a part become the texts of its fields; what is empty is left out', () => {
  const raws = rawsOfPart(PART)
  expect(Object.fromEntries(raws)).toEqual({
    title: 'Jardin',
    orientation: ID,
    startsOn: '2026-01-01',
    floor: '8\u202F000',
    'qpv.QN06201F': '33,33',
    'public.60-plus.women': '12',
    'public.60-plus.men': '0',
    'axis.jeunesse': 'oui',
    'budget.601': '2\u202F400',
    [`asked.${ID}`]: '0',
  })
})

test.each([
  { field: 'startsOn', taken: false },
  { field: 'endsOn', taken: false },
  { field: 'title', taken: true },
  { field: 'budget.601', taken: true },
])('a renewal takes over « $field » is $taken', ({ field, taken }) => {
  expect(isTakenOver(field)).toBe(taken)
})

test('what was typed is read as it was typed; the columns fill in what was not typed here', () => {
  const answers = [{ subjectId: ID, field: 'title', raw: 'Le jardin' }]
  const read = answersToRead({ answers, parts: [PART] })
  expect(read.filter(({ field }) => field === 'title')).toEqual(answers)
  expect(read).toContainEqual({ subjectId: ID, field: 'budget.601', raw: '2\u202F400' })
})
