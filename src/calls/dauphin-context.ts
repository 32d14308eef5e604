import { plainWords } from './dauphin-columns.ts'
import type { FunderChoice } from './dauphin-funders.ts'

/** What a line is read against: the call and its contract. */
export interface DauphinContext {
  year: number
  door: 'pilotis-first' | 'dauphin-first'
  themes: readonly { code: string; label: string }[]
  qpvCodes: readonly string[]
  funders: readonly FunderChoice[]
}

/** « 1.5 », « 1.5 - Lien social » or the label alone; undefined when the list has none such. */
export function themeOf(cell: string, themes: DauphinContext['themes']): string | undefined {
  const code = /^\d(\.\d[a-z]?)?(?=\s|-|$)/.exec(cell.trim().toLowerCase())?.[0]
  const words = plainWords(cell)
  return themes.find((theme) => theme.code === code || plainWords(theme.label) === words)?.code
}
