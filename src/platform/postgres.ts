import { Client, Pool, type PoolClient, types } from 'pg'
import { PARSERS } from './column-types.ts'
import type { Database } from './db.ts'
import { type Answer, type Driver, type Executor, makeDb } from './db-core.ts'
import { Refusal } from './errors.ts'

export interface PostgresDatabase extends Database {
  readonly engine: 'postgres'
  readonly pool: Pool
  readonly hold: Driver['hold']
}

const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => PARSERS[oid] ?? types.getTypeParser(oid, format as 'text'),
}

/** How long the start waits for a server; a request in a crowd waits longer for its turn on a connection. */
const START_WAIT_MS = 5_000
const TURN_WAIT_MS = 30_000

/** Opens a pool on a real PostgreSQL (15 or later); refuses in one sentence when it does not answer. */
export async function openPostgres(url: string): Promise<PostgresDatabase> {
  await refuseSilence(url)
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: TURN_WAIT_MS, types: typeParsers })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next use; that use says what is wrong
  return overPostgres(pool, url)
}

async function refuseSilence(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: START_WAIT_MS })
  try {
    await client.connect()
    await client.query('select 1')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(`La base de données ne répond pas à l’adresse de DATABASE_URL (${why}).`)
  } finally {
    await client.end().catch(() => {}) // it may never have been open
  }
}

function overPostgres(pool: Pool, url: string): PostgresDatabase {
  const driver: Driver = { ...executorOf(pool), hold: (work) => held(pool, work) }
  return {
    ...makeDb(driver),
    engine: 'postgres',
    pool,
    hold: driver.hold,
    script: (text) => driver.script(text),
    listen: (channel, hear) => listenOn(url, channel, hear),
    close: () => pool.end(),
  }
}

function executorOf(client: Pool | PoolClient): Executor {
  return {
    run: async (text, values): Promise<Answer> => {
      const { rows, rowCount } = await client.query(text, values)
      return { rows, count: rowCount ?? rows.length }
    },
    script: async (text) => {
      await client.query(text)
    },
  }
}

/** Listens on a connection taken from the pool. One cut in the middle of a transaction (the database restarts): its next query says so. Unheard, it would end the program. */
export function ignoreBreak(): void {}

async function held<T>(pool: Pool, work: (executor: Executor) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  client.on('error', ignoreBreak)
  try {
    await client.query('begin')
    const value = await work(executorOf(client))
    await client.query('commit')
    client.off('error', ignoreBreak)
    client.release()
    return value
  } catch (error) {
    // A connection that cannot even roll back is thrown away, not put back in the pool.
    await client.query('rollback').then(
      () => client.off('error', ignoreBreak).release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

async function listenOn(url: string, channel: string, hear: (payload: string) => void): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {}) // the page that listens asks again on its own after a while
  client.on('notification', (message) => hear(message.payload ?? ''))
  await client.connect()
  await client.query(`listen ${channel}`)
  return () => client.end()
}
