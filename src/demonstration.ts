import type { Database } from '#platform/db.ts'

/** The world of the demonstration, written into a new database through the same acts as the pages. */
export async function buildDemonstration(database: Database): Promise<void> {
  await database.run`insert into database_nature (demonstration) values (true)`
}
