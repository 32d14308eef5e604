import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { openDatabase } from '#platform/database.ts'
import type { Database } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { buildDemonstration } from '#seeds/demo.ts'
import { keepDemonstration, keptFolderOf, restoreDemonstration } from '#seeds/demonstration-dump.ts'
import { hashOfSources } from './sources-hash.ts'

export interface DemonstrationCopy {
  db: Database
  filesFolder: string
}

/** A building that lasts longer than this is dead: its place is taken. */
const LONGEST_MS = 240_000

/**
 * The whole world of the demonstration, of one's own: a copy of the one kept for these sources (in about a second), made first when
 * there is none (half a minute, once for all test files). Closed and thrown away after the test file. Always embedded.
 * Call it once a file, in a `beforeAll` with a generous time: `beforeAll(async () => { world = await demonstrationCopy() }, 300_000)`.
 */
export async function demonstrationCopy(): Promise<DemonstrationCopy> {
  const kept = keptFolderOf(hashOfSources())
  if (!existsSync(kept)) await makeOnce(kept)
  const dataDir = mkdtempSync(join(tmpdir(), 'pilotis-world-'))
  if (!restoreDemonstration(dataDir, kept)) await make(dataDir)
  const db = await openDatabase({ databaseUrl: undefined, dataDir })
  afterAll(async () => {
    await db.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { db, filesFolder: join(dataDir, 'files') }
}

/** Two test files that start together make it once: the second waits for the first. */
async function makeOnce(kept: string): Promise<void> {
  const place = `${kept}.making`
  mkdirSync(dirname(place), { recursive: true })
  while (!existsSync(kept)) {
    if (take(place)) {
      try {
        await makeAndKeep(kept)
        return
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    }
    await wait(300)
  }
}

function take(place: string): boolean {
  if (existsSync(place) && Date.now() - statSync(place).mtimeMs > LONGEST_MS) rmSync(place, { recursive: true, force: true })
  return mkdirSync(place, { recursive: true }) !== undefined
}

async function makeAndKeep(kept: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pilotis-making-'))
  try {
    await make(dataDir)
    keepDemonstration(dataDir, kept)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function make(dataDir: string): Promise<void> {
  const db = await openDatabase({ databaseUrl: undefined, dataDir })
  try {
    await migrate(db)
    await buildDemonstration(db, join(dataDir, 'files'))
  } finally {
    await db.close()
  }
}
