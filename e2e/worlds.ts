import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administer, JourneyServer } from './journey-server.ts'

/** Before the journeys: the world is made once for each database, then copied for each file. After them, nothing is left. */
export default async function prepareWorlds(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotis-world-'))
  process.env['E2E_WORLD'] = folder
  await Promise.all([makeEmbedded(), process.env['TEST_DATABASE_URL'] ? makeOnPostgres(folder) : undefined])
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    if (process.env['TEST_DATABASE_URL']) await administer(`drop database if exists ${process.env['E2E_RUN']} with (force)`)
  }
}

/** The first start after a build makes the world and keeps it for the next. */
async function makeEmbedded(): Promise<void> {
  const embedded = new JourneyServer('embedded')
  await embedded.addressFor('set-up')
  await embedded.stop()
}

async function makeOnPostgres(folder: string): Promise<void> {
  const run = process.env['E2E_RUN'] ?? ''
  await administer(`create database ${run} encoding 'UTF8' template template0`)
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  url.pathname = `/${run}`
  const cli = join(import.meta.dirname, '..', 'dist', 'server', 'cli.js')
  const env = { ...process.env, SECRET: '', DATABASE_URL: url.href, DATA_DIR: folder }
  const [code] = await once(spawn(process.execPath, [cli, 'demo'], { env, stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error('the world of the journeys cannot be made on PostgreSQL')
}
