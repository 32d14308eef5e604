import { parseSync } from 'oxc-parser'
import type { SourceFile } from './source-tree.ts'

/** A node of the syntax tree (ESTree with TypeScript), read by name so that one walk serves every guard. */
export type SyntaxNode = { type: string; start: number; end: number; [field: string]: unknown }

/** A node being visited, with those around it from the nearest to the root. */
export type Visit = (node: SyntaxNode, ancestors: readonly SyntaxNode[]) => void

export type ParsedFile = {
  path: string
  text: string
  program: SyntaxNode
  comments: { text: string; line: number }[]
  lineOf: (node: SyntaxNode) => number
}

/** Parses one file; a file that does not parse is an error, for no guard could judge it. */
export function parseFile(file: SourceFile): ParsedFile {
  const result = parseSync(file.path, file.text)
  const [error] = result.errors
  if (error) throw new Error(`${file.path}: ${error.message}`)
  const lineAt = lineFinder(file.text)
  const program: unknown = result.program
  if (!isNode(program)) throw new Error(`${file.path}: the parser gave no program`)
  return {
    path: file.path,
    text: file.text,
    program,
    comments: result.comments.map((comment) => ({ text: comment.value, line: lineAt(comment.start) })),
    lineOf: (node) => lineAt(node.start),
  }
}

/** Visits every node, parents before children. */
export function walk(root: SyntaxNode, visit: Visit): void {
  const ancestors: SyntaxNode[] = []
  const enter = (node: SyntaxNode): void => {
    visit(node, ancestors)
    ancestors.unshift(node)
    for (const child of childrenOf(node)) enter(child)
    ancestors.shift()
  }
  enter(root)
}

/** The nodes directly under a node, whatever the field that holds them. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

/** True when the node, or any node below it, satisfies the test. */
export function contains(root: SyntaxNode, test: (node: SyntaxNode) => boolean): boolean {
  return test(root) || childrenOf(root).some((child) => contains(child, test))
}

/** The node held in a field, when there is one. */
export function nodeIn(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const value = node[field]
  return isNode(value) ? value : undefined
}

/** The nodes held in a list field. */
export function nodesIn(node: SyntaxNode, field: string): SyntaxNode[] {
  const value = node[field]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** The text held in a field: the name of an identifier, the value of a literal. */
export function textIn(node: SyntaxNode | undefined, field: string): string | undefined {
  const value = node?.[field]
  return typeof value === 'string' ? value : undefined
}

/** The last name of an expression: `sql`, `rows` in `db.rows(Schema)`, `visible` in `visible('a', scope)`. */
export function calledName(expression: SyntaxNode | undefined): string | undefined {
  if (!expression) return undefined
  if (expression.type === 'CallExpression') return calledName(nodeIn(expression, 'callee'))
  if (expression.type === 'MemberExpression') return textIn(nodeIn(expression, 'property'), 'name')
  return textIn(expression, 'name')
}

/** The first name of an expression: `describe` in `describe.each(cases)`, `test` in `test.only`. */
export function firstName(expression: SyntaxNode | undefined): string | undefined {
  if (!expression) return undefined
  return firstName(nodeIn(expression, 'callee') ?? nodeIn(expression, 'tag') ?? nodeIn(expression, 'object')) ?? textIn(expression, 'name')
}

export function isFunction(node: SyntaxNode): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
