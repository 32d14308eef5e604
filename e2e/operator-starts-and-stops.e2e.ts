import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from '@playwright/test'

const SERVER = join(import.meta.dirname, '..', 'dist', 'server')
let folder = ''
const running = new Set<ChildProcess>()

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotis-operator-'))
})
test.afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})
test.afterAll(() => rmSync(folder, { recursive: true }))

type Settings = Record<string, string>
interface Ended {
  code: number | null
  out: string
  err: string
}

function environmentOf(settings: Settings): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'world'), PORT: '0', SECRET: '', ...settings }
}

/** A server, once it says its address. */
async function start(settings: Settings = {}): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(SERVER, 'main.js')], { env: environmentOf(settings), stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  let said = ''
  for await (const piece of child.stdout) {
    said += piece
    const address = /http:\/\/\S+/.exec(said)?.[0]
    if (address) return { child, address }
  }
  throw new Error(`the server ended: ${said}`)
}

/** A server that must not start, or a command: what it said when it ended. */
function runToEnd(script: 'main.js' | 'cli.js', args: string[], settings: Settings = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(SERVER, script), ...args], {
    env: environmentOf(settings),
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { code: status, out: stdout, err: stderr }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = await ended
  return code
}

function expectOneSentence({ code, out, err }: Ended, words: string): void {
  expect(err).toContain(words)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toContain('    at ')
  expect(out).toBe('')
  expect(code).toBe(1)
}

test('a first start makes the demonstration, Ctrl-C stops it cleanly, and a second start finds it again', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { child, address } = await start()
    expect((await fetch(`${address}/sante`)).status).toBe(200)
    expect(await stop(child, signal)).toBe(0)
  }
  expect(existsSync(join(folder, 'world', 'demonstration-inachevee'))).toBe(false)
})

test('a signal received twice at once, from the terminal and from the launcher, still stops cleanly', async () => {
  const { child } = await start()
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})

test('a second server on the same data says so, and the first goes on', async () => {
  const { address } = await start()
  expectOneSentence(runToEnd('main.js', []), 'Un autre Pilotis utilise déjà les données')
  expectOneSentence(runToEnd('cli.js', ['serve']), 'Un autre Pilotis utilise déjà les données')
  expect((await fetch(`${address}/sante`)).status).toBe(200)
})

test('after kill -9 the server starts again on the same data', async () => {
  const first = await start()
  await stop(first.child, 'SIGKILL')
  const { address } = await start()
  expect((await fetch(`${address}/sante`)).status).toBe(200)
})

test('a command gives the same output and exit code beside a server and alone', async () => {
  const commands = [['migrate'], ['migrate', 'de-trop'], ['demo']]
  const alone = commands.map((args) => runToEnd('cli.js', args))
  await start()
  expect(commands.map((args) => runToEnd('cli.js', args))).toEqual(alone)
  expect(alone.map(({ code }) => code)).toEqual([0, 2, 1])
})

test('help and an unknown command need no database', () => {
  const nowhere = { DATA_DIR: join(folder, 'nowhere') }
  expect(runToEnd('cli.js', ['--help'], nowhere)).toMatchObject({ code: 0, err: '' })
  expect(runToEnd('cli.js', ['migrate', '--help'], nowhere)).toMatchObject({ code: 0, err: '' })
  expect(runToEnd('cli.js', ['inconnue'], nowhere)).toMatchObject({ code: 2, out: '' })
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

test('a port taken is said before anything is made', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const dataDir = join(folder, 'port')
  expectOneSentence(runToEnd('main.js', [], { PORT: String(port), DATA_DIR: dataDir }), `Le port ${port} est déjà pris`)
  expect(existsSync(join(dataDir, 'pglite'))).toBe(false)
  other.close()
})

test('a database that does not answer is said in one sentence, without its password', () => {
  const ended = runToEnd('main.js', [], { DATABASE_URL: 'postgres://pilotis:motsecret@127.0.0.1:1/base' })
  expectOneSentence(ended, 'La base de données ne répond pas')
  expect(ended.err).not.toContain('motsecret')
})

test('a bad setting is said in one sentence', () => {
  expectOneSentence(runToEnd('main.js', [], { PORT: 'trois mille' }), 'PORT doit être un nombre entier')
})

test('a data folder that is not one is said in one sentence', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expectOneSentence(runToEnd('main.js', [], { DATA_DIR: file }), 'n’est pas un dossier')
})

test('a disk without room is said in one sentence', () => {
  // The kernel's own file systems never have a free block: a full disk that every Linux machine has.
  expectOneSentence(runToEnd('main.js', [], { DATA_DIR: '/sys/kernel' }), 'Le disque est presque plein')
})

/** A small disk of our own, where we may mount one. */
function smallDisks(): string[] {
  const place = mkdtempSync(join(tmpdir(), 'pilotis-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', place]).status === 0
  if (mounted) spawnSync('umount', [place])
  rmSync(place, { recursive: true })
  return mounted ? [place] : []
}

for (const disk of smallDisks()) {
  test('a world on a disk that became full is refused untouched, and starts again once there is room', async () => {
    mkdirSync(disk)
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', disk]).status).toBe(0)
    try {
      const first = await start({ DATA_DIR: disk })
      await stop(first.child, 'SIGTERM')
      expect(spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=1M']).status).not.toBe(0)
      expectOneSentence(runToEnd('main.js', [], { DATA_DIR: disk }), 'Le disque est presque plein')
      rmSync(join(disk, 'filler'))
      const again = await start({ DATA_DIR: disk })
      expect((await fetch(`${again.address}/sante`)).status).toBe(200)
      await stop(again.child, 'SIGTERM')
    } finally {
      spawnSync('umount', [disk])
      rmSync(disk, { recursive: true })
    }
  })
}

/** A copy of the world, changed by hand while nobody holds it. */
async function changedWorld(name: string, statement: string): Promise<string> {
  const dataDir = join(folder, name)
  cpSync(join(folder, 'world', 'pglite'), join(dataDir, 'pglite'), { recursive: true })
  const pglite = await PGlite.create(join(dataDir, 'pglite'))
  await pglite.exec(statement)
  await pglite.close()
  return dataDir
}

test('a schema newer than the program is refused, and left as it is', async () => {
  const dataDir = await changedWorld('newer', `insert into migration (number, name, hash) values (9999, '9999_later.sql', 'later')`)
  expectOneSentence(runToEnd('main.js', [], { DATA_DIR: dataDir }), 'La base de données est plus récente')
  expectOneSentence(runToEnd('cli.js', ['migrate'], { DATA_DIR: dataDir }), 'La base de données est plus récente')
  const pglite = await PGlite.create(join(dataDir, 'pglite'))
  expect((await pglite.query('select name from migration where number = 9999')).rows).toHaveLength(1)
  await pglite.close()
})

test('an older schema is brought forward at the start', async () => {
  const dataDir = join(folder, 'older')
  mkdirSync(dataDir)
  const pglite = await PGlite.create(join(dataDir, 'pglite')) // a cluster before its first migration: the oldest schema of all
  await pglite.close()
  const { address } = await start({ DATA_DIR: dataDir })
  expect((await fetch(`${address}/sante`)).status).toBe(200)
})
