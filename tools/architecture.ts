import { dirname, posix } from 'node:path'
import { isTestFile, type SourceFile, type Violation } from './source-tree.ts'
import { nodeIn, type ParsedFile, parseFile, type SyntaxNode, textIn, walk } from './syntax.ts'

/** The life of an application, in order: a later capability knows the earlier ones, never the reverse (house-style §2). */
export const CAPABILITIES = [
  'platform',
  'territory',
  'access',
  'contract',
  'commitments',
  'governance',
  'resources',
  'calls',
  'participation',
  'instruction',
  'funding',
  'agreement',
  'maquette',
  'landlords',
  'observation',
  'evaluation',
  'transparency',
  'overview',
]

/**
 * The files at the root of `src/` join all capabilities together, those of `src/testing/` build the world of the tests:
 * they may import any, and only tests may import them.
 */
const ABOVE_ALL = /^src\/(testing\/)?[^/]+$/

/** The kinds of file of a capability that are allowed to do something; every other `.ts` file is a rule. */
const ACTING_KINDS = ['acts', 'store', 'routes', 'api', 'commands', 'jobs', 'paths', 'document', 'import', 'island']

const OUTSIDE_PACKAGES = /^(hono(\/|$)|@hono\/|pg$|pg-boss$|kysely$|node:|@electric-sql\/|nodemailer$|better-auth|@myriaddreamin\/)/

/** The modules of `platform` and `access` that reach the database, the disk, the network, the clock or chance. */
const OUTSIDE_MODULES = [
  /^#platform\/(kit\/(?!escape\.ts)|(db|sql|raw-sql|database|pglite|postgres|migrate|http|journal|jobs|mail|file|files|stored-file|ids)\b)/,
  /^#platform\/(document|environment|data-folder|secret|command|commands|root-folder|health)\b/,
  /^#access\/(http|scope|sign-in)\b/,
]

export type ImportStatement = { target: string; typeOnly: boolean; node: SyntaxNode }

/** Every import and re-export of a file, `import()` included. */
export function listImports(file: ParsedFile): ImportStatement[] {
  const found: ImportStatement[] = []
  walk(file.program, (node) => {
    if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'].includes(node.type)) return
    const target = textIn(nodeIn(node, 'source'), 'value')
    if (target !== undefined) found.push({ target, typeOnly: node['importKind'] === 'type' || node['exportKind'] === 'type', node })
  })
  return found
}

/** The imports of `src/` that break the one-way order. */
export function checkImportOrder(source: SourceFile): Violation[] {
  const file = parseFile(source)
  return listImports(file).flatMap(({ target, node }) => {
    const message = refuseImport(source.path, target)
    return message ? [{ path: source.path, line: file.lineOf(node), message }] : []
  })
}

function refuseImport(path: string, target: string): string | undefined {
  if (target.split('/').includes('..')) return `imports ${target}: another folder is written #folder/file.ts`
  if (!target.startsWith('.') && !target.startsWith('#')) return undefined
  if (!/\.[a-z0-9]+(\?(raw|inline|url))?$/.test(target)) return `imports ${target}: an import ends with the name of its file`
  if (ABOVE_ALL.test(path)) return /^\.\/[^/]+\//.test(target) ? `imports ${target}: another folder is written #folder/file.ts` : undefined
  if (target.startsWith('.')) return undefined
  return refuseCapability(path, target)
}

function refuseCapability(path: string, target: string): string | undefined {
  const targetPath = `src/${target.slice(1)}`
  if (ABOVE_ALL.test(targetPath)) return isTestFile(path) ? undefined : `imports ${target}, which only tests and the root of src may import`
  const own = CAPABILITIES.indexOf(capabilityOf(path))
  const other = CAPABILITIES.indexOf(capabilityOf(targetPath))
  if (own === -1) return `${path} is in no capability of the list (house-style §2)`
  if (other === -1) return `imports ${target}, which is in no capability of the list`
  if (other > own) return `imports ${target}: ${capabilityOf(path)} comes before ${capabilityOf(targetPath)}`
  if (dirname(targetPath) === dirname(path)) return `imports ${target} of its own folder: write ./${posix.basename(target)}`
  return undefined
}

function capabilityOf(path: string): string {
  const [, folder, ...rest] = path.split('/')
  return folder !== undefined && rest.length > 0 ? folder : ''
}

/** True for a file that only computes: any other `.ts` of a capability after `access` (house-style §2). */
export function isRule(path: string): boolean {
  const inDomain = CAPABILITIES.indexOf(capabilityOf(path)) > CAPABILITIES.indexOf('access')
  if (!inDomain || !path.endsWith('.ts') || isTestFile(path)) return false
  const parts = posix.basename(path, '.ts').split(/[-.]/)
  return ![parts[0], parts.at(-1)].some((part) => part === 'test' || ACTING_KINDS.includes(part ?? ''))
}

/** What a rule may not do: reach the database or HTTP, read the clock or the environment (house-style §4). */
export function checkRulePurity(source: SourceFile): Violation[] {
  if (!isRule(source.path)) return []
  const file = parseFile(source)
  const violations: Violation[] = []
  const refuse = (node: SyntaxNode, what: string): void => {
    violations.push({ path: source.path, line: file.lineOf(node), message: `a rule ${what}` })
  }
  for (const { target, typeOnly, node } of listImports(file)) {
    if ([OUTSIDE_PACKAGES, ...OUTSIDE_MODULES].some((outside) => outside.test(target))) refuse(node, `may not import ${target}`)
    else if (!typeOnly && reachesActingFile(source.path, target)) refuse(node, `may import only types from ${target}`)
  }
  walk(file.program, (node) => {
    const outside = outsideRead(node)
    if (outside) refuse(node, `may not use ${outside}: it is an argument`)
  })
  return violations
}

function reachesActingFile(from: string, target: string): boolean {
  if (!target.startsWith('#') && !target.startsWith('.')) return false
  const path = target.startsWith('#') ? `src/${target.slice(1)}` : posix.join(dirname(from), target)
  const isDomain = CAPABILITIES.indexOf(capabilityOf(path)) > CAPABILITIES.indexOf('access')
  return isDomain && path.endsWith('.ts') && !isRule(path)
}

const OUTSIDE = ['Date.now', 'performance.now', 'Temporal.Now', 'process.env', 'Math.random']

function outsideRead(node: SyntaxNode): string | undefined {
  if (node.type === 'NewExpression' && textIn(nodeIn(node, 'callee'), 'name') === 'Date') return 'new Date()'
  if (node.type !== 'MemberExpression') return undefined
  const name = `${textIn(nodeIn(node, 'object'), 'name')}.${textIn(nodeIn(node, 'property'), 'name')}`
  return OUTSIDE.includes(name) ? name : undefined
}
