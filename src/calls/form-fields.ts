import { BUDGET_ACCOUNTS } from './budget-accounts.ts'
import type { FieldSpec } from './field-values.ts'
import type { FormDefinition, FormSection, Question, Subject } from './form-version.ts'
import { sectionsOf } from './form-version.ts'

export const AGE_BANDS = ['0-5', '6-11', '12-15', '16-25', '26-59', '60+'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const AGE_BAND_NAMES = {
  '0-5': 'Moins de 6 ans',
  '6-11': '6 à 11 ans',
  '12-15': '12 à 15 ans',
  '16-25': '16 à 25 ans',
  '26-59': '26 à 59 ans',
  '60+': '60 ans et plus',
} satisfies Record<AgeBand, string>

/** What the contract gives to the form. */
export interface FormChoices {
  orientations: readonly { id: string; label: string; code: string }[]
  themes: readonly { code: string; label: string; parentCode: string | null }[]
  qpvs: readonly { id: string; code: string; name: string; communes: readonly { name: string }[] }[]
  funders: readonly { id: string; name: string; shortName: string }[]
  /** What runs across the pillars: any number of them, or none. */
  axes?: readonly { id: string; code: string; label: string }[]
}

/** Names of the fields that are not questions of the form. They are also the names of their controls. */
export const fieldNames = {
  share: (qpvCode: string): string => `qpv.${qpvCode}`,
  /** `60+` becomes `60-plus`: a field name takes no sign. */
  people: (band: AgeBand, sex: 'women' | 'men'): string => `public.${band.replace('+', '-plus')}.${sex}`,
  axis: (code: string): string => `axis.${code}`,
  account: (account: string): string => `budget.${account}`,
  asked: (funderId: string): string => `asked.${funderId}`,
}

export interface FormField {
  field: string
  section: string
  spec: FieldSpec
  question?: Question
}

/** Every field of the form for one subject, in the order of its pages. */
export function fieldsOf(form: FormDefinition, subject: Subject, choices: FormChoices): FormField[] {
  return sectionsOf(form, subject).flatMap((section) => fieldsOfSection(section, choices))
}

export function fieldsOfSection(section: FormSection, choices: FormChoices): FormField[] {
  const asked = section.questions.map((question) => ({
    field: question.key,
    section: section.key,
    spec: specOf(question, choices),
    question,
  }))
  const given = section.grids.flatMap((grid) => GRID_FIELDS[grid](choices).map((each) => ({ ...each, section: section.key })))
  return [...asked, ...given]
}

const GRID_FIELDS = {
  territory: (choices: FormChoices) =>
    choices.qpvs.map((qpv): Omit<FormField, 'section'> => ({ field: fieldNames.share(qpv.code), spec: { kind: 'share' } })),
  public: () =>
    AGE_BANDS.flatMap((band) =>
      (['women', 'men'] as const).map(
        (sex): Omit<FormField, 'section'> => ({ field: fieldNames.people(band, sex), spec: { kind: 'count' } }),
      ),
    ),
  axes: (choices: FormChoices) =>
    (choices.axes ?? []).map(({ code }): Omit<FormField, 'section'> => ({ field: fieldNames.axis(code), spec: { kind: 'box' } })),
  budget: (choices: FormChoices) => [
    ...BUDGET_ACCOUNTS.map((code): Omit<FormField, 'section'> => ({ field: fieldNames.account(code), spec: { kind: 'whole-euros' } })),
    ...choices.funders.map(({ id }): Omit<FormField, 'section'> => ({ field: fieldNames.asked(id), spec: { kind: 'whole-euros' } })),
  ],
} satisfies Record<FormSection['grids'][number], (choices: FormChoices) => Omit<FormField, 'section'>[]>

const SPECS = {
  line: (question: Question): FieldSpec => ({ kind: 'text', max: question.max }),
  text: (question: Question): FieldSpec => ({ kind: 'text', max: question.max }),
  email: (question: Question): FieldSpec => ({ kind: 'email', max: question.max }),
  choice: (question: Question): FieldSpec => ({ kind: 'choice', values: (question.options ?? []).map(({ value }) => value) }),
  orientation: (_: Question, choices: FormChoices): FieldSpec => ({ kind: 'choice', values: choices.orientations.map(({ id }) => id) }),
  theme: (_: Question, choices: FormChoices): FieldSpec => ({
    kind: 'choice',
    values: choices.themes.filter(({ parentCode }) => parentCode !== null).map(({ code }) => code),
  }),
  day: (): FieldSpec => ({ kind: 'day' }),
  'whole-euros': (): FieldSpec => ({ kind: 'whole-euros' }),
  count: (): FieldSpec => ({ kind: 'count' }),
  box: (): FieldSpec => ({ kind: 'box' }),
} satisfies Record<Question['kind'], (question: Question, choices: FormChoices) => FieldSpec>

function specOf(question: Question, choices: FormChoices): FieldSpec {
  return SPECS[question.kind](question, choices)
}
