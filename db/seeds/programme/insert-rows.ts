import type { Db } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

/** A row by its columns; all the rows of one call have the same ones, and the others take their defaults. */
export type Row = Readonly<Record<string, unknown>>

const AT_ONCE = 8_000

/** Thousands of rows in one statement: the constraints and the triggers of the table judge them as they judge a single one. */
export async function insertRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.identifier(column)))
  const name = sql.identifier(table)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const batch = JSON.stringify(rows.slice(from, from + AT_ONCE))
    await db.run`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${batch}::jsonb)`
  }
}
