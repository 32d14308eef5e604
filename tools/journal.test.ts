import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT, readProjectFile } from './source-tree.ts'

/** Acts that are steps of other acts, which write in the journal for them. */
const STEPS: Record<string, string> = {
  'src/calls/renewal-acts.ts': 'the answers taken over are written field by field, by writeAnswer',
  'src/funding/specific-route-acts.ts': 'the reason is kept by keepOverride, of droit-commun-acts.ts',
}

test('XCU-01: every file of acts writes in the journal what it decides', () => {
  const files = globSync('src/**/*-acts.ts', { cwd: ROOT }).toSorted()
  expect(files.length).toBeGreaterThan(50)
  const silent = files.filter((path) => !/\brecord\w*\(\s*tx,/.test(readProjectFile(path).text))
  expect(silent).toEqual(Object.keys(STEPS))
})
