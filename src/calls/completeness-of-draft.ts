import type { LegalForm } from '#access/legal-forms.ts'
import { type Day, parseDay } from '#platform/day.ts'
import { parseWholeEuros } from '#platform/money.ts'
import { budgetFlaws, budgetTotals } from './budget-balance.ts'
import { BUDGET_FLAW_SENTENCES, LINE_FOR_FLAW } from './budget-flaw-sentences.ts'
import { budgetOfAnswers } from './budget-of-answers.ts'
import { conflictWords } from './conflict-words.ts'
import { calendarFlaws, signatureFlaws } from './draft-dates.ts'
import { labelOfField } from './field-labels.ts'
import { readField } from './field-values.ts'
import { AGE_BANDS, type FormChoices, type FormField, fieldNames, fieldsOfSection } from './form-fields.ts'
import { type FormDefinition, type FormSection, isAsked } from './form-version.ts'
import { formatPercent, parsePercent, sharesAddUp, sumShares } from './part-shares.ts'

export type ItemNature = 'missing' | 'invalid' | 'contradiction' | 'conflict'

/** One thing that keeps a draft from being sent. */
export interface DraftItem {
  section: string
  subjectId: string
  /** Name of the control it is about. */
  field: string
  nature: ItemNature
  /** Beside the field. */
  sentence: string
  /** In a list, where the field is not in sight. */
  summary: string
}

export interface DraftContent {
  form: FormDefinition
  choices: FormChoices
  applicationId: string
  legalForm: LegalForm
  parts: readonly { id: string }[]
  answers: readonly { subjectId: string; field: string; raw: string }[]
  conflicts: readonly { subjectId: string; field: string }[]
  /** The year of its call. */
  year: number
  today: Day
}

/** Everything that is missing, wrong or contradictory in a draft, page by page (PRJ-04). Empty: it may be sent. */
export function draftItems(content: DraftContent): DraftItem[] {
  const pages = [content.applicationId, ...content.parts.map(({ id }) => id)]
  return pages.flatMap((subjectId) => {
    const subject = subjectId === content.applicationId ? 'application' : 'part'
    const sections = content.form.sections.filter((section) => section.subject === subject)
    return sections.flatMap((section) => itemsOfSection(content, section, subjectId))
  })
}

/** Everything that stands against one section of one subject. */
export function itemsOfSection(content: DraftContent, section: FormSection, subjectId: string): DraftItem[] {
  const raws = rawsOf(content, subjectId)
  const page: Page = { section, subjectId, raws, content }
  const fields = fieldsOfSection(section, content.choices)
  return [
    ...fields.flatMap((field) => fieldItems(page, field)),
    ...section.grids.flatMap((grid) => GRID_ITEMS[grid](page)),
    ...dateItems(page),
  ]
}

/** What was last typed for a subject, field by field. */
export function rawsOf(content: Pick<DraftContent, 'answers'>, subjectId: string): Map<string, string> {
  return new Map(content.answers.filter((answer) => answer.subjectId === subjectId).map(({ field, raw }) => [field, raw]))
}

interface Page {
  section: FormSection
  subjectId: string
  raws: ReadonlyMap<string, string>
  content: DraftContent
}

function itemOn(page: Page, field: string, said: { nature: ItemNature; sentence: string; summary?: string }): DraftItem {
  return { section: page.section.key, subjectId: page.subjectId, field, summary: said.sentence, ...said }
}

function fieldItems(page: Page, field: FormField): DraftItem[] {
  const { content, raws, subjectId } = page
  if (field.question && !isAsked(field.question, content.legalForm, raws)) return []
  if (content.conflicts.some((one) => one.subjectId === subjectId && one.field === field.field)) {
    const sentence = `${labelOfField(field, content.choices)}\u00A0: ${lowerFirst(conflictWords(field.spec.kind).two)} attendent votre choix`
    return [itemOn(page, field.field, { nature: 'conflict', sentence })]
  }
  const raw = raws.get(field.field) ?? ''
  const { error } = readField(field.spec, raw)
  if (error !== undefined) {
    const summary = `${labelOfField(field, content.choices)}\u00A0: ${lowerFirst(error)}`
    return [itemOn(page, field.field, { nature: 'invalid', sentence: error, summary })]
  }
  if (raw.trim() !== '' || !field.question?.required) return []
  return [itemOn(page, field.field, { nature: 'missing', sentence: field.question.missing })]
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

const GRID_ITEMS = {
  territory: territoryItems,
  public: publicItems,
  axes: () => [],
  budget: budgetItems,
} satisfies Record<FormSection['grids'][number], (page: Page) => DraftItem[]>

function territoryItems(page: Page): DraftItem[] {
  const codes = page.content.choices.qpvs.map(({ code }) => code)
  const raws = codes.map((code) => page.raws.get(fieldNames.share(code)) ?? '')
  const shares = raws.map(parsePercent).filter((share) => share !== undefined)
  const [first = ''] = codes
  if (raws.every((raw) => raw.trim() === '')) {
    const sentence = 'Écrivez, pour au moins un quartier, la part de l’action qui le concerne'
    return [itemOn(page, fieldNames.share(first), { nature: 'missing', sentence })]
  }
  if (sharesAddUp(shares)) return []
  const sentence = `Les parts des quartiers font ${formatPercent(sumShares(shares))}\u00A0%\u00A0: elles doivent faire 100\u00A0%`
  return [itemOn(page, fieldNames.share(first), { nature: 'contradiction', sentence })]
}

function publicItems(page: Page): DraftItem[] {
  const fields = AGE_BANDS.flatMap((band) => [fieldNames.people(band, 'women'), fieldNames.people(band, 'men')])
  const someone = fields.some((field) => /[1-9]/.test(page.raws.get(field) ?? ''))
  if (someone) return []
  const sentence = 'Écrivez combien de personnes vous comptez accueillir, par âge et par sexe'
  return [itemOn(page, fieldNames.people('0-5', 'women'), { nature: 'missing', sentence })]
}

/** An amount left empty asks nothing of that funder: a contract may have fifteen. */
function budgetItems(page: Page): DraftItem[] {
  const { choices } = page.content
  const totals = budgetTotals(budgetOfAnswers(page.raws, choices))
  const floor = parseWholeEuros(page.raws.get('floor') ?? '')
  const flaws = budgetFlaws(totals, floor.ok ? floor.value : null)
  return flaws.map((flaw) => {
    const sentence = BUDGET_FLAW_SENTENCES[flaw](totals)
    const nature = flaw === 'empty' || flaw === 'nothing-asked' ? ('missing' as const) : ('contradiction' as const)
    return itemOn(page, LINE_FOR_FLAW[flaw](choices), { nature, sentence })
  })
}

function dateItems(page: Page): DraftItem[] {
  const { content, raws, section } = page
  const dayOf = (field: string): Day | undefined => parseDay(raws.get(field) ?? '')
  const flaws = [
    ...calendarFlaws({ startsOn: dayOf('startsOn'), endsOn: dayOf('endsOn') }, content.year),
    ...signatureFlaws(dayOf('republicanEngagementSignedOn'), content.today),
  ]
  const asked = section.questions.filter((question) => isAsked(question, content.legalForm, raws)).map(({ key }) => key)
  return flaws.filter(({ field }) => asked.includes(field)).map(({ field, ...said }) => itemOn(page, field, said))
}
