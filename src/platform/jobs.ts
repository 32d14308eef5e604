import { PGlite } from '@electric-sql/pglite'
import { Pool } from 'pg'
import { type ConstructorOptions, fromPglite, PgBoss, type Db as QueueDatabase } from 'pg-boss'
import type { Database, Tx } from './db.ts'
import { newId } from './ids.ts'
import { ignoreBreak } from './postgres.ts'
import { rawSql } from './raw-sql.ts'

/** What the program does behind a page, one for each name of job. */
export interface JobHandler {
  /** May run twice for one job (a crash between the work and its note): it must bear it. A throw is tried again later. */
  run(data: Record<string, unknown>): Promise<void>
  /** For work that comes back on its own: minute, hour, day, month, weekday, in Paris. One instance runs it each time. */
  cron?: string
}

export type JobHandlers = Readonly<Record<string, JobHandler>>

/** Six tries in all, from half a minute to an hour apart: a mail server away for the night of a week-day is back. */
const QUEUE = {
  policy: 'standard',
  retryLimit: 5,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3600,
  deleteAfterSeconds: 604_800,
} as const

/** PGlite has one connection: the pages come first, so the queues are looked at calmly. */
const POLLING_SECONDS = 2
const CRON_POLLING_SECONDS = 15

/**
 * Queues a job in the transaction of the act that wants it: it exists if, and only if, the act is committed.
 * Written as an insert, which pg-boss documents, because its own `send` reads its queues through another connection: on
 * PGlite that would wait for ever for the transaction it is called from. Answers the id of the job.
 */
export async function queueJob(
  tx: Tx,
  name: string,
  data: Record<string, unknown> = {},
  options: { afterSeconds?: number } = {},
): Promise<string> {
  const id = newId()
  const job = { id, name, data: JSON.stringify(data), afterSeconds: options.afterSeconds ?? 0 }
  if ((await insertJob(tx, job)) === 0) {
    await tx.run`select pgboss.create_queue(${name}, ${JSON.stringify(QUEUE)}::jsonb)`
    await insertJob(tx, job)
  }
  return id
}

function insertJob(tx: Tx, job: { id: string; name: string; data: string; afterSeconds: number }): Promise<number> {
  return tx.run`
    insert into pgboss.job (id, name, data, start_after, keep_until, expire_seconds, deletion_seconds,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, policy)
    select ${job.id}::uuid, q.name, ${job.data}::jsonb, now() + ${job.afterSeconds}::int * interval '1 second',
      now() + (${job.afterSeconds}::int + q.retention_seconds) * interval '1 second', q.expire_seconds, q.deletion_seconds,
      q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy
    from pgboss.queue q where q.name = ${job.name}`
}

export interface RunningJobs {
  /** Waits for the jobs in progress, half a minute at most. */
  stop(): Promise<void>
}

/** Starts the workers of a server. Its schema is brought forward first if pg-boss is newer than the database. */
export async function startJobs(database: Database, handlers: JobHandlers, onError: (error: unknown) => void): Promise<RunningJobs> {
  const boss = new PgBoss(calmOptions(database))
  boss.on('error', onError)
  await boss.start()
  for (const [name, handler] of Object.entries(handlers)) await work(boss, name, handler, onError)
  return { stop: () => boss.stop({ graceful: true, timeout: 30_000 }) }
}

async function work(boss: PgBoss, name: string, handler: JobHandler, onError: (error: unknown) => void): Promise<void> {
  await boss.createQueue(name, QUEUE)
  await boss.work<Record<string, unknown> | null>(
    name,
    { pollingIntervalSeconds: handler.cron ? CRON_POLLING_SECONDS : POLLING_SECONDS },
    async (jobs) => {
      for (const job of jobs) await noted(() => handler.run(job.data ?? {}), onError)
    },
  )
  if (handler.cron) await boss.schedule(name, handler.cron, null, { tz: 'Europe/Paris' })
  else await boss.unschedule(name)
}

async function noted(run: () => Promise<void>, onError: (error: unknown) => void): Promise<void> {
  try {
    await run()
  } catch (error) {
    onError(error)
    throw error // pg-boss keeps the failure with the job and tries again
  }
}

function calmOptions(database: Database): ConstructorOptions {
  const embedded = database.engine === 'pglite'
  return {
    db: queueDatabase(database),
    backend: database.engine === 'pglite' ? 'pglite' : 'postgres',
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 15,
    superviseIntervalSeconds: 120,
    monitorIntervalSeconds: 300,
    queueCacheIntervalSeconds: 300,
    // An index rebuilt « concurrently » needs a second connection.
    reindex: !embedded,
    monitorVacuum: !embedded,
  }
}

function queueDatabase(database: Database): QueueDatabase {
  if ('pglite' in database && database.pglite instanceof PGlite) return fromPglite(database.pglite)
  if ('pool' in database && database.pool instanceof Pool) return overPool(database.pool)
  throw new Error('neither PGlite nor a pool of PostgreSQL')
}

/** pg-boss sends « begin; …; commit » as one text: a connection on which it failed is thrown away, not put back in our pool. */
function overPool(pool: Pool): QueueDatabase {
  return {
    executeSql: async (text, values) => {
      const client = await pool.connect()
      client.on('error', ignoreBreak)
      try {
        const answer = await client.query(text, values)
        client.off('error', ignoreBreak)
        client.release()
        return answer
      } catch (error) {
        client.release(true)
        throw error
      }
    },
  }
}

/** For tests and commands: runs the jobs that are due, and those they queue, until none is left. Answers how many ran. */
export async function runPendingJobs(database: Database, handlers: JobHandlers): Promise<number> {
  const db: QueueDatabase = { executeSql: (text, values = []) => database.query(rawSql(text, values)) }
  const boss = new PgBoss({ db, migrate: false, supervise: false, schedule: false })
  await boss.start()
  try {
    let ran = 0
    for (;;) {
      const before = ran
      for (const [name, handler] of Object.entries(handlers)) ran += await drain(boss, name, handler)
      if (ran === before) return ran
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function drain(boss: PgBoss, name: string, handler: JobHandler): Promise<number> {
  if (!(await boss.getQueue(name))) return 0
  const jobs = await boss.fetch<Record<string, unknown> | null>(name, { batchSize: 100 })
  for (const job of jobs) {
    try {
      await handler.run(job.data ?? {})
      await boss.complete(name, job.id)
    } catch (error) {
      await boss.fail(name, job.id, { message: error instanceof Error ? error.message : String(error) })
    }
  }
  return jobs.length
}
