import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { runPendingJobs } from '#platform/jobs.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { aWorld, type World } from '#testing/world.ts'
import { askExport, EXPORT_JOB } from './export-acts.ts'
import { exportJobs } from './export-jobs.ts'
import type { ExportKind } from './export-store.ts'
import { findExport, listExports } from './export-store.ts'

const TODAY = day('2027-03-09')
let db: Database
let world: World
let folder = ''
beforeAll(async () => {
  db = await freshDatabase()
  world = await aWorld(db)
  folder = mkdtempSync(join(tmpdir(), 'pilotis-exports-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const kind = (produce: ExportKind['produce']): ExportKind => ({
  permission: 'meeting:read',
  titleOf: async (_db, _by, subjectId) => (subjectId === world.meetingId ? 'Un cahier' : undefined),
  produce,
})
const quick = kind(async (_db, { progress }) => {
  await progress(3, 4)
  return { name: 'cahier.csv', kind: 'csv', bytes: new TextEncoder().encode('a;b\n') }
})
const ask = (id: string, of = quick, by = world.mandates.lead) =>
  askExport(db, by, { id, kind: 'essai', subjectId: world.meetingId, of }, TODAY)
const jobs = (of: ExportKind) => exportJobs(db, folder, { essai: of })

test('a document asked twice is prepared once, at the same moment too', async () => {
  const [first, second] = await Promise.all([ask(newId()), ask(newId())])
  expect([first.done && first.value.again, second.done && second.value.again].sort()).toEqual([false, true])
  expect(first.done && second.done && first.value.id === second.value.id).toBe(true)
  expect(await runPendingJobs(db, jobs(quick))).toBe(1)
  const [made] = await listExports(db, world.mandates.lead.id)
  expect(made).toMatchObject({ state: 'done', title: 'Un cahier', done: 4, total: 4, size: 4 })
  const again = await ask(newId())
  expect(again).toMatchObject({ done: true, value: { again: false } })
  await runPendingJobs(db, jobs(quick))
})

test('the same form sent twice asks once, even after the document is ready', async () => {
  const id = newId()
  await ask(id)
  await runPendingJobs(db, jobs(quick))
  expect(await ask(id)).toEqual({ done: true, value: { id, again: true } })
  expect(await runPendingJobs(db, jobs(quick))).toBe(0)
})

test('a document that cannot be made says so, and may be asked again', async () => {
  const broken = kind(async () => {
    throw new Error('no paper')
  })
  const id = newId()
  await ask(id, broken)
  await runPendingJobs(db, jobs(broken))
  expect(await findExport(db, { id, mandateId: world.mandates.lead.id })).toMatchObject({ state: 'failed', fileId: null })
  expect(await ask(newId())).toMatchObject({ done: true, value: { again: false } })
  await runPendingJobs(db, jobs(quick))
})

test('work that a stop cut short is given up after two minutes of silence, and another takes its place', async () => {
  const id = newId()
  await ask(id)
  await db.run`delete from pgboss.job where name = ${EXPORT_JOB} and state = 'created'`
  await db.run`update produced_export set progress_at = clock_timestamp() - interval '3 minutes' where id = ${id}`
  expect(await findExport(db, { id, mandateId: world.mandates.lead.id })).toMatchObject({ state: 'failed' })
  const other = await ask(newId())
  expect(other).toMatchObject({ done: true, value: { again: false } })
  expect(await runPendingJobs(db, jobs(quick))).toBe(1)
})

test('what is not visible, not known or not permitted is not prepared; a document belongs to who asked', async () => {
  const unknown = { id: newId(), kind: 'essai', subjectId: newId(), of: quick }
  expect(await askExport(db, world.mandates.lead, unknown, TODAY)).toEqual({ done: false, reasons: ['unknown'] })
  expect(await askExport(db, world.mandates.lead, { ...unknown, of: undefined }, TODAY)).toEqual({ done: false, reasons: ['unknown'] })
  expect((await ask(newId(), quick, world.mandates.porteur)).done).toBe(false)
  const [made] = await listExports(db, world.mandates.lead.id)
  expect(await findExport(db, { id: made?.id ?? '', mandateId: world.mandates.state.id })).toBeUndefined()
  const journal = await db.rows(
    z.object({ act: z.string() }),
  )`select act from journal where subject_id = ${made?.id ?? ''} order by happened_at`
  expect(journal.map(({ act }) => act)).toEqual(['export.asked', 'export.produced'])
})
