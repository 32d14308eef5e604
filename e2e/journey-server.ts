import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

const MAIN = join(import.meta.dirname, '..', 'dist', 'server', 'main.js')

interface Running {
  file: string
  address: string
  child: ChildProcess
  forget: () => Promise<void>
}

/** The server of the file that a worker is walking: the next file gets a new one, with a world of its own. */
export class JourneyServer {
  #running: Running | undefined

  constructor(private readonly database: string) {}

  async addressFor(file: string): Promise<string> {
    if (this.#running?.file !== file) {
      await this.stop()
      this.#running = await start(file, this.database)
    }
    return this.#running?.address ?? ''
  }

  async stop(): Promise<void> {
    if (!this.#running) return
    const { child, forget } = this.#running
    this.#running = undefined
    const ended = once(child, 'exit')
    child.kill('SIGKILL') // its world is thrown away; how a server stops is the operator's journey
    await ended
    await forget()
  }
}

async function start(file: string, database: string): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pilotis-journey-'))
  const port = await freePort()
  const own = database === 'postgresql' ? await copyOfTheWorld(`${process.env['E2E_RUN']}_${port}`, dataDir) : undefined
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: own?.url ?? '', SECRET: '', SMTP_URL: '', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://localhost:${port}`
  await answers(`${address}/sante`, child)
  const forget = async (): Promise<void> => {
    rmSync(dataDir, { recursive: true, force: true })
    await own?.drop()
  }
  return { file, address, child, forget }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries += 1) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server does not answer at ${url}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A copy of the world that the set-up of the run made on PostgreSQL. */
async function copyOfTheWorld(name: string, dataDir: string): Promise<{ url: string; drop: () => Promise<void> }> {
  cpSync(join(process.env['E2E_WORLD'] ?? '', 'files'), join(dataDir, 'files'), { recursive: true })
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  url.pathname = `/${name}`
  await administer(`create database ${name} template ${process.env['E2E_RUN']}`)
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) }
}

export async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] })
  await client.connect()
  await client.query(statement)
  await client.end()
}
