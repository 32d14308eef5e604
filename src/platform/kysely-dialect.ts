import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Db } from './db.ts'
import { rawSql } from './raw-sql.ts'

/**
 * Kysely over our own Db, for a library that speaks through it (Better Auth): one way to both databases, the types of
 * column-types.ts, and the guard of db-core.ts, which throws where PGlite would wait for ever.
 */
export function kyselyDialect(db: Db): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOver(db),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function driverOver(db: Db): Driver {
  const connection = connectionOver(db)
  const refuse = (): Promise<never> => Promise.reject(new Error('a transaction is opened by Db.transaction, not through Kysely'))
  const nothing = (): Promise<void> => Promise.resolve()
  return {
    init: nothing,
    acquireConnection: () => Promise.resolve(connection),
    releaseConnection: nothing,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: nothing,
  }
}

function connectionOver(db: Db): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, count } = await db.query(rawSql(query.sql, query.parameters))
      return { rows: rows as R[], numAffectedRows: BigInt(count) }
    },
    streamQuery() {
      throw new Error('not used: large answers are read by keyset batches')
    },
  }
}
