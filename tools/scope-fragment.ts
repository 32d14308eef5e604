import { isTestFile, type SourceFile, type Violation } from './source-tree.ts'
import { calledName, contains, nodeIn, nodesIn, parseFile, type SyntaxNode, textIn, walk } from './syntax.ts'

/** The tags under which the program writes SQL: fragments, and the four ways to run one. */
const SQL_TAGS = ['sql', 'rows', 'one', 'maybe', 'run']

/** The file that defines the fragments themselves. */
const SCOPE_FILE = 'src/access/scope.ts'

/**
 * Queries on a scoped table that do not say who is asking (house-style §5). Each must hold `visible('alias', scope)`,
 * `published('alias')` or, in jobs and commands, `wholeDatabase`; so a query that forgets it cannot be merged.
 */
export function checkScopeFragments(source: SourceFile, scopedTables: readonly string[]): Violation[] {
  if (isTestFile(source.path) || source.path === SCOPE_FILE) return []
  const file = parseFile(source)
  const violations: Violation[] = []
  walk(file.program, (node, ancestors) => {
    if (!isSql(node)) return
    const table = scopedTableRead(textOf(node), scopedTables)
    if (!table || [node, ...ancestors.filter(isSql)].some(saysWhoAsks)) return
    violations.push({
      path: source.path,
      line: file.lineOf(node),
      message: `reads ${table} without visible(…): anyone would see every row`,
    })
  })
  return violations
}

function isSql(node: SyntaxNode): boolean {
  return node.type === 'TaggedTemplateExpression' && SQL_TAGS.includes(calledName(nodeIn(node, 'tag')) ?? '')
}

/** The words of a template, each value in it written `?`. */
function textOf(node: SyntaxNode): string {
  const quasi = nodeIn(node, 'quasi')
  return nodesIn(quasi ?? node, 'quasis')
    .map((part) => rawText(part))
    .join(' ? ')
}

function rawText(part: SyntaxNode): string {
  const value = part['value']
  const raw = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : ''
  return typeof raw === 'string' ? raw.replace(/--.*$/gm, '') : ''
}

/** The scoped table that the statement reads, unless what it does is narrowed by its own nature. */
function scopedTableRead(text: string, scopedTables: readonly string[]): string | undefined {
  const names = scopedTables.join('|')
  const read = new RegExp(
    `\\b(?:from|join|update|using)\\s+(?:only\\s+|lateral\\s+)?"?(${names})\\b|\\bfrom\\b[^()]*?,\\s*(${names})\\b(?!\\.)`,
    'i',
  ).exec(text)
  const table = read?.[1] ?? read?.[2]
  if (!table || /^\s*insert\s+into\b/i.test(text)) return undefined
  return changesOneRowOfItsParent(text) ? undefined : table
}

/** `update … where id = ? and application_id = ?`: the act has already loaded the parent under its scope. */
function changesOneRowOfItsParent(text: string): boolean {
  const where = /^\s*(?:update|delete\s+from)\b[\s\S]*?\bwhere\b([\s\S]*)$/i.exec(text)?.[1] ?? ''
  return /\b(?:\w+\.)?id\s*=/i.test(where) && /\b(?:\w+\.)?\w+_id\s*=/i.test(where)
}

/** The values given to the template itself, not the words around them. */
function saysWhoAsks(template: SyntaxNode): boolean {
  const values = nodesIn(nodeIn(template, 'quasi') ?? template, 'expressions')
  return values.some((value) => contains(value, narrowsByScope))
}

function narrowsByScope(node: SyntaxNode): boolean {
  if (node.type === 'Identifier') return textIn(node, 'name') === 'wholeDatabase'
  // visibleParts(scope, …) and the like: a named fragment that holds its own visible(…).
  return node.type === 'CallExpression' && /^(visible|published)([A-Z]|$)/.test(calledName(node) ?? '')
}
