import { PGlite, type PGliteInterface, type Transaction } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { PARSERS } from './column-types.ts'
import type { Database } from './db.ts'
import { type Answer, type Driver, type Executor, makeDb } from './db-core.ts'

export interface PgliteDatabase extends Database {
  readonly engine: 'pglite'
  readonly pglite: PGlite
}

/** One connection and the page cache of the system below: the 128 MB that a server would share are not needed. */
const SMALL = ['shared_buffers=16MB', 'max_connections=5']

/** Opens (or makes) the embedded database in a folder; in memory without one; from a dump when one is given. */
export async function openPglite(options: { folder?: string; dump?: Blob } = {}): Promise<PgliteDatabase> {
  const pglite = await PGlite.create({
    ...(options.folder ? { dataDir: options.folder } : {}),
    ...(options.dump ? { loadDataDir: options.dump } : {}),
    extensions: { btree_gist, pg_trgm, unaccent },
    parsers: { ...PARSERS },
    postgresqlconf: SMALL,
  })
  return overPglite(pglite)
}

export function overPglite(pglite: PGlite): PgliteDatabase {
  const driver: Driver = { ...pgliteExecutor(pglite), hold: (work) => pglite.transaction((tx) => work(pgliteExecutor(tx))) }
  return {
    ...makeDb(driver),
    engine: 'pglite',
    pglite,
    script: (text) => driver.script(text),
    listen: (channel, hear) => pglite.listen(channel, hear),
    close: () => pglite.close(),
  }
}

export function pgliteExecutor(pglite: PGliteInterface | Transaction): Executor {
  return {
    run: async (text, values): Promise<Answer> => {
      const { rows, affectedRows } = await pglite.query(text, values)
      // A select touches no row here, and counts its rows in PostgreSQL's own driver: the same answer for both.
      return { rows, count: affectedRows || rows.length }
    },
    script: async (text) => {
      await pglite.exec(text)
    },
  }
}
