import { formatEuros } from '#platform/money.ts'
import type { AnswerConflict } from './answer-store.ts'
import { budgetTotals, missingProducts } from './budget-balance.ts'
import { budgetOfAnswers } from './budget-of-answers.ts'
import { type DraftItem, itemsOfSection, rawsOf } from './completeness-of-draft.ts'
import { readField } from './field-values.ts'
import { type FormChoices, fieldNames } from './form-fields.ts'
import { formatPercent, parsePercent, sumShares } from './part-shares.ts'
import type { SectionView } from './section-store.ts'

/** What the controls of a page show: the texts as typed, their revisions, what is wrong with each. */
export interface SectionForm {
  raws: ReadonlyMap<string, string>
  revisions: ReadonlyMap<string, number>
  /** Beside its field. */
  errors: ReadonlyMap<string, string>
  /** In the summary on top, when the page was just sent. */
  summary: readonly DraftItem[]
  conflicts: readonly AnswerConflict[]
}

/** Wrong texts are always said beside their field; what is missing, only once the page was sent. */
export function sectionForm(view: SectionView, sent: boolean): SectionForm {
  const { content, section, subjectId, file } = view
  const items = itemsOfSection(content, section, subjectId)
  const shown = items.filter(({ nature }) => sent || nature === 'invalid')
  const errors = new Map<string, string>()
  for (const item of shown)
    if (!errors.has(item.field) && item.nature !== 'conflict' && !isBalance(item)) errors.set(item.field, item.sentence)
  const own = file.answers.filter((answer) => answer.subjectId === subjectId)
  return {
    raws: rawsOf(content, subjectId),
    revisions: new Map(own.map(({ field, revision }) => [field, revision])),
    errors,
    summary: sent ? items : [],
    conflicts: file.conflicts.filter((conflict) => conflict.subjectId === subjectId && fieldIsHere(view, conflict.field)),
  }
}

/** The balance has its own notice under the budget: it is not said a second time beside a line. */
function isBalance({ field, nature }: DraftItem): boolean {
  return nature === 'contradiction' && field === fieldNames.account('insufprevisionnel')
}

function fieldIsHere(view: SectionView, field: string): boolean {
  const { questions, grids } = view.section
  const prefixes: Record<string, string> = { qpv: 'territory', public: 'public', axis: 'axes', budget: 'budget', asked: 'budget' }
  const grid = prefixes[field.split('.')[0] ?? '']
  return questions.some(({ key }) => key === field) || grids.some((each) => each === grid)
}

/** The totals of a budget as they are written, in the order of the page. */
export interface BudgetSums {
  charges: string
  products: string
  inKindCharges: string
  inKindProducts: string
  gapLabel: string
  gap: string
  balanced: boolean
}

export function budgetSums(raws: ReadonlyMap<string, string>, choices: FormChoices): BudgetSums {
  const totals = budgetTotals(budgetOfAnswers(raws, choices))
  const missing = missingProducts(totals)
  return {
    charges: formatEuros(totals.charges),
    products: formatEuros(totals.products),
    inKindCharges: formatEuros(totals.inKindCharges),
    inKindProducts: formatEuros(totals.inKindProducts),
    gapLabel: GAP_LABELS[Math.sign(missing)] ?? '',
    gap: formatEuros(missing).replace('−', ''),
    balanced: missing === 0,
  }
}

const GAP_LABELS: Readonly<Record<number, string>> = {
  [-1]: 'Les recettes dépassent les dépenses de',
  [0]: 'Budget équilibré, écart',
  [1]: 'Il manque en recettes',
}

/** « 83,33 % »: the shares that can be read. */
export function shareSum(raws: ReadonlyMap<string, string>): string {
  const shares = valuesOf(raws, 'qpv.').map(parsePercent)
  return `${formatPercent(sumShares(shares.filter((share) => share !== undefined)))}\u00A0%`
}

const count = new Intl.NumberFormat('fr-FR')

/** The people that can be counted. */
export function peopleSum(raws: ReadonlyMap<string, string>): string {
  const people = valuesOf(raws, 'public.').map((raw) => readField({ kind: 'count' }, raw).value)
  return count.format(people.reduce((sum, value) => sum + (value.type === 'count' ? value.count : 0), 0))
}

function valuesOf(raws: ReadonlyMap<string, string>, prefix: string): string[] {
  return [...raws].filter(([field]) => field.startsWith(prefix)).map(([, raw]) => raw)
}
