import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { isTestFile, type SourceFile, type Violation } from './source-tree.ts'
import {
  calledName,
  childrenOf,
  firstName,
  isFunction,
  nodeIn,
  nodesIn,
  type ParsedFile,
  parseFile,
  type SyntaxNode,
  textIn,
  walk,
} from './syntax.ts'

/** The limits of house-style §9. */
export const LIMITS = {
  sourceLines: 200,
  testLines: 400,
  functionLines: 40,
  parameters: 4,
  branches: 10,
  runtimePackages: 40,
  islandKb: 50,
}

/** Functions that go beyond a limit on purpose, with the reason. */
const ON_PURPOSE: Record<string, string> = {
  'src/platform/journal.ts record has 5 parameters':
    'every act ends with this line; the payload is optional and an object would hide the four others',
}

/** Official lists kept as data have no limit of length. */
const IS_LIST = /(\.data|-list|^acronyms|^icons)\.tsx?$/

const PackageJson = z.object({ dependencies: z.record(z.string(), z.string()) })
const Chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  isDynamicEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
})
const Manifest = z.record(z.string(), Chunk)

export function checkFileSize(source: SourceFile): Violation[] {
  if (IS_LIST.test(basename(source.path))) return []
  const lines = source.text.replace(/\n$/, '').split('\n').length
  const limit = isTestFile(source.path) ? LIMITS.testLines : LIMITS.sourceLines
  return lines <= limit ? [] : [{ path: source.path, line: limit, message: `has ${lines} lines, more than ${limit}` }]
}

/** Functions too long, with too many parameters or too many branches. */
export function checkFunctionSizes(source: SourceFile): Violation[] {
  const file = parseFile(source)
  const violations: Violation[] = []
  walk(file.program, (node, ancestors) => {
    if (!isFunction(node)) return
    for (const reason of refuseFunction(file, node, ancestors)) {
      const message = `${functionName(node, ancestors)} ${reason}`
      const onPurpose = Object.keys(ON_PURPOSE).some((known) => `${file.path} ${message}`.startsWith(`${known},`))
      if (!onPurpose) violations.push({ path: file.path, line: file.lineOf(node), message })
    }
  })
  return violations
}

function refuseFunction(file: ParsedFile, node: SyntaxNode, ancestors: readonly SyntaxNode[]): string[] {
  const lines = file.text.slice(node.start, node.end).split('\n').length
  const parameters = nodesIn(node, 'params').length
  const branches = countBranches(node)
  const messages: string[] = []
  if (lines > LIMITS.functionLines && !isDescribeCallback(ancestors)) messages.push(`has ${lines} lines, more than ${LIMITS.functionLines}`)
  if (parameters > LIMITS.parameters) messages.push(`has ${parameters} parameters, more than ${LIMITS.parameters}`)
  if (branches > LIMITS.branches) messages.push(`has ${branches} branches, more than ${LIMITS.branches}`)
  return messages
}

/** A `describe` holds tests as a file does: each of them is measured, not their sum. */
function isDescribeCallback(ancestors: readonly SyntaxNode[]): boolean {
  const [parent] = ancestors
  return parent?.type === 'CallExpression' && firstName(parent) === 'describe'
}

const BRANCHES = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'CatchClause',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
])

/** The branches of the function itself; those of the functions inside it are theirs. */
function countBranches(root: SyntaxNode): number {
  return childrenOf(root)
    .filter((child) => !isFunction(child))
    .reduce((total, child) => total + (isBranch(child) ? 1 : 0) + countBranches(child), 0)
}

function isBranch(node: SyntaxNode): boolean {
  return BRANCHES.has(node.type) || (node.type === 'SwitchCase' && node['test'] !== null)
}

/** How a reader finds the function: its own name, or what holds it. */
function functionName(node: SyntaxNode, ancestors: readonly SyntaxNode[]): string {
  const own = textIn(nodeIn(node, 'id'), 'name')
  const [parent] = ancestors
  const held = parent && (textIn(nodeIn(parent, 'id'), 'name') ?? textIn(nodeIn(parent, 'key'), 'name'))
  return own ?? held ?? (parent?.type === 'CallExpression' ? `a function given to ${calledName(parent)}` : 'a function')
}

/** Every runtime package has a line in docs/dependencies.md that says why, and they stay few. */
export function checkPackages(packageJson: string, dependenciesPage: string): Violation[] {
  const names = Object.keys(PackageJson.parse(JSON.parse(packageJson)).dependencies)
  const violations: Violation[] = names
    .filter((name) => !dependenciesPage.includes(`| \`${name}\` |`))
    .map((name) => ({ path: 'docs/dependencies.md', line: 1, message: `does not say why ${name} is there` }))
  if (names.length <= LIMITS.runtimePackages) return violations
  const message = `names ${names.length} runtime packages, more than ${LIMITS.runtimePackages}`
  return [...violations, { path: 'package.json', line: 1, message }]
}

/** Scripts of the built pages, each with what it loads at once, compressed; `read` gives a built file. */
export function checkIslands(manifestJson: string, read: (file: string) => Buffer): Violation[] {
  const manifest = Manifest.parse(JSON.parse(manifestJson))
  return Object.entries(manifest).flatMap(([key, chunk]) => {
    if (!chunk.file.endsWith('.js') || !(chunk.isEntry || chunk.isDynamicEntry)) return []
    const bytes = [...filesOf(manifest, key)].reduce((total, file) => total + gzipSync(read(file)).length, 0)
    if (bytes <= LIMITS.islandKb * 1000) return []
    return [{ path: key, line: 1, message: `weighs ${Math.ceil(bytes / 1000)} kB compressed, more than ${LIMITS.islandKb}` }]
  })
}

function filesOf(manifest: z.infer<typeof Manifest>, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen)
  return seen
}
