import { CheckBox, type ChoiceOption, type Option, RadioField, SelectField } from '#platform/kit/choices.tsx'
import { DateField, MoneyField, NumberField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { FormChoices } from './form-fields.ts'
import { type Question, READERS } from './form-version.ts'

export interface QuestionFieldProps {
  question: Question
  value: string
  error?: string | undefined
  choices: FormChoices
}

type Base = Parameters<typeof TextField>[0] & { readers: string }

/** One question of the form, drawn after its kind. The server judges lengths: a text too long is kept, never cut by the browser. */
export function QuestionField({ question, value, error, choices }: QuestionFieldProps): Html {
  const field: Base = {
    name: question.key,
    label: question.label,
    readers: READERS[question.readers],
    value,
    optional: !question.required,
    ...(question.help === '' ? {} : { hint: question.help }),
    ...(question.example === '' ? {} : { example: question.example }),
    ...(error === undefined ? {} : { error }),
  }
  return DRAWN[question.kind](field, question, choices)
}

const DRAWN = {
  line: (field: Base) => <TextField {...field} />,
  text: (field: Base) => <TextArea {...field} rows={6} />,
  email: (field: Base) => <TextField {...field} type="email" autocomplete="email" />,
  choice: (field: Base, question: Question) => <RadioField {...field} options={choiceOptions(question)} />,
  orientation: (field: Base, _: Question, choices: FormChoices) => (
    <SelectField
      {...field}
      empty="Choisissez"
      options={choices.orientations.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` }))}
    />
  ),
  theme: (field: Base, _: Question, choices: FormChoices) => <SelectField {...field} empty="Choisissez" options={themeOptions(choices)} />,
  day: (field: Base) => (isoOrEmpty(field.value) ? <DateField {...field} /> : <TextField {...field} short />),
  'whole-euros': (field: Base) => <MoneyField {...field} />,
  count: (field: Base) => <NumberField {...field} unit="personnes" />,
  box: (field: Base) => {
    const { value, ...box } = field
    return <CheckBox {...box} checked={value === 'oui'} />
  },
} satisfies Record<Question['kind'], (field: Base, question: Question, choices: FormChoices) => Html>

function choiceOptions(question: Question): ChoiceOption[] {
  return (question.options ?? []).map(({ value, label }) => ({ value, label }))
}

function themeOptions({ themes }: FormChoices): Option[] {
  const heading = new Map(themes.filter(({ parentCode }) => parentCode === null).map(({ code, label }) => [code, label]))
  return themes
    .filter(({ parentCode }) => parentCode !== null)
    .map(({ code, label, parentCode }) => ({ value: code, label: `${code} ${label}`, group: heading.get(parentCode ?? '') ?? '' }))
}

/** A date control empties what is no ISO date: another text is shown as it was typed. */
function isoOrEmpty(value = ''): boolean {
  return value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)
}
