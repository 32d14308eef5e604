import { expect, test } from 'vitest'
import { checkFreeText } from './free-text.ts'
import { describeViolations, readSources } from './source-tree.ts'

const judge = (text: string, path = 'src/calls/XPage.tsx'): number => checkFreeText({ path, text }).length

test.each([
  ['a box of several lines without readers', '<TextArea name="motif" label="Motif" />', 1],
  ['an element of HTML', '<textarea name="x"></textarea>', 1],
  ['a reason on one line', '<TextField\n  name="motif"\n  label="Motif" />', 1],
  ['readers of one’s own words', '<TextArea name="motif" readers="tout le monde" />', 1],
  ['readers of the table', '<TextArea name="motif" readers={readersOf(\'opinion.reason\')} />', 0],
  ['readers of the form', '<TextArea name="motif" readers={READERS} />', 0],
  ['a question of the form', '<TextArea {...field} rows={6} />', 0],
  ['a line that is no reason', '<TextField name="numero" label="Numéro" />', 0],
])('%s: %s has %i faults', (_, text, faults) => {
  expect(judge(text)).toBe(faults)
})

test('the kit, which draws what it is given, is not judged', () => {
  expect(judge('<textarea>', 'src/platform/kit/fields.tsx')).toBe(0)
})

test('every box of free text says who reads it, by the words of the table', () => {
  expect(describeViolations(readSources('src/').flatMap(checkFreeText))).toEqual([])
})
