import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database, Tx } from './db.ts'
import { Refusal } from './errors.ts'
import { rootFolder } from './root-folder.ts'

export interface Migration {
  number: number
  name: string
  text: string
  hash: string
}

const Applied = z.object({ number: z.number(), hash: z.string() })

/** The numbered, plain SQL files of db/migrations, in order. */
export function readMigrations(folder = join(rootFolder(), 'db/migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings the schema forward, in one transaction under a lock, so that two instances may start at once.
 * Refuses a schema newer than the program and a migration edited after it ran. Answers how many it applied.
 */
export async function migrate(database: Database, migrations = readMigrations()): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.run`select pg_advisory_xact_lock(${MIGRATION_LOCK})`
    await tx.run`create table if not exists migration (
      number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`
    const applied = await tx.rows(Applied)`select number, hash from migration order by number`
    refuseUnknown(applied, migrations)
    const missing = migrations.filter(({ number }) => !applied.some((row) => row.number === number))
    for (const migration of missing) await apply(tx, migration)
    return missing.length
  })
}

/** Any number not used elsewhere: the key of the advisory lock. */
const MIGRATION_LOCK = 147_2014

function refuseUnknown(applied: z.infer<typeof Applied>[], migrations: Migration[]): void {
  const last = migrations.at(-1)?.number ?? 0
  const newest = applied.at(-1)?.number ?? 0
  if (newest > last) {
    throw new Refusal(
      `La base de données est plus récente (version ${newest}) que ce programme (version ${last}). Installez la version à jour de Pilotis\u202F; rien n’a été modifié.`,
    )
  }
  for (const { number, hash } of applied) {
    if (migrations.find((migration) => migration.number === number)?.hash !== hash) {
      throw new Refusal(`La base de données a été préparée par une autre version de la migration ${number}. Rien n’a été modifié.`)
    }
  }
}

async function apply(tx: Tx, { number, name, hash, text }: Migration): Promise<void> {
  await tx.script(text)
  await tx.run`insert into migration (number, name, hash) values (${number}, ${name}, ${hash})`
}
