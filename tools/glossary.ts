import type { SourceFile, Violation } from './source-tree.ts'
import { parseFile, textIn, walk } from './syntax.ts'

/** Where the French terms meet their code names. */
export const GLOSSARY = 'docs/glossary.md'

/** One row of the glossary: a term, the names it has in code, and those it must not have. */
export type Term = { line: number; french: string; codeNames: string[]; doNotSay: string[]; meaning: string; source: string }

/** A name of the program, and where it is said. */
export type Name = { name: string; path: string; line: number }

/** The rows of every table of the page whose columns are French, code, meaning, source, do not say. */
export function readGlossary(page: string): Term[] {
  return page.split('\n').flatMap((text, index) => {
    const cells = text.split('|').map((cell) => cell.trim())
    const [, french = '', code = '', meaning = '', source = '', doNotSay = ''] = cells
    const isRow = cells.length === 7 && french !== 'French' && !french.startsWith('---')
    return isRow ? [{ line: index + 1, french, meaning, source, codeNames: namesIn(code), doNotSay: namesIn(doNotSay) }] : []
  })
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? [])
}

/** Every identifier, property and JSX name of a file. */
export function listIdentifiers(source: SourceFile): Name[] {
  const file = parseFile(source)
  const names: Name[] = []
  walk(file.program, (node) => {
    const name = ['Identifier', 'JSXIdentifier', 'PrivateIdentifier'].includes(node.type) ? textIn(node, 'name') : undefined
    if (name !== undefined) names.push({ name, path: file.path, line: file.lineOf(node) })
  })
  return names
}

/** Every word of a migration that may name a table or a column. */
export function listSqlNames(source: SourceFile): Name[] {
  return source.text.split('\n').flatMap((text, index) => {
    const words = text.replace(/--.*$|'[^']*'/g, '').match(/\b[a-z][a-z0-9_]*\b/g) ?? []
    return words.map((name) => ({ name, path: source.path, line: index + 1 }))
  })
}

/** The codes that a column or a type may hold: `'project-lead'` in a list of functions is a name as much as a table is. */
export function listCodes(source: SourceFile): Name[] {
  const lists = source.path.endsWith('.sql') ? (source.text.match(/\bin \([^)]*\)/g) ?? []) : [source.text]
  return lists.flatMap((text) =>
    [...text.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((match) => ({ name: match[1] ?? '', path: source.path, line: 1 })),
  )
}

/** Rows that say too little, and code names that nothing bears: a term is in the page when it is in the program. */
export function checkTerms(terms: Term[], names: Name[]): Violation[] {
  const said = new Set(names.map(({ name }) => wordsOf(name)))
  return terms.flatMap((term) => {
    const at = (message: string): Violation => ({ path: GLOSSARY, line: term.line, message: `« ${term.french} » ${message}` })
    const missing = term.codeNames.filter((code) => !said.has(wordsOf(code))).map((code) => at(`names ${code}, which the program does not`))
    if (term.codeNames.length === 0) missing.push(at('has no code name'))
    if (term.meaning === '' || term.source === '') missing.push(at('lacks its meaning or its source'))
    return missing
  })
}

/** The names of a foreign format stay as its authors wrote them, in the files that read or write it. */
const FOREIGN_FORMAT = /(^|[/-])(scdl|dauphin|subventions)[^/]*$/

/** Identifiers made of a word that the glossary rules out, whole or as a part (`dossierId`, `listDossiers`). */
export function checkDoNotSay(terms: Term[], names: Name[]): Violation[] {
  const judged = new Map<string, string | undefined>()
  return names.flatMap(({ name, path, line }) => {
    if (FOREIGN_FORMAT.test(path)) return []
    if (!judged.has(name)) judged.set(name, refuseName(terms, name))
    const refusal = judged.get(name)
    return refusal === undefined ? [] : [{ path, line, message: refusal }]
  })
}

function refuseName(terms: Term[], name: string): string | undefined {
  const spaced = ` ${wordsOf(name)} `
  for (const { doNotSay, codeNames } of terms) {
    const word = doNotSay.find((ruledOut) => spaced.includes(` ${wordsOf(ruledOut)} `))
    if (word !== undefined) return `says ${name}: the glossary rules out ${word}, say ${codeNames.join(', ')}`
  }
  return undefined
}

/** `actionPart`, `ActionPart`, `action_part` and `action_parts` are the same words: `action part`. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase()
    .trim()
    .split(' ')
    .map((word) => word.replace(/([^s])s$/, '$1'))
    .join(' ')
}
