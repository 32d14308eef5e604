import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerCommand, askHolder, type Execute } from './command-channel.ts'
import { connectToHolder, type EmbeddedLock, takeEmbeddedLock } from './embedded-lock.ts'

let folder = ''
let lock: EmbeddedLock | undefined
let out = ''
let err = ''
const streams = {
  out: (text: string) => {
    out += text
  },
  err: (text: string) => {
    err += text
  },
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pilotis-channel-')))
  out = ''
  err = ''
})
afterEach(async () => {
  await lock?.release()
  rmSync(folder, { recursive: true })
})

async function hold(ready: Promise<Execute>): Promise<void> {
  lock = await takeEmbeddedLock(folder, (socket) => answerCommand(socket, ready))
}

async function connected(): Promise<Socket> {
  const socket = await connectToHolder(folder)
  if (!socket) throw new Error('nobody holds the folder')
  return socket
}

async function ask(argv: string[]): Promise<number | string> {
  return askHolder(await connected(), { argv, cwd: '/ici' }, streams)
}

describe('a command beside the process that holds the database', () => {
  test('is run there, with its words, its folder, its output and its exit code', async () => {
    const execute: Execute = async ({ argv, cwd }, { out, err }) => {
      out(`${argv.join('|')} depuis ${cwd}\n`)
      err('attention\n')
      out('fin sans retour')
      return 3
    }
    await hold(Promise.resolve(execute))
    expect(await ask(['export', 'a b', 'é\u2028\n'])).toBe(3)
    expect(out).toBe('export|a b|é\u2028\n depuis /ici\nfin sans retour')
    expect(err).toBe('attention\n')
  })

  test('gives back ten megabytes of accented text untouched', async () => {
    const text = 'é€😀'.repeat(1_000_000)
    await hold(
      Promise.resolve(async (_, { out }) => {
        out(text)
        return 0
      }),
    )
    expect(await ask([])).toBe(0)
    expect(out === text).toBe(true)
  })

  test('waits for a holder that is still opening its database', async () => {
    const opening = Promise.withResolvers<Execute>()
    await hold(opening.promise)
    const answer = ask([])
    setTimeout(() => opening.resolve(async () => 5), 50)
    expect(await answer).toBe(5)
  })

  test('is not started by a holder that could not open its database', async () => {
    const opening = Promise.withResolvers<Execute>()
    opening.promise.catch(() => {})
    await hold(opening.promise)
    const answer = ask([])
    opening.reject(new Error('disque plein'))
    expect(await answer).toBe('not-started')
  })

  test('knows that it was interrupted when the holder stops in the middle', async () => {
    const begun = Promise.withResolvers<void>()
    await hold(
      Promise.resolve(() => {
        begun.resolve()
        return new Promise<number>(() => {})
      }),
    )
    const answer = ask([])
    await begun.promise
    await lock?.release()
    expect(await answer).toBe('interrupted')
  })

  test('that has a bug fails alone: the holder goes on', async () => {
    let times = 0
    await hold(Promise.resolve(async () => (++times === 1 ? Promise.reject(new TypeError('bug')) : 0)))
    expect(await ask([])).toBe(1)
    expect(err).toContain('TypeError: bug')
    expect(await ask([])).toBe(0)
  })

  test('that is not understood is dropped', async () => {
    await hold(Promise.resolve(async () => 0))
    const socket = await connected()
    const closed = once(socket, 'close')
    socket.resume().write('{"argv": 1}\n')
    await closed
    expect(await ask([])).toBe(0)
  })
})
