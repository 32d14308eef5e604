import { AGE_BANDS, type AgeBand } from '#calls/form-fields.ts'
import type { FormError } from '#platform/form.ts'
import { textFlaw } from '#platform/form.ts'
import { type AmountLine, readLines, writeLines } from './amount-lines.ts'

export interface PublicLine {
  ageBand: AgeBand
  women: number
  men: number
}

export interface ReportContentTyped {
  achievements: string
  difficulties: string
  indicatorReached: string
  lines: AmountLine[]
  publics: PublicLine[]
}

/** The control of a number of people: `public.60-plus.femmes`. */
export function publicField(band: AgeBand, sex: 'women' | 'men'): string {
  return `public.${band.replace('+', '-plus')}.${sex === 'women' ? 'femmes' : 'hommes'}`
}

const LONGEST = 20_000
const MOST_PEOPLE = 1_000_000

type Values = Readonly<Record<string, string>>

/** Reads an account as typed: what is good, and each fault beside its control. */
export function readReport(values: Values): { content: ReportContentTyped; errors: FormError[] } {
  const errors: FormError[] = []
  const text = (field: string, max: number): string => {
    const typed = values[field]?.trim() ?? ''
    const flaw = textFlaw(typed, { max })
    if (flaw) errors.push({ field, message: flaw })
    return typed
  }
  const read = readLines(values, 'realise')
  const publics = readPublics(values, errors)
  const content = {
    achievements: text('realisations', LONGEST),
    difficulties: text('difficultes', LONGEST),
    indicatorReached: text('indicateur', 1_000),
    lines: read.lines,
    publics,
  }
  text('certifie-par', 200)
  return { content, errors: [...errors, ...read.errors] }
}

function readPublics(values: Values, errors: FormError[]): PublicLine[] {
  const count = (field: string): number => {
    const typed = (values[field] ?? '').replaceAll(/[\s\u00A0\u202F]/g, '')
    if (typed === '') return 0
    const value = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
    if (value <= MOST_PEOPLE) return value
    errors.push({ field, message: 'Écrivez un nombre entier de personnes. Exemple\u00A0: 12' })
    return 0
  }
  return AGE_BANDS.map((ageBand) => ({
    ageBand,
    women: count(publicField(ageBand, 'women')),
    men: count(publicField(ageBand, 'men')),
  })).filter(({ women, men }) => women + men > 0)
}

/** What the controls show of an account already kept. */
export function writeReport(content: ReportContentTyped): Record<string, string> {
  const people = content.publics.flatMap(({ ageBand, women, men }) => [
    [publicField(ageBand, 'women'), String(women)],
    [publicField(ageBand, 'men'), String(men)],
  ])
  return {
    realisations: content.achievements,
    difficultes: content.difficulties,
    indicateur: content.indicatorReached,
    ...writeLines(content.lines, 'realise'),
    ...Object.fromEntries(people),
  }
}

/** The controls whose saved text differs from the typed one, with what is saved. */
export function differences(typed: Values, saved: Values): { field: string; saved: string }[] {
  const fields = new Set([...Object.keys(saved), ...Object.keys(typed).filter((field) => isContent(field))])
  return [...fields].filter((field) => same(typed[field]) !== same(saved[field])).map((field) => ({ field, saved: saved[field] ?? '' }))
}

function isContent(field: string): boolean {
  return /^(realisations|difficultes|indicateur|realise\..+|public\..+)$/.test(field)
}

function same(text: string | undefined): string {
  const trimmed = (text ?? '').trim()
  return trimmed === '0' ? '' : trimmed.replaceAll(/[\u00A0\u202F]/g, ' ')
}
