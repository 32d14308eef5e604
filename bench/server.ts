import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { rootFolder } from '#platform/root-folder.ts'
import { type Measure, middle, under } from './measure.ts'

const STARTS = 3
const REST_MS = 5_000
/** The first start makes the demonstration. */
const LONGEST_FIRST_START_MS = 300_000

/** Start of the built program by its launcher, data already there, to its first page; memory at rest after it. On PGlite. */
export async function measureServer(folder: string): Promise<Measure[]> {
  const dataDir = join(folder, 'served')
  await startThenStop(dataDir) // makes the demonstration
  const starts: number[] = []
  let memory = 0
  for (let start = 0; start < STARTS; start += 1) {
    const last = start === STARTS - 1
    const seen = await startThenStop(dataDir, last ? REST_MS : 0)
    starts.push(seen.milliseconds / 1000)
    memory = seen.megabytes
  }
  return [
    under('Démarrage (déjà construit) jusqu’à la première page', 's', middle(starts), 4),
    under('Mémoire résidente au repos, lanceur compris', 'MB', memory, 400),
  ]
}

/** What `npm start` runs, without npm: the launcher checks the packages and the build, then starts the server with its own flags. */
async function startThenStop(dataDir: string, restMs = 0): Promise<{ milliseconds: number; megabytes: number }> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(process.execPath, [join(rootFolder(), 'bin/start.js')], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await firstPage(`http://localhost:${port}/`)
    const milliseconds = performance.now() - start
    await pause(restMs)
    return { milliseconds, megabytes: sum(processTree(child.pid ?? 0).map(residentMegabytes)) }
  } finally {
    await ended(child)
  }
}

async function firstPage(url: string): Promise<void> {
  const limit = performance.now() + LONGEST_FIRST_START_MS
  while (performance.now() < limit) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    await answer?.text()
    if (answer && answer.status < 400) return
    await pause(20)
  }
  throw new Error('the server did not answer')
}

/** A process and all those under it, as Linux tells them. */
function processTree(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return [pid, ...(children === '' ? [] : children.split(' ').flatMap((child) => processTree(Number(child))))]
}

function residentMegabytes(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
