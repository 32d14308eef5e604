import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkFileSize, checkFunctionSizes, checkIslands, checkPackages } from './sizes.ts'
import { describeViolations, ROOT, readProjectFile, readSources } from './source-tree.ts'

const FOLDERS = ['src/', 'tools/', 'db/', 'e2e/', 'bench/', 'bin/']
const lines = (count: number, line = 'export {}'): string => `${Array.from({ length: count }, () => line).join('\n')}\n`

describe('the length of files', () => {
  test.each([
    ['src/calls/acts.ts', 200, 0],
    ['src/calls/acts.ts', 201, 1],
    ['src/calls/acts.test.ts', 400, 0],
    ['src/calls/acts.test.ts', 401, 1],
    ['e2e/a-file-travels.e2e.ts', 400, 0],
    ['src/platform/kit/icons.ts', 900, 0],
    ['src/territory/theme-list.ts', 900, 0],
    ['src/calls/accounts.data.ts', 900, 0],
    ['src/calls/waiting-lists.ts', 201, 1],
  ])('%s with %i lines: %i violations', (path, count, expected) => {
    expect(checkFileSize({ path, text: lines(count) })).toHaveLength(expected)
  })

  test('every file keeps its limit', () => {
    expect(describeViolations(readSources(...FOLDERS).flatMap(checkFileSize))).toEqual([])
  })
})

describe('the size of functions', () => {
  const judge = (text: string): string[] => checkFunctionSizes({ path: 'src/calls/x.tsx', text }).map((violation) => violation.message)
  const body = (count: number): string => lines(count, '  run()')

  test.each([
    ['a function of 40 lines', `function f() {\n${body(38)}}`, []],
    ['a function of 41 lines', `function f() {\n${body(39)}}`, ['f has 41 lines, more than 40']],
    ['an arrow function of 41 lines', `const f = () => {\n${body(39)}}`, ['f has 41 lines, more than 40']],
    ['a component of 41 lines', `function Page() {\n  return <p>\n${lines(37, 'x')}</p>\n}`, ['Page has 41 lines, more than 40']],
    ['a test of 41 lines', `test('x', () => {\n${body(39)}})`, ['a function given to test has 41 lines, more than 40']],
    ['a route of 41 lines', `routes.get('/x', (c) => {\n${body(39)}})`, ['a function given to get has 41 lines, more than 40']],
    ['a describe of 41 lines', `describe('x', () => {\n${body(39)}})`, []],
    ['a describe.each of 41 lines', `describe.each([1])('x', () => {\n${body(39)}})`, []],
    ['four parameters', 'const f = (a, b, c, d) => a', []],
    ['five parameters', 'const f = (a, b, c, d, e) => a', ['f has 5 parameters, more than 4']],
  ])('%s', (_title, text, expected) => {
    expect(judge(text)).toEqual(expected)
  })

  test.each([
    'if (a) b()',
    'a ? b : c',
    'a && b',
    'a || b',
    'a ?? b',
    'switch (a) { case 1: b() }',
    'for (const b of a) b()',
    'for (;;) b()',
    'for (const b in a) c()',
    'while (a) b()',
    'do b(); while (a)',
    'try { b() } catch { c() }',
  ])('ten branches are allowed and eleven are not: %s', (branch) => {
    expect(judge(`function f() {\n${lines(10, branch)}}`)).toEqual([])
    expect(judge(`function f() {\n${lines(11, branch)}}`)).toEqual(['f has 11 branches, more than 10'])
  })

  test('the branches of an inner function are not those of the outer one', () => {
    expect(judge(`function f() {\n${lines(6, 'if (a) b()')} const g = () => {\n${lines(6, 'if (a) b()')}} }`)).toEqual([])
  })

  test('every function keeps its limits', () => {
    expect(describeViolations(readSources(...FOLDERS).flatMap(checkFunctionSizes))).toEqual([])
  })
})

describe('the runtime packages', () => {
  const page = (count: number): string => Array.from({ length: count }, (_, i) => `| \`p${i}\` | reason |`).join('\n')
  const json = (count: number): string =>
    JSON.stringify({ dependencies: Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, '1'])) })

  test('forty are allowed and forty-one are not', () => {
    expect(checkPackages(json(40), page(41))).toEqual([])
    expect(describeViolations(checkPackages(json(41), page(41)))).toEqual(['package.json:1 names 41 runtime packages, more than 40'])
  })

  test('a package without its line is refused', () => {
    expect(describeViolations(checkPackages(json(2), page(1)))).toEqual(['docs/dependencies.md:1 does not say why p1 is there'])
  })

  test('each of ours has its line', () => {
    const [packages, page] = [readProjectFile('package.json').text, readProjectFile('docs/dependencies.md').text]
    expect(describeViolations(checkPackages(packages, page))).toEqual([])
  })
})

describe('the weight of islands', () => {
  const manifest = JSON.stringify({
    'src/platform/kit/islands.ts': { file: 'islands.js', isEntry: true },
    'src/calls/Grid.island.tsx': { file: 'grid.js', isDynamicEntry: true, imports: ['_shared.js'] },
    '_shared.js': { file: 'shared.js' },
    'style.css': { file: 'style.css', isEntry: true },
  })
  const read =
    (grid: number) =>
    (file: string): Buffer =>
      randomBytes({ 'islands.js': 100, 'grid.js': grid, 'shared.js': 20_000 }[file] ?? 900_000)

  test('an island is weighed with what it imports', () => {
    expect(checkIslands(manifest, read(29_000))).toEqual([])
    expect(describeViolations(checkIslands(manifest, read(31_000)))).toEqual([
      'src/calls/Grid.island.tsx:1 weighs 52 kB compressed, more than 50',
    ])
  })

  const built = `${ROOT}dist/client/.vite/manifest.json`
  test.runIf(existsSync(built))('every built island keeps its limit', () => {
    const read = (file: string): Buffer => readFileSync(`${ROOT}dist/client/${file}`)
    expect(describeViolations(checkIslands(readFileSync(built, 'utf8'), read))).toEqual([])
  })
})
