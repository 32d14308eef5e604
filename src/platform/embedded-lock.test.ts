import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectToHolder, socketPath, takeEmbeddedLock } from './embedded-lock.ts'

const ignore = (socket: Socket): void => {
  socket.resume()
}
let folder = ''
const children: ChildProcess[] = []

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pilotis-lock-')))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** A real process that takes the lock as soon as it reads a line, says `won` or `lost`, and holds it until it is killed. */
function starter(dataDir: string): ChildProcess {
  const program = `
    import { takeEmbeddedLock } from ${JSON.stringify(join(import.meta.dirname, 'embedded-lock.ts'))}
    console.log('ready')
    process.stdin.once('data', async () => {
      const lock = await takeEmbeddedLock(${JSON.stringify(dataDir)}, (socket) => socket.resume())
      console.log(lock ? 'won' : 'lost')
      setInterval(() => {}, 1000)
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

async function said(child: ChildProcess): Promise<string> {
  const [text] = await once(child.stdout ?? child, 'data')
  return String(text).trim()
}

async function start(dataDir: string): Promise<{ child: ChildProcess; outcome: string }> {
  const child = starter(dataDir)
  await said(child)
  child.stdin?.write('go\n')
  return { child, outcome: await said(child) }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('the lock of the embedded database', () => {
  test('of two processes that start at the same instant exactly one wins, ten times out of ten, stale socket or not', async () => {
    const outcomes: string[] = []
    for (let time = 0; time < 10; time += 1) {
      const pair = [starter(folder), starter(folder)]
      await Promise.all(pair.map(said))
      const answers = Promise.all(pair.map(said))
      for (const child of pair) child.stdin?.write('go\n')
      outcomes.push((await answers).sort().join(' '))
      await Promise.all(pair.map(kill)) // leaves a stale socket for the next time
    }
    expect(outcomes).toEqual(Array(10).fill('lost won'))
  }, 60_000)

  test('is free again after kill -9, and its stale socket is replaced', async () => {
    const first = await start(folder)
    expect(first.outcome).toBe('won')
    await kill(first.child)
    expect(statSync(socketPath(folder)).isSocket()).toBe(true)
    expect(await connectToHolder(folder)).toBeUndefined()
    expect((await start(folder)).outcome).toBe('won')
  })

  test('is refused while another process holds it, and the holder still answers', async () => {
    await start(folder)
    expect(await takeEmbeddedLock(folder, ignore)).toBeUndefined()
    const socket = await connectToHolder(folder)
    expect(socket).toBeDefined()
    socket?.destroy()
  })

  test('is the same by every path to the folder', async () => {
    const other = `${folder}-link`
    symlinkSync(folder, other)
    const lock = await takeEmbeddedLock(folder, ignore)
    expect(await takeEmbeddedLock(other, ignore)).toBeUndefined()
    await lock?.release()
    rmSync(other)
  })

  test('is released on demand, with its socket and its connections', async () => {
    const lock = await takeEmbeddedLock(folder, ignore)
    const socket = await connectToHolder(folder)
    if (!socket) throw new Error('nobody holds the folder')
    const closed = once(socket.resume(), 'close')
    await lock?.release()
    await closed
    expect(statSync(socketPath(folder), { throwIfNoEntry: false })).toBeUndefined()
    const again = await takeEmbeddedLock(folder, ignore)
    expect(again).toBeDefined()
    await again?.release()
  })

  test('can be spoken to by our user only', async () => {
    const lock = await takeEmbeddedLock(folder, ignore)
    expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600)
    await lock?.release()
  })

  test('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'd'.repeat(120))
    mkdirSync(deep)
    expect(socketPath(deep).startsWith(tmpdir())).toBe(true)
    const lock = await takeEmbeddedLock(deep, ignore)
    expect(lock).toBeDefined()
    expect(await takeEmbeddedLock(deep, ignore)).toBeUndefined()
    await lock?.release()
  })

  test('is refused when the socket is answered by a process that the claim cannot see, as from another container', async () => {
    const stranger = createServer(ignore).listen(socketPath(folder))
    await once(stranger, 'listening')
    expect(await takeEmbeddedLock(folder, ignore)).toBeUndefined()
    stranger.close()
    await once(stranger, 'close')
    const lock = await takeEmbeddedLock(folder, ignore)
    expect(lock).toBeDefined()
    await lock?.release()
  })
})
