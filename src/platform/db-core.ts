import { AsyncLocalStorage } from 'node:async_hooks'
import type { z } from 'zod'
import type { Db, Tx } from './db.ts'
import { type Sql, sql } from './sql.ts'

export interface Answer {
  rows: unknown[]
  count: number
}

/** The little that a driver must offer: run one statement, run several, and hold one connection for a transaction. */
export interface Executor {
  run(text: string, values: unknown[]): Promise<Answer>
  script(text: string): Promise<void>
}

export interface Driver extends Executor {
  /** Begins, hands over an executor bound to that transaction, commits; rolls back when the work throws. */
  hold<T>(work: (executor: Executor) => Promise<T>): Promise<T>
}

const RETRIED = new Set(['40001', '40P01'])
const MOST_TRIES = 6
const inside = new AsyncLocalStorage<true>()

/** Thrown to roll back a refused act; never leaves this file. */
class RolledBack extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('rolled back')
    this.value = value
  }
}

export function makeDb(driver: Driver): Db {
  const guarded: Executor = {
    run: (text, values) => outside(() => driver.run(text, values)),
    script: (text) => outside(() => driver.script(text)),
  }
  return { ...queries(guarded), transaction: (work) => outside(() => retried(() => whole(driver, work))) }
}

async function whole<T>(driver: Driver, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await driver.hold((executor) => inside.run(true, async () => unlessRefused(await work(makeTx(executor)))))
  } catch (error) {
    if (error instanceof RolledBack) return error.value as T
    throw error
  }
}

/** A refused act leaves nothing behind, whatever it wrote before it refused. */
function unlessRefused<T>(value: T): T {
  if (typeof value === 'object' && value !== null && 'done' in value && value.done === false) throw new RolledBack(value)
  return value
}

let savepoints = 0

/** A Tx over an open transaction. Its own `transaction` is a savepoint. Exported for tests, which roll back each test. */
export function makeTx(executor: Executor): Tx {
  return {
    ...queries(executor),
    inTransaction: true,
    script: (text) => executor.script(text),
    transaction: (work) => inSavepoint(executor, work),
  }
}

async function inSavepoint<T>(executor: Executor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const name = `act_${++savepoints}`
  await executor.script(`savepoint ${name}`)
  try {
    const value = unlessRefused(await work(makeTx(executor)))
    await executor.script(`release savepoint ${name}`)
    return value
  } catch (error) {
    await executor.script(`rollback to savepoint ${name}; release savepoint ${name}`)
    if (error instanceof RolledBack) return error.value as T
    throw error
  }
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= MOST_TRIES || !RETRIED.has(errorCode(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** tries))
    }
  }
}

/** The five-character SQLSTATE of a database error, '' for anything else. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** The constraint a database error names, '' for anything else. */
export function errorConstraint(error: unknown): string {
  return typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : ''
}

function outside<T>(work: () => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error('db used inside a transaction: take tx (PGlite would hang for ever)')
  return work()
}

/** A row that its schema does not expect is a fault of ours, told apart from what a person sent badly. */
function read<S extends z.ZodType>(schema: S, row: unknown): z.infer<S> {
  const parsed = schema.safeParse(row)
  if (!parsed.success) throw new Error('a row is not what its schema says', { cause: parsed.error })
  return parsed.data
}

function queries(executor: Executor): Omit<Db, 'transaction'> {
  const ask = (statement: Sql): Promise<Answer> => {
    const { text, values } = statement.statement()
    return executor.run(text, values)
  }
  const parsed = async <S extends z.ZodType>(schema: S, statement: Sql): Promise<z.infer<S>[]> => {
    const { rows } = await ask(statement)
    return rows.map((row) => read(schema, row))
  }
  return {
    query: ask,
    rows:
      (schema) =>
      (strings, ...inserts) =>
        parsed(schema, sql(strings, ...inserts)),
    run: async (strings, ...inserts) => (await ask(sql(strings, ...inserts))).count,
    maybe:
      (schema) =>
      async (strings, ...inserts) => {
        const rows = await parsed(schema, sql(strings, ...inserts))
        if (rows.length > 1) throw new Error(`${rows.length} rows where one at most is expected: ${strings.join('?')}`)
        return rows[0]
      },
    one:
      (schema) =>
      async (strings, ...inserts) => {
        const rows = await parsed(schema, sql(strings, ...inserts))
        const [first] = rows
        if (rows.length !== 1 || first === undefined) throw new Error(`${rows.length} rows where one is expected: ${strings.join('?')}`)
        return first
      },
  }
}
