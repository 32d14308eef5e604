import type { SourceFile, Violation } from './source-tree.ts'
import { firstName, nodesIn, parseFile, type SyntaxNode, textIn, walk } from './syntax.ts'

export const REQUIREMENTS = 'docs/requirements.md'

/** How many requirements each chapter of the inventory numbers: TER-01 to TER-11, and so on; 226 in all. */
export const CHAPTERS = {
  TER: 11,
  CON: 13,
  GOV: 14,
  ENG: 16,
  FIN: 12,
  PRJ: 15,
  EGA: 8,
  OSE: 11,
  IND: 6,
  NAT: 5,
  PAR: 13,
  GUS: 5,
  REN: 7,
  SAN: 10,
  EMP: 11,
  EDU: 7,
  BPI: 5,
  ECO: 9,
  NUM: 4,
  COM: 5,
  DIR: 1,
  SVC: 3,
  ANI: 13,
  DEL: 7,
  SEC: 2,
  SOC: 2,
  CUL: 1,
  MOB: 1,
  REV: 1,
  SPT: 1,
  FAM: 1,
  XCU: 6,
} as const

export type State = 'proven' | 'in part' | 'later'

/** A test said by its file and its title, or a page of the program said by its address. */
export interface Proof {
  path: string
  title: string
}

export interface Row {
  line: number
  numbers: string[]
  state: State | undefined
  /** What a requirement held in part still lacks; for a later one, the work that brings it. */
  missing: string
  proofs: Proof[]
}

/** Reads the rows of the table: number or range · what must be · state · proof. */
export function readRequirements(markdown: string): Row[] {
  return markdown.split('\n').flatMap((text, index) => {
    const [, numbers = '', , state = '', proof = ''] = text.split('|').map((cell) => cell.trim())
    return /^[A-Z]{3}-\d\d/.test(numbers) ? [{ line: index + 1, numbers: expand(numbers), ...stateOf(state), proofs: proofsIn(proof) }] : []
  })
}

/** « TER-02 to TER-05, TER-07 ». */
function expand(numbers: string): string[] {
  return numbers.split(', ').flatMap((piece) => {
    const [first = '', last = first] = piece.split(' to ')
    const [chapter = '', from] = first.split('-')
    const count = Number(last.split('-')[1]) - Number(from) + 1
    return Array.from({ length: count }, (_, index) => `${chapter}-${String(Number(from) + index).padStart(2, '0')}`)
  })
}

function stateOf(cell: string): { state: State | undefined; missing: string } {
  const [, word, missing = ''] = /^(proven|later|in part)(?:: (.+))?$/.exec(cell) ?? []
  const state = word === 'proven' || word === 'later' || word === 'in part' ? word : undefined
  return { state, missing }
}

function proofsIn(cell: string): Proof[] {
  return [...cell.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, path = '', title = '']) => ({ path, title }))
}

/** Each number once and no other; a state that can be read; what is missing said; a proof wherever something is claimed. */
export function checkRows(rows: readonly Row[]): Violation[] {
  const expected = Object.entries(CHAPTERS).flatMap(([chapter, count]) => expand(`${chapter}-01 to ${chapter}-${count}`))
  const listed = rows.flatMap(({ numbers, line }) => numbers.map((number) => ({ number, line })))
  const seen = new Set<string>()
  const wrong = listed.flatMap(({ number, line }) => {
    const message = seen.has(number) ? `${number} is listed twice` : expected.includes(number) ? undefined : `${number} does not exist`
    seen.add(number)
    return message ? [at(line, message)] : []
  })
  const absent = expected.filter((number) => !seen.has(number)).map((number) => at(1, `${number} is not listed`))
  return [...wrong, ...absent, ...rows.flatMap(checkRow)]
}

function checkRow({ line, numbers, state, missing, proofs }: Row): Violation[] {
  const name = numbers.join(', ')
  if (state === undefined) return [at(line, `${name} has no state: proven, in part: what is missing, or later`)]
  if (state === 'later') {
    return [
      ...(proofs.length > 0 ? [at(line, `${name} has a proof though it comes later`)] : []),
      ...(missing === '' ? [at(line, `${name} does not say which work brings it`)] : []),
    ]
  }
  return [
    ...(proofs.length === 0 ? [at(line, `${name} is claimed without a proof`)] : []),
    ...(state === 'in part' && missing === '' ? [at(line, `${name} does not say what is missing`)] : []),
    ...(state === 'proven' && missing !== '' ? [at(line, `${name} is proven and lacks nothing`)] : []),
  ]
}

/** What the head of the page says of the whole inventory: how many numbers are in each state. */
export function countSentence(rows: readonly Row[]): string {
  const count = (wanted: State): number => rows.reduce((sum, { state, numbers }) => sum + (state === wanted ? numbers.length : 0), 0)
  return `Today **${count('proven')} are proven**, **${count('in part')} are held in part**, **${count('later')} come later**.`
}

export function checkCount(markdown: string, rows: readonly Row[]): Violation[] {
  const sentence = countSentence(rows)
  return markdown.includes(sentence) ? [] : [at(1, `the count at the head is not true: ${sentence}`)]
}

/** The proofs that lead nowhere: a file that is not there, or that has no test of that title. */
export function checkProofs(rows: readonly Row[], read: (path: string) => SourceFile | undefined): Violation[] {
  return rows.flatMap(({ line, numbers, proofs }) =>
    proofs.flatMap(({ path, title }) => {
      const file = read(path)
      if (!file) return [at(line, `${numbers.join(', ')}: ${path} is not in the project`)]
      return listTestTitles(file).includes(title) ? [] : [at(line, `${numbers.join(', ')}: ${path} has no test “${title}”`)]
    }),
  )
}

/** Tests and groups, and tests with their own world, as territoryTest. */
const TESTER = /^(test|it|describe|\w+Test)$/

/** The titles of a test file as they are written, those of a table with their marks. */
export function listTestTitles(source: SourceFile): string[] {
  const titles: string[] = []
  walk(parseFile(source).program, (node) => {
    if (node.type !== 'CallExpression' || !TESTER.test(firstName(node) ?? '')) return
    const [first] = nodesIn(node, 'arguments')
    const title = first && titleOf(first)
    if (title) titles.push(title)
  })
  return titles
}

function titleOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal') return textIn(node, 'value')
  const [only, ...others] = node.type === 'TemplateLiteral' ? nodesIn(node, 'quasis') : []
  const value: unknown = others.length === 0 ? only?.['value'] : undefined
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string' ? value.cooked : undefined
}

function at(line: number, message: string): Violation {
  return { path: REQUIREMENTS, line, message }
}
