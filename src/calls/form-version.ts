import { z } from 'zod'
import { readersOf } from '#access/field-readers.ts'
import { LEGAL_FORMS, type LegalForm } from '#access/legal-forms.ts'

/** The form of the applications. Published as rows: an open draft keeps the version it was begun with. */
export const FORM_CODE = 'demande'

/** Who reads an answer, said beside each box. */
export const READERS = {
  applicant: 'votre organisation seulement',
  organisation: readersOf('application.draft'),
  funders: readersOf('application.text'),
  public: readersOf('action.published'),
} as const

export const QUESTION_KINDS = ['line', 'text', 'choice', 'orientation', 'theme', 'day', 'whole-euros', 'count', 'box', 'email'] as const

const Question = z.object({
  key: z.string().regex(/^[a-zA-Z0-9]{1,60}$/),
  label: z.string(),
  help: z.string(),
  example: z.string(),
  readers: z.enum(['applicant', 'organisation', 'funders', 'public']),
  kind: z.enum(QUESTION_KINDS),
  required: z.boolean(),
  /** Said when a required answer is missing. */
  missing: z.string(),
  max: z.number().int().positive(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  onlyFor: z.array(z.enum(LEGAL_FORMS)).optional(),
  /** Asked when another answer of the same subject has this value. */
  onlyIf: z.object({ key: z.string(), is: z.string() }).optional(),
})
export type Question = z.infer<typeof Question>

/** What a section holds besides its questions: fields that come from the contract, not from the form. */
const GRIDS = ['territory', 'public', 'axes', 'budget'] as const

const Section = z.object({
  key: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
  intro: z.string(),
  /** The application once, or each of its parts. */
  subject: z.enum(['application', 'part']),
  grids: z.array(z.enum(GRIDS)),
  questions: z.array(Question),
})
export type FormSection = z.infer<typeof Section>

export const FormDefinition = z.object({ sections: z.array(Section) })
export type FormDefinition = z.infer<typeof FormDefinition>

export type Subject = FormSection['subject']

export function sectionsOf(form: FormDefinition, subject: Subject): FormSection[] {
  return form.sections.filter((section) => section.subject === subject)
}

/** Whether a question is put to this organisation, given the other answers. */
export function isAsked(question: Question, legalForm: LegalForm, answers: ReadonlyMap<string, string>): boolean {
  if (question.onlyFor && !question.onlyFor.includes(legalForm)) return false
  return question.onlyIf === undefined || answers.get(question.onlyIf.key) === question.onlyIf.is
}

/** Whether a question concerns this organisation, whatever was answered so far: what a page without script shows. */
export function concerns(question: Question, legalForm: LegalForm): boolean {
  return question.onlyFor === undefined || question.onlyFor.includes(legalForm)
}
