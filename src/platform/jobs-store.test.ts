import { expect } from 'vitest'
import { z } from 'zod'
import { type JobHandlers, queueJob, runPendingJobs, startJobs } from './jobs.ts'
import { refused } from './result.ts'
import { freshDatabase, dbTest as test } from './test-database.ts'

function collecting(): { seen: unknown[]; handlers: JobHandlers } {
  const seen: unknown[] = []
  return { seen, handlers: { 'test.note': { run: async (data) => void seen.push(data) } } }
}

test('a job queued in a committed transaction runs once, with its data', async ({ db }) => {
  const { seen, handlers } = collecting()
  await db.transaction((tx) => queueJob(tx, 'test.note', { line: 'premier' }))
  expect(await runPendingJobs(db, handlers)).toBe(1)
  expect(await runPendingJobs(db, handlers)).toBe(0)
  expect(seen).toEqual([{ line: 'premier' }])
})

test('a job of a refused act never exists', async ({ db }) => {
  const { seen, handlers } = collecting()
  await db.transaction(async (tx) => {
    await queueJob(tx, 'test.note')
    return refused('not-allowed')
  })
  expect(await runPendingJobs(db, handlers)).toBe(0)
  expect(seen).toEqual([])
})

test('a job for later is not run now', async ({ db }) => {
  const { handlers } = collecting()
  await db.transaction((tx) => queueJob(tx, 'test.note', {}, { afterSeconds: 60 }))
  expect(await runPendingJobs(db, handlers)).toBe(0)
})

test('a job that fails keeps why, and waits for its next try', async ({ db }) => {
  const failing: JobHandlers = { 'test.fail': { run: () => Promise.reject(new Error('serveur absent')) } }
  await db.transaction((tx) => queueJob(tx, 'test.fail'))
  expect(await runPendingJobs(db, failing)).toBe(1)
  const Row = z.object({ state: z.string(), output: z.object({ message: z.string() }) })
  const row = await db.one(Row)`select state::text, output from pgboss.job where name = 'test.fail'`
  expect(row).toEqual({ state: 'retry', output: { message: 'serveur absent' } })
})

test('a started server runs the job of an act by itself, and stops cleanly', async () => {
  const database = await freshDatabase()
  const { seen, handlers } = collecting()
  const errors: unknown[] = []
  const jobs = await startJobs(database, { ...handlers, 'test.cron': { run: async () => {}, cron: '*/5 * * * *' } }, (error) =>
    errors.push(error),
  )
  await database.transaction((tx) => queueJob(tx, 'test.note', { line: 'seul' }))
  await expect.poll(() => seen, { timeout: 8_000, interval: 200 }).toEqual([{ line: 'seul' }])
  await jobs.stop()
  expect(errors).toEqual([])
})
