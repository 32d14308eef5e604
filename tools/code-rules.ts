import { posix } from 'node:path'
import { isTestFile, type SourceFile, type Violation } from './source-tree.ts'
import { calledName, firstName, nodeIn, nodesIn, type ParsedFile, parseFile, type SyntaxNode, textIn, walk } from './syntax.ts'

/** What house-style §6 and §10 forbid in code, and that no other tool of the project refuses everywhere. */
export function checkCodeRules(source: SourceFile): Violation[] {
  const file = parseFile(source)
  const found: Violation[] = []
  walk(file.program, (node) => {
    const message = refuseNode(node, source.path)
    if (message) found.push({ path: source.path, line: file.lineOf(node), message })
  })
  return [...found, ...checkComments(file), ...checkBarrel(file), ...checkFileName(source.path)]
}

type Refuse = (node: SyntaxNode, path: string) => string | undefined

/** What is refused, by kind of node. */
const REFUSED: Readonly<Record<string, Refuse>> = {
  TSAnyKeyword: () => 'says any: name the type, or unknown',
  TSNonNullExpression: () => 'says !: decide what happens when it is absent',
  TSAsExpression: refuseAssertion,
  TSTypeAssertion: refuseAssertion,
  ExportDefaultDeclaration: (_, path) => (path.startsWith('src/') ? 'has a default export: name it' : undefined),
  MemberExpression: (node) => refuseSilencedTest(node),
  JSXText: (node) => refuseEscape(textIn(node, 'raw')),
  JSXAttribute: refuseAttribute,
}

function refuseNode(node: SyntaxNode, path: string): string | undefined {
  return REFUSED[node.type]?.(node, path)
}

function refuseAssertion(node: SyntaxNode, path: string): string | undefined {
  if (!path.startsWith('src/') || path.startsWith('src/platform/')) return undefined
  const isConst = textIn(nodeIn(nodeIn(node, 'typeAnnotation') ?? node, 'typeName'), 'name') === 'const'
  return isConst ? undefined : 'says as: parse the value, or narrow it'
}

const SILENCERS = ['only', 'skip', 'todo', 'fails', 'fixme']

function refuseSilencedTest(node: SyntaxNode): string | undefined {
  const [first, name] = [firstName(node), calledName(node) ?? '']
  const isTest = /^(it|describe|test|\w+Test)$/.test(first ?? '')
  return isTest && SILENCERS.includes(name) ? `says ${first}.${name}: every test runs` : undefined
}

/** The pages are served under a policy that refuses inline styles and scripts: they would be dead text. */
function refuseAttribute(node: SyntaxNode, path: string): string | undefined {
  const shown = refuseEscape(textIn(nodeIn(node, 'value') ?? node, 'raw'))
  if (shown || path.endsWith('.island.tsx')) return shown
  const name = textIn(nodeIn(node, 'name'), 'name') ?? ''
  return name === 'style' || /^on[a-z]+$/.test(name) ? `has an inline ${name} attribute, which the pages' policy refuses` : undefined
}

/** JSX does not read escapes outside braces: the reader would see them as they are typed. */
function refuseEscape(text: string | undefined): string | undefined {
  return /\\u[0-9a-f]{4}/i.test(text ?? '') ? 'writes an escape that JSX shows as it is: type the character, or use braces' : undefined
}

function checkComments(file: ParsedFile): Violation[] {
  return file.comments
    .filter((comment) => /\b(TODO|FIXME|XXX|HACK)\b/.test(comment.text))
    .map((comment) => ({ path: file.path, line: comment.line, message: 'leaves a note for later: open an issue' }))
}

/** A file that only passes on what others export hides where things are. */
function checkBarrel(file: ParsedFile): Violation[] {
  const statements = nodesIn(file.program, 'body')
  const passesOn = (node: SyntaxNode): boolean => /^Export(All|Named)Declaration$/.test(node.type) && nodeIn(node, 'source') !== undefined
  const isBarrel = statements.length > 0 && statements.every(passesOn)
  return isBarrel ? [{ path: file.path, line: 1, message: 'is a barrel file: import from where it is' }] : []
}

const VAGUE = /(^|[-.])(utils?|helpers?|common|misc|managers?|services?)([-.]|$)/i

function checkFileName(path: string): Violation[] {
  const name = posix.basename(path).replace(/\.(tsx?)$/, '')
  const violations: Violation[] = []
  if (VAGUE.test(name.replace(/([a-z])([A-Z])/g, '$1-$2')))
    violations.push({ path, line: 1, message: 'is named after nothing: say what it holds' })
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(name)
  const pascal = /^[A-Z][A-Za-z0-9]*(\.[a-z-]+)*$/.test(name)
  const named = kebab || (pascal && (path.endsWith('.tsx') || isTestFile(path)))
  if (!named) violations.push({ path, line: 1, message: 'is named neither kebab-case.ts nor PascalCase.tsx' })
  return violations
}
