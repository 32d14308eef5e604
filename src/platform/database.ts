import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './db.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/** PostgreSQL where DATABASE_URL says, else the embedded database under DATA_DIR (its lock is taken by the caller). */
export async function openDatabase(where: { databaseUrl?: string | undefined; dataDir: string }): Promise<Database> {
  if (where.databaseUrl) return openPostgres(where.databaseUrl)
  const folder = join(where.dataDir, 'pglite')
  mkdirSync(folder, { recursive: true })
  return openPglite({ folder })
}
