import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { test as base } from 'vitest'
import type { Database } from './db.ts'
import { type Driver, type Executor, makeTx } from './db-core.ts'
import { newId } from './ids.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openPglite, pgliteExecutor } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { rootFolder } from './root-folder.ts'

/**
 * A database for tests: PGlite from a dump of the migrated schema, or PostgreSQL when PILOTIS_TEST_ENGINE says so.
 * `dbTest` gives each test a Database inside a transaction that is rolled back; `freshDatabase` gives one of its own, for what must commit.
 */
export const dbTest = base.extend<{ db: Database }>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture signature of Vitest
  db: async ({}, use) => {
    const database = await sharedDatabase()
    await rolledBack(database, use)
  },
})

const onPostgres = process.env['PILOTIS_TEST_ENGINE'] === 'postgres'
const fingerprint = createHash('sha256')
  .update(
    readMigrations()
      .map(({ hash }) => hash)
      .join(),
  )
  .digest('hex')
  .slice(0, 12)

// One for all the test files of a worker: nothing is ever committed in it.
let shared: Promise<Database> | undefined
const closing: (() => Promise<void>)[] = []

export function sharedDatabase(): Promise<Database> {
  shared ??= openFresh()
  return shared
}

/** A migrated database of one's own; closed after the test file. */
export async function freshDatabase(): Promise<Database> {
  const database = await openFresh()
  closing.push(() => database.close())
  return database
}

/** Called after each test file by `src/testing/after-each-file.ts`. */
export async function closeFreshDatabases(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close()
}

function openFresh(): Promise<Database> {
  return onPostgres ? freshPostgres() : freshPglite()
}

class Undo extends Error {}

async function rolledBack(database: Database, use: (db: Database) => Promise<void>): Promise<void> {
  const run = async (executor: Executor) => {
    await use({ ...database, ...makeTx(executor), engine: database.engine })
    throw new Undo()
  }
  try {
    await holdOn(database, run)
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
}

async function holdOn(database: Database, run: (executor: Executor) => Promise<void>): Promise<void> {
  if ('pglite' in database && database.pglite instanceof PGlite) {
    await database.pglite.transaction((tx) => run(pgliteExecutor(tx)))
  } else {
    await (database as Database & Driver).hold(run)
  }
}

/** The dump is made once for a given set of migrations, and shared by all test files. */
async function freshPglite(): Promise<Database> {
  const folder = join(rootFolder(), 'node_modules/.cache/pilotis')
  const file = join(folder, `schema-${fingerprint}.tar`)
  if (!existsSync(file)) {
    const made = await openPglite()
    await migrate(made)
    const dump = await made.pglite.dumpDataDir('none')
    await made.close()
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
    renameSync(`${file}.${process.pid}`, file)
  }
  return openPglite({ dump: new Blob([readFileSync(file)]) })
}

async function freshPostgres(): Promise<Database> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  const name = `${process.env['PILOTIS_TEST_RUN']}_${newId().replaceAll('-', '')}`
  await onServer(url, (client) => templateThenCopy(client, url, name))
  const own = new URL(url)
  own.pathname = `/${name}`
  return openPostgres(own.href)
}

async function templateThenCopy(client: Client, url: URL, name: string): Promise<void> {
  const template = `pilotis_template_${fingerprint}`
  await client.query('select pg_advisory_lock(14720)')
  const found = await client.query('select 1 from pg_database where datname = $1', [template])
  if (found.rowCount === 0) {
    await client.query(`drop database if exists ${template}_making`)
    await client.query(`create database ${template}_making`)
    const making = new URL(url)
    making.pathname = `/${template}_making`
    const database = await openPostgres(making.href)
    await migrate(database)
    await database.close()
    await client.query(`alter database ${template}_making rename to ${template}`)
  }
  await client.query(`create database ${name} template ${template}`)
  await client.query('select pg_advisory_unlock(14720)')
}

async function onServer<T>(url: URL, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
