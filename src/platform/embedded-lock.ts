import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, realpathSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectTo } from './local-socket.ts'

export interface EmbeddedLock {
  /** Gives the data folder back: the socket is removed, connections are closed. */
  release(): Promise<void>
}

/** Longest path of a socket: 108 bytes on Linux and 104 on macOS, the final zero included. */
const LONGEST_PATH = 100

/**
 * PGlite does not lock its folder: two processes that write to it lose rows in silence. Whoever opens the embedded
 * database first takes this lock, and answers on its socket. Answers nothing when another process holds it.
 *
 * Two steps, because a socket file outlives a process that is killed:
 * 1. a claim that the kernel itself frees at the death of the process, so that two starters at the same instant cannot both win;
 * 2. the socket file, through which a command speaks to the holder; a stale one is removed under the claim.
 * The claim does not cross containers; the socket file does, when they share the folder.
 */
export async function takeEmbeddedLock(dataDir: string, onConnection: (socket: Socket) => void): Promise<EmbeddedLock | undefined> {
  const folder = realpathSync(dataDir)
  const unclaim = await claim(folder)
  if (!unclaim) return undefined
  const path = socketPath(folder)
  const living = await connectTo(path)
  if (living) {
    living.destroy()
    await unclaim()
    return undefined
  }
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = await listenPrivately(path, (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    onConnection(socket)
  })
  if (!server) {
    await unclaim()
    return undefined
  }
  return {
    release: async () => {
      const closed = close(server)
      for (const socket of open) socket.destroySoon()
      await closed
      await unclaim()
    },
  }
}

/** A connection to the process that holds the data folder, or nothing when none does. */
export async function connectToHolder(dataDir: string): Promise<Socket | undefined> {
  const path = socketPath(realpathSync(dataDir))
  return ours(path) ? connectTo(path) : undefined
}

/** Where the holder of a data folder (a real path) answers. */
export function socketPath(folder: string): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\pilotis-${digest(folder)}`
  const inside = join(folder, 'pilotis.sock')
  return Buffer.byteLength(inside) <= LONGEST_PATH ? inside : join(tmpdir(), `pilotis-${digest(folder).slice(0, 32)}.sock`)
}

/** In the temporary folder anybody may have put a socket under our name: only our own user's is spoken to. */
function ours(path: string): boolean {
  if (process.platform === 'win32' || !path.startsWith(tmpdir())) return true
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined || found.uid === process.getuid?.()
}

function claim(folder: string): Promise<(() => Promise<void>) | undefined> {
  if (process.platform === 'linux') return claimAbstractName(folder)
  if (process.platform === 'darwin') return Promise.resolve(claimLockedFile(folder))
  return Promise.resolve(async () => {}) // a Windows pipe has one owner and dies with it: it is its own claim
}

/** Linux: a name without a file. Nothing is ever said there, since any user of the machine could listen. */
async function claimAbstractName(folder: string): Promise<(() => Promise<void>) | undefined> {
  const server = await listen(`\0pilotis-${digest(folder)}`, (socket) => socket.destroy())
  server?.unref()
  return server && (() => close(server))
}

/** macOS: a file opened with an exclusive lock. */
function claimLockedFile(folder: string): (() => Promise<void>) | undefined {
  const exclusiveLock = 0x20 // O_EXLOCK, which Node does not name
  try {
    const file = openSync(join(folder, 'pilotis.lock'), constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | exclusiveLock, 0o600)
    return async () => closeSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined
    throw error
  }
}

/** The file is created by bind, inside the call: the mask makes it ours alone from its first instant. */
async function listenPrivately(path: string, onConnection: (socket: Socket) => void): Promise<Server | undefined> {
  const mask = process.umask(0o177)
  try {
    return await listen(path, onConnection)
  } finally {
    process.umask(mask)
  }
}

/** Nothing when the name is taken; any other failure is thrown. */
function listen(path: string, onConnection: (socket: Socket) => void): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer(onConnection)
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(path, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function digest(folder: string): string {
  return createHash('sha256').update(folder).digest('hex')
}
