import { expect, test } from 'vitest'
import { FIRST_FORM } from './first-form.data.ts'
import { fieldsOf } from './form-fields.ts'

const CHOICES = {
  orientations: [],
  themes: [],
  qpvs: [{ id: 'q', code: 'QN06201F', name: 'Cité', communes: [{ name: 'Lens' }] }],
  funders: [{ id: '01a1f962-cdc8-7730-bd38-3467d6bd44c6', name: 'État', shortName: 'État' }],
}
const FIELDS = [...fieldsOf(FIRST_FORM.definition, 'application', CHOICES), ...fieldsOf(FIRST_FORM.definition, 'part', CHOICES)]

test('each field has a name of its own that the table of answers takes', () => {
  const names = FIELDS.map(({ field }) => field)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => !/^[a-zA-Z0-9._-]{1,80}$/.test(name))).toEqual([])
})

test('each question that is written out has its help or its example, and says who reads it (PRJ-04)', () => {
  const questions = FIELDS.flatMap(({ question }) => (question ? [question] : []))
  const written = questions.filter(({ kind }) => !['choice', 'orientation', 'theme', 'box'].includes(kind))
  expect(written.filter(({ help, example }) => help === '' && example === '').map(({ key }) => key)).toEqual([])
  expect(questions.filter(({ missing }) => missing === '').map(({ key }) => key)).toEqual([])
})

test('the equality questions and the republican engagement are required (PRJ-04)', () => {
  const required = new Set(FIELDS.filter(({ question }) => question?.required).map(({ field }) => field))
  for (const key of ['mixedPublic', 'equalityGoal', 'sexedDiagnosis', 'balancedParticipation', 'sexedIndicators', 'coherentPublic']) {
    expect(required).toContain(key)
  }
  expect(required).toContain('republicanEngagement')
})
