import { type Driver, type Executor, makeDb } from '#platform/db-core.ts'
import type { PgliteDatabase } from '#platform/pglite.ts'
import { pgliteExecutor } from '#platform/pglite.ts'

export interface Statement {
  text: string
  values: unknown[]
}

/** The same database, which also keeps every statement it is asked: replayed bare, they are the baseline of a page. */
export function recording(database: PgliteDatabase): { database: PgliteDatabase; statements: Statement[] } {
  const statements: Statement[] = []
  const kept = (executor: Executor): Executor => ({
    run: (text, values) => {
      statements.push({ text, values })
      return executor.run(text, values)
    },
    script: (text) => {
      statements.push({ text, values: [] })
      return executor.script(text)
    },
  })
  const own = kept(pgliteExecutor(database.pglite))
  const driver: Driver = { ...own, hold: (work) => database.pglite.transaction((tx) => work(kept(pgliteExecutor(tx)))) }
  return { database: { ...database, ...makeDb(driver), script: (text) => driver.script(text) }, statements }
}

/** Runs statements as they are, without our layer: no zod, no scope building, no HTML. */
export async function replay(database: PgliteDatabase, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await database.pglite.query(text, values)
}
