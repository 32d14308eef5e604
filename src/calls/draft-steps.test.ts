import { expect, test } from 'vitest'
import { day } from '#platform/day.ts'
import { type DraftContent, draftItems } from './completeness-of-draft.ts'
import { draftSteps, nextStep } from './draft-steps.ts'
import { FIRST_FORM } from './first-form.data.ts'

function contentOf(raws: Record<string, string>, conflicts: DraftContent['conflicts'] = []): DraftContent {
  return {
    form: FIRST_FORM.definition,
    choices: {
      orientations: [],
      themes: [],
      qpvs: [{ id: 'q', code: 'QN06201F', name: 'Cité', communes: [] }],
      funders: [{ id: 'state', name: 'État', shortName: 'État' }],
    },
    applicationId: 'a',
    legalForm: 'association',
    parts: [{ id: 'p' }, { id: 'other' }],
    answers: Object.entries(raws).map(([field, raw]) => ({ subjectId: 'p', field, raw })),
    conflicts,
    year: 2027,
    today: day('2027-01-14'),
  }
}

const CASES: { why: string; raws: Record<string, string>; section: string; state: string; errors: number }[] = [
  { why: 'nothing typed', raws: {}, section: 'calendrier', state: 'todo', errors: 0 },
  { why: 'only spaces typed', raws: { startsOn: '  ' }, section: 'calendrier', state: 'todo', errors: 0 },
  { why: 'half typed', raws: { startsOn: '01/03/2027' }, section: 'calendrier', state: 'started', errors: 0 },
  { why: 'all typed', raws: { startsOn: '01/03/2027', endsOn: '31/12/2027' }, section: 'calendrier', state: 'done', errors: 0 },
  { why: 'a text that is no date', raws: { startsOn: 'mars' }, section: 'calendrier', state: 'error', errors: 1 },
  {
    why: 'dates the wrong way round',
    raws: { startsOn: '02/03/2027', endsOn: '01/03/2027' },
    section: 'calendrier',
    state: 'error',
    errors: 1,
  },
  { why: 'an unbalanced budget', raws: { 'budget.601': '10', 'asked.state': '9' }, section: 'budget', state: 'error', errors: 1 },
  { why: 'a balanced budget', raws: { 'budget.601': '10', 'asked.state': '10' }, section: 'budget', state: 'done', errors: 0 },
  { why: 'shares of 100 %, nobody welcomed', raws: { 'qpv.QN06201F': '100' }, section: 'quartier-et-public', state: 'started', errors: 0 },
]

test.each(CASES)('with $why, « $section » is $state with $errors errors', ({ raws, section, state, errors }) => {
  const step = draftSteps(contentOf(raws), 'p').find((each) => each.section.key === section)
  expect(step).toMatchObject({ subjectId: 'p', state, errors })
})

test('a page where two texts wait for a choice is in error', () => {
  const content = contentOf({ need: 'un texte' }, [{ subjectId: 'p', field: 'need' }])
  expect(draftSteps(content, 'p').find(({ section }) => section.key === 'action')).toMatchObject({ state: 'error', errors: 1 })
  expect(draftSteps(content, 'other').find(({ section }) => section.key === 'action')).toMatchObject({ state: 'todo', errors: 0 })
})

test('the pages follow each other in the order of the form; nothing follows the last', () => {
  const steps = draftSteps(contentOf({}), 'p')
  expect(nextStep(steps, 'organisation')?.section.key).toBe('action')
  expect(steps.map(({ section }) => section.key)).toEqual(FIRST_FORM.definition.sections.map(({ key }) => key))
  expect(nextStep(steps, 'budget')).toBeUndefined()
  expect(nextStep(steps, 'nowhere')).toBeUndefined()
})

test('the points of the pages of a one-action draft add up to those that keep it from being sent', () => {
  const content = { ...contentOf({ 'budget.601': '10', startsOn: 'mars', title: 'Vélo' }), parts: [{ id: 'p' }] }
  const left = draftSteps(content, 'p').reduce((sum, step) => sum + step.left, 0)
  expect(left).toBeGreaterThan(3)
  expect(left).toBe(draftItems(content).length)
})
