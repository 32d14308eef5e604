import type { z } from 'zod'
import type { Sql } from './sql.ts'

type Query<T> = (strings: TemplateStringsArray, ...inserts: unknown[]) => Promise<T>

/**
 * The one way to the database, over PGlite and PostgreSQL alike. Each row is parsed by its zod schema as it comes in.
 *
 * Types are set in one place: dates cross as 'YYYY-MM-DD', int8 and numeric sums as safe integers or numbers, timestamps as Date.
 */
export interface Db {
  rows<S extends z.ZodType>(schema: S): Query<z.infer<S>[]>
  /** Exactly one row; anything else is a bug and throws. */
  one<S extends z.ZodType>(schema: S): Query<z.infer<S>>
  maybe<S extends z.ZodType>(schema: S): Query<z.infer<S> | undefined>
  /** Runs a statement; answers how many rows it touched. */
  run: Query<number>
  /** A composed fragment run as it is. */
  query(statement: Sql): Promise<{ rows: unknown[]; count: number }>
  /** All or nothing. May be retried after a deadlock or a serialisation failure: no effect outside the database inside. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** A Db inside a transaction: the only one that writes take. */
export interface Tx extends Db {
  readonly inTransaction: true
  script(text: string): Promise<void>
}

/** What a server or a command holds: a Db that can listen and be closed. */
export interface Database extends Db {
  readonly engine: 'pglite' | 'postgres'
  /** Several statements at once, without parameters: migrations and the set-up of libraries. */
  script(text: string): Promise<void>
  /** Calls back with each payload notified on the channel; answers how to stop. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
