// npm run check: format and lint, types, tests and guards. All are run, so that one failure does not hide another.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const results = process.env.CHECK_RESULTS
const tool = (...path) => join(root, 'node_modules', ...path)

const CHECKS = [
  { name: 'format and lint', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '-p', '.'] },
]
const report = results ? ['--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'vitest.json')}`] : []
const vitest = [tool('vitest', 'vitest.mjs'), 'run', ...report]

const outcomes = CHECKS.map(({ name, args }) => ({ name, passed: passes(name, args) }))
if (results) writeFileSync(join(results, 'checks.json'), JSON.stringify(outcomes))
const tested = passes('tests and guards', vitest)

const failures = [...outcomes, { name: 'tests and guards', passed: tested }].filter(({ passed }) => !passed)
if (failures.length > 0) process.stderr.write(`Failed: ${failures.map(({ name }) => name).join(', ')}\n`)
process.exitCode = failures.length > 0 ? 1 : 0

function passes(name, args) {
  const started = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`)
  return status === 0
}
