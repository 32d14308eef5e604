import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/**
 * A server for the journeys, with a world of its own that is thrown away at its end:
 * `node e2e/start-server.ts embedded|postgresql`, the port by PORT.
 */
const [engine] = process.argv.slice(2)
const server = join(import.meta.dirname, '..', 'dist', 'server')
const dataDir = mkdtempSync(join(tmpdir(), 'pilotis-journeys-'))
const environment: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', SECRET: '', SMTP_URL: '' }

const database = engine === 'postgresql' ? await makeDatabase(process.env['TEST_DATABASE_URL'] ?? '') : undefined
if (database) {
  environment['DATABASE_URL'] = database.url
  const made = spawnSync(process.execPath, [join(server, 'cli.js'), 'demo'], { env: environment, stdio: 'inherit' })
  if (made.status !== 0) process.exit(made.status ?? 1)
}

const child = spawn(process.execPath, [join(server, 'main.js')], { env: environment, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', async (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  await database?.drop()
  process.exit(code ?? 1)
})

/** A database beside the one that TEST_DATABASE_URL names. */
async function makeDatabase(testUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `pilotis_journeys_${process.pid}`
  const url = new URL(testUrl)
  url.pathname = `/${name}`
  await administer(testUrl, `create database ${name} encoding 'UTF8' template template0`)
  return { url: url.href, drop: () => administer(testUrl, `drop database ${name} with (force)`) }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
