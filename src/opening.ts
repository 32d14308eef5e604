import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { embeddedFolder } from '#platform/data-folder.ts'
import { openDatabase } from '#platform/database.ts'
import type { Database } from '#platform/db.ts'
import type { Environment } from '#platform/environment.ts'
import { Refusal } from '#platform/errors.ts'
import { migrate } from '#platform/migrate.ts'
import { rootFolder } from '#platform/root-folder.ts'
import { keepDemonstration, restoreDemonstration } from '#seeds/demonstration-dump.ts'

/** Opens the database and brings its schema forward; refuses a schema newer than the program. */
export async function openMigrated(environment: Pick<Environment, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  const database = await openDatabase(environment)
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

export function embeddedDatabaseExists({ dataDir }: Pick<Environment, 'dataDir'>): boolean {
  return existsSync(embeddedFolder(dataDir))
}

/** The database of a server. Without DATABASE_URL and without data, it is the world of the demonstration. */
export async function openForServer(environment: Environment, say: (text: string) => void): Promise<Database> {
  if (!environment.databaseUrl && !embeddedDatabaseExists(environment)) await makeDemonstration(environment, say)
  const database = await openMigrated(environment)
  await database.run`insert into database_nature (demonstration) values (false) on conflict do nothing`
  return database
}

/** Made aside and put in place whole: an interrupted start leaves no half of a world, and the next one begins again. */
async function makeDemonstration(environment: Environment, say: (text: string) => void): Promise<void> {
  const aside = join(environment.dataDir, 'demonstration-inachevee')
  rmSync(aside, { recursive: true, force: true })
  if (!restoreDemonstration(aside)) await buildApart(aside, say)
  const files = join(aside, 'files')
  if (existsSync(files)) cpSync(files, join(environment.dataDir, 'files'), { recursive: true })
  renameSync(embeddedFolder(aside), embeddedFolder(environment.dataDir))
  rmSync(aside, { recursive: true })
}

/** In a process of its own: the memory that the making of a cluster takes (150 MB) would never be given back. */
async function buildApart(aside: string, say: (text: string) => void): Promise<void> {
  say('Création du monde de démonstration (une fois, moins d’une minute)…\n')
  const maker = spawn(process.execPath, [join(rootFolder(), 'dist/server/cli.js'), 'demo'], {
    env: { ...process.env, DATA_DIR: aside },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(maker, 'exit')
  if (code !== 0) throw new Refusal('Le monde de démonstration n’a pas pu être créé\u00A0: relancez, il sera repris du début.')
  keepDemonstration(aside)
}
