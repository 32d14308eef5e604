import { expect, test } from 'vitest'
import { checkCodeRules } from './code-rules.ts'
import { describeViolations, readSources } from './source-tree.ts'

const judge = (text: string, path = 'src/calls/Page.tsx'): string[] => checkCodeRules({ path, text }).map((violation) => violation.message)

// The words are cut in two, so that this file does not say what it forbids.
test.each([
  ['const x: any = 1', /says any/],
  ['const f = (x: Array<any>): void => {}', /says any/],
  ['const x = y!', /says !/],
  ['const x = y!.z', /says !/],
  ['const x = y as string', /says as/],
  ['const x = y as unknown as string', /says as/],
  ['export default function f() {}', /default export/],
  [`// ${'TO'}DO later\nexport const x = 1`, /open an issue/],
  [`/* ${'FIX'}ME */ export const x = 1`, /open an issue/],
  ["test.only('x', () => {})", /test\.only/],
  ["it.skip('x', () => {})", /it\.skip/],
  ["test.todo('x')", /test\.todo/],
  ["dbTest.only('x', async ({ db }) => {})", /dbTest\.only/],
  ["describe.skip('x', () => {})", /describe\.skip/],
  ["test.skip.each([1])('x', () => {})", /test\.skip/],
  ["export { x } from './x.ts'\nexport * from './y.ts'", /barrel/],
  ["const p = <p style='color: red'>x</p>", /inline style/],
  ["const p = <p onclick='x()'>x</p>", /inline onclick/],
  ['const p = <p>Fin\\u00A0: oui</p>', /escape/],
  ['const p = <P lead="Fin\\u00A0: oui" />', /escape/],
])('is refused: %s', (text, message) => {
  const messages = judge(text)
  expect(messages.length).toBeGreaterThan(0)
  expect(messages[0]).toMatch(message)
})

test.each([
  'const x = [1] as const',
  "const p = <P lead={'Fin\\u00A0: oui'} />",
  "import { a as b } from './a.ts'\nexport const c = b",
  'const x = { any: 1 }\nconst y = !x',
  "test.each([1])('a sum', () => {})",
  "test.runIf(process.platform === 'linux')('a socket', () => {})",
  'const table = { a: 1 } satisfies Record<string, number>',
  "export { x } from './x.ts'\nexport const y = 1",
  "const p = <p class='quiet'>x</p>",
])('is allowed: %s', (text) => {
  expect(judge(text)).toEqual([])
})

test('an assertion is allowed in platform, where types meet the outside', () => {
  expect(judge('export const cents = (n: number) => n as Cents', 'src/platform/money.ts')).toEqual([])
})

test.each([
  ['src/calls/date-utils.ts', /after nothing/],
  ['src/calls/helpers.ts', /after nothing/],
  ['src/calls/common.ts', /after nothing/],
  ['src/calls/CallManager.tsx', /after nothing/],
  ['src/calls/call.service.ts', /after nothing/],
  ['src/calls/callPage.ts', /neither/],
  ['src/calls/CallRules.ts', /neither/],
  ['src/calls/call_rules.ts', /neither/],
])('%s is a wrong name', (path, message) => {
  expect(judge('export const x = 1', path).join()).toMatch(message)
})

test.each([
  'src/calls/admissibility.ts',
  'src/calls/CallPage.tsx',
  'src/calls/BudgetGrid.island.tsx',
  'src/calls/routes.tsx',
  'src/calls/letter.document.ts',
])('%s is a good name', (path) => {
  expect(judge('export const x = 1', path)).toEqual([])
})

test('every file keeps the rules of code', () => {
  const files = readSources('src/', 'tools/', 'e2e/', 'db/', 'bench/').filter((file) => !file.path.startsWith('tools/code-rules'))
  expect(describeViolations(files.flatMap(checkCodeRules))).toEqual([])
})
