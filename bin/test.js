#!/usr/bin/env node
// npm test: set-up, the checks, the journeys, and one last line that counts them all.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.js'
import { countChecks, countJourneys, countVitest, sentence } from './count.js'
import { journeys } from './journeys.js'
import { installPackages } from './packages.js'
import { launch, root, runNode, Stop } from './program.js'

const results = join(root, '.cache', 'results')
const files = { checks: join(results, 'checks.json'), vitest: join(results, 'vitest.json'), journeys: join(results, 'journeys.json') }

await launch(async () => {
  await installPackages()
  await build() // before the checks: one of them weighs the built islands
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const checked = await runNode(['tools/check.js'], { env: { CHECK_RESULTS: results } })
  const walked = await walk()
  const counts = [countChecks(files.checks), countVitest(files.vitest), countJourneys(files.journeys)]
  process.stdout.write(`${sentence(counts)}\n`)
  return checked === 0 && walked === 0 && counts.every(({ failed }) => failed === 0) ? 0 : 1
})

/** A browser that cannot be had is said, and counted: it does not hide the other results. */
async function walk() {
  try {
    return await journeys(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: files.journeys })
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}
