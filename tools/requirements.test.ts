import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  CHAPTERS,
  checkCount,
  checkProofs,
  checkRows,
  countSentence,
  listTestTitles,
  REQUIREMENTS,
  type Row,
  readRequirements,
} from './requirements.ts'
import { describeViolations, ROOT, readProjectFile } from './source-tree.ts'

const page = readProjectFile(REQUIREMENTS).text
const rows = readRequirements(page)
const messages = (changed: readonly Row[]): string[] => checkRows(changed).map(({ message }) => message)
const readIfThere = (path: string) => (existsSync(ROOT + path) ? readProjectFile(path) : undefined)

test('a row gives its numbers, its state and its proofs', () => {
  const [range, part] = readRequirements(
    '| a | b | c | d |\n| TER-02 to TER-04, CON-03 | | later | |\n| FIN-03 | “never” | in part: lines | `a.ts` “one” · `b.ts` “two” |',
  )
  expect(range).toEqual({ line: 2, numbers: ['TER-02', 'TER-03', 'TER-04', 'CON-03'], state: 'later', missing: '', proofs: [] })
  expect(part).toMatchObject({
    state: 'in part',
    missing: 'lines',
    proofs: [
      { path: 'a.ts', title: 'one' },
      { path: 'b.ts', title: 'two' },
    ],
  })
})

test('the titles of a test file are found in every form of test', () => {
  const text =
    "test('one', f)\nterritoryTest.for([1])('two %s', f)\ntest.each(list)(`three`, f)\ndescribe('four', () => { it('five', f) })\ncall('six')"
  expect(listTestTitles({ path: 'a.test.ts', text })).toEqual(['one', 'two %s', 'three', 'four', 'five'])
})

test('a number that is missing, doubled or unknown is refused', () => {
  expect(messages(rows.slice(1))).toContain(`${rows[0]?.numbers[0]} is not listed`)
  expect(messages([...rows, ...rows.slice(0, 1)])).toContain(`${rows[0]?.numbers[0]} is listed twice`)
  expect(messages([...rows, ...readRequirements('| TER-99 | | later | |')])).toContain('TER-99 does not exist')
})

test.each([
  ['| TER-01 | x | done | |', 'TER-01 has no state: proven, in part: what is missing, or later'],
  ['| TER-01 | x | proven | |', 'TER-01 is claimed without a proof'],
  ['| TER-01 | x | proven: nearly | `a.ts` “b” |', 'TER-01 is proven and lacks nothing'],
  ['| TER-01 | x | in part | `a.ts` “b” |', 'TER-01 does not say what is missing'],
  ['| TER-01 | x | later: geography | `a.ts` “b” |', 'TER-01 has a proof though it comes later'],
  ['| TER-01 | x | later | |', 'TER-01 does not say which work brings it'],
])('the row « %s » is refused', (row, message) => {
  expect(messages(readRequirements(row))).toContain(message)
})

test('a proof in a file that is not there, or under a title that it does not have, is refused', () => {
  const [first = ''] = listTestTitles(readProjectFile('tools/requirements.test.ts'))
  const proven = (path: string, title: string) =>
    checkProofs(readRequirements(`| TER-01 | x | proven | \`${path}\` “${title}” |`), readIfThere)
  expect(proven('tools/requirements.test.ts', first)).toEqual([])
  expect(proven('tools/requirements.test.ts', `${first}!`)).toHaveLength(1)
  expect(proven('tools/nowhere.test.ts', first)).toHaveLength(1)
})

test('the count is that of the numbers, not of the rows; a count that is not true is refused', () => {
  const three = readRequirements('| TER-01 | x | proven | `a.ts` “b” |\n| TER-02 to TER-04 | x | later: geography | |')
  const sentence = 'Today **1 are proven**, **0 are held in part**, **3 come later**.'
  expect(countSentence(three)).toBe(sentence)
  expect(checkCount(`Head. ${sentence}`, three)).toEqual([])
  expect(checkCount('Today **2 are proven**, **0 are held in part**, **2 come later**.', three)).toHaveLength(1)
})

test('the inventory numbers 226 requirements', () => {
  expect(Object.values(CHAPTERS).reduce((sum, count) => sum + count, 0)).toBe(226)
})

test('each requirement is listed once, what is claimed has its proof, and the count at the head is true', () => {
  expect(describeViolations([...checkRows(rows), ...checkCount(page, rows), ...checkProofs(rows, readIfThere)])).toEqual([])
})
