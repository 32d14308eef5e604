import type { LegalForm } from '#access/legal-forms.ts'
import { formatDayShort, parseDay } from '#platform/day.ts'
import { formatEuros, parseWholeEuros } from '#platform/money.ts'
import type { FormChoices } from './form-fields.ts'
import { type FormDefinition, isAsked, type Question } from './form-version.ts'

/** One question with its answer, as it is read again. */
export interface ReviewRow {
  label: string
  value: string
}

export interface ReviewSection {
  key: string
  title: string
  rows: ReviewRow[]
}

/** The answers of one subject, section by section, in the words of the form; what was not asked is left out. */
export function reviewSections(
  of: { form: FormDefinition; choices: FormChoices; legalForm: LegalForm; subject: 'application' | 'part' },
  raws: ReadonlyMap<string, string>,
): ReviewSection[] {
  return of.form.sections
    .filter(({ subject }) => subject === of.subject)
    .map(({ key, title, questions }) => ({
      key,
      title,
      rows: questions
        .filter((question) => isAsked(question, of.legalForm, raws))
        .map((question) => ({ label: question.label, value: said(question, raws.get(question.key) ?? '', of.choices) })),
    }))
}

function said(question: Question, raw: string, choices: FormChoices): string {
  return raw.trim() === '' ? '' : WORDS[question.kind](raw.trim(), question, choices)
}

const asTyped = (raw: string): string => raw

const WORDS = {
  line: asTyped,
  text: asTyped,
  email: asTyped,
  count: asTyped,
  choice: (raw, { options = [] }) => options.find(({ value }) => value === raw)?.label ?? raw,
  orientation: (raw, _, { orientations }) => {
    const found = orientations.find(({ id }) => id === raw)
    return found ? `${found.code} ${found.label}` : raw
  },
  theme: (raw, _, { themes }) => {
    const found = themes.find(({ code }) => code === raw)
    return found ? `${found.code} ${found.label}` : raw
  },
  day: (raw) => {
    const day = parseDay(raw)
    return day ? formatDayShort(day) : raw
  },
  'whole-euros': (raw) => {
    const amount = parseWholeEuros(raw)
    return amount.ok ? formatEuros(amount.value) : raw
  },
  box: (raw) => (raw === 'oui' ? 'Oui' : raw),
} satisfies Record<Question['kind'], (raw: string, question: Question, choices: FormChoices) => string>
