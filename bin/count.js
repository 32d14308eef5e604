import { existsSync, readFileSync } from 'node:fs'

/** A report that is not there means that its tool did not end: one failure. */
const ABSENT = { passed: 0, failed: 1 }

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/** Format, lint and types: each passes or fails as one check. */
export function countChecks(path) {
  const report = read(path)
  if (!report) return ABSENT
  const passed = report.filter((check) => check.passed).length
  return { passed, failed: report.length - passed }
}

/** A file that cannot even be loaded holds no failed test: it counts as one. */
export function countVitest(path) {
  const report = read(path)
  if (!report) return ABSENT
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** `errors` are those outside any journey: a server that does not start, no journey found. */
export function countJourneys(path) {
  const report = read(path)
  if (!report) return ABSENT
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected + report.errors.length }
}

export function sentence(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}
