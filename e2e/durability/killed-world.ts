import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { Mandate } from '#access/mandate.ts'
import { openDatabase } from '#platform/database.ts'
import type { Database } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import type { PostgresDatabase } from '#platform/postgres.ts'
import { rootFolder } from '#platform/root-folder.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { completeDraft } from '#testing/draft.ts'
import { copyDraft } from '#testing/draft-copies.ts'
import { TODAY } from '#testing/world.ts'

/** A database on disk (or on a server) full of drafts ready to be sent, and the program bundled to send them. */
export interface KilledWorld {
  by: Mandate
  draftIds: string[]
  /** What the processes find in their environment. */
  environment: NodeJS.ProcessEnv
  submitter: string
  server: string
  /** Opens the data again, while no process holds it. */
  reopen(): Promise<Database>
  remove(): Promise<void>
}

export async function killedWorld(engine: 'pglite' | 'postgres', drafts: number): Promise<KilledWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pilotis-kill-'))
  const programs = join(rootFolder(), 'node_modules/.cache', `pilotis-kill-${process.pid}`)
  await bundle(programs)
  const made = await makeDatabase(engine, dataDir)
  const by = await fill(made.database)
  const draftIds = await copyDraft(made.database, by.modelId, drafts)
  if (engine === 'pglite') await made.database.close() // one process at a time; that of PostgreSQL is closed after the test file
  const where = { databaseUrl: made.url, dataDir }
  return {
    by: by.mandate,
    draftIds,
    // The compiled code is kept from one process to the next.
    environment: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: made.url ?? '',
      SMTP_URL: '',
      SECRET: '',
      NODE_COMPILE_CACHE: programs,
    },
    submitter: join(programs, 'submitter.js'),
    server: join(programs, 'main.js'),
    reopen: () => openDatabase(where),
    remove: async () => {
      for (const folder of [dataDir, programs]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeDatabase(engine: 'pglite' | 'postgres', dataDir: string): Promise<{ database: Database; url: string | undefined }> {
  if (engine === 'postgres') {
    const database = await freshDatabase()
    return { database, url: (database as PostgresDatabase).pool.options.connectionString }
  }
  mkdirSync(dataDir, { recursive: true })
  const database = await openDatabase({ dataDir })
  await migrate(database)
  return { database, url: undefined }
}

/** Written as a demonstration, so that the server can be entered without a mail. */
async function fill(database: Database): Promise<{ mandate: Mandate; modelId: string }> {
  await database.run`insert into database_nature (demonstration) values (true)`
  await database.run`insert into demonstration_day (day) values (${TODAY})`
  const { by, id } = await completeDraft(database)
  return { mandate: by, modelId: id }
}

/** The program as vite.config.ts bundles it, and the submitter beside it: a process starts in a fraction of a second. */
async function bundle(outDir: string): Promise<void> {
  const input = {
    main: 'src/main.ts',
    'document-worker': 'src/platform/document-worker.ts',
    submitter: 'e2e/durability/submitter.ts',
  }
  await build({
    configFile: false,
    root: rootFolder(),
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      target: 'node24',
      ssr: true,
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' } },
    },
  })
}
