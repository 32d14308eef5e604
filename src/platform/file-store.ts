import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { scanFile } from './antivirus.ts'
import { type DownloadKind, type FileKind, findKind, type KindRefusal } from './file-kinds.ts'
import { done, type Result, refused } from './result.ts'

/**
 * Files named by their own content (SHA-256), under `folder/ab/cd/abcd…`. A file is on the disk, synced, before the row
 * that names it: a crash leaves at worst a file that nobody names, swept after a day. Several instances may share the folder.
 */
export interface StoredFile {
  hash: string
  /** In bytes. */
  size: number
  kind: FileKind
}

export type FileRefusal = KindRefusal | 'too-large' | 'empty' | 'infected' | 'not-checked'

/** 10 MB, as the deposit forms announce it. */
export const LARGEST_FILE = 10 * 1024 * 1024

export interface IncomingFile {
  /** As the person's machine names it: only its extension is read. */
  name: string
  content: Uint8Array | AsyncIterable<Uint8Array>
}

const INCOMING = 'incoming'
const HASH = /^[0-9a-f]{64}$/
const DAY_MS = 86_400_000

/** Only a hash reaches the disk: no name given by a person, no `..`. */
function pathOf(folder: string, hash: string): string {
  if (!HASH.test(hash)) throw new RangeError('not the hash of a file')
  return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
}

/** Checks, then writes. `antivirus` is the command of ANTIVIRUS_COMMAND; without it files are not scanned. */
export async function storeFile(folder: string, file: IncomingFile, antivirus?: string): Promise<Result<StoredFile, FileRefusal>> {
  const bytes = await collect(file.content)
  if (bytes === 'too-large') return refused('too-large')
  if (bytes.length === 0) return refused('empty')
  const kind = await findKind(bytes, file.name)
  if (!kind.done) return kind
  const scan = antivirus ? await scanFile(antivirus, bytes) : 'clean'
  if (scan !== 'clean') return refused(scan)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await keep(folder, hash, bytes)
  return done({ hash, size: bytes.length, kind: kind.value })
}

/** Keeps a file that the program itself made or has already read (a letter, a receipt, an import): no check, same place. */
export async function storeProduced<K extends DownloadKind>(
  folder: string,
  bytes: Uint8Array,
  kind: K,
): Promise<{ hash: string; size: number; kind: K }> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  await keep(folder, hash, bytes)
  return { hash, size: bytes.length, kind }
}

/** Stops reading at the first byte too many. */
async function collect(content: IncomingFile['content']): Promise<Uint8Array | 'too-large'> {
  if (content instanceof Uint8Array) return content.length > LARGEST_FILE ? 'too-large' : content
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > LARGEST_FILE) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function keep(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
  const path = pathOf(folder, hash)
  if (await touch(path, bytes.length)) return
  const temporary = join(folder, INCOMING, randomUUID())
  await makeFolder(dirname(temporary))
  try {
    const handle = await open(temporary, 'wx', 0o640)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await makeFolder(dirname(path))
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } finally {
    await rm(temporary, { force: true })
  }
}

/** The same content again: made young, so that the sweep does not take it before its new row is committed. */
async function touch(path: string, size: number): Promise<boolean> {
  const found = await stat(path).catch(ignoreAbsent)
  if (found?.size !== size) return false
  const now = new Date()
  await utimes(path, now, now)
  return true
}

/** A new folder is safe once the folder that holds it is synced. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  for (let made = path; first && made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // Windows opens no folder as a file
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

export interface OpenedFile {
  size: number
  body: ReadableStream<Uint8Array>
}

/** A row names it: a file that is not there is a fault, not an answer. The body must be read or cancelled. */
export async function openFile(folder: string, hash: string): Promise<OpenedFile> {
  const handle = await open(pathOf(folder, hash), 'r')
  const { size } = await handle.stat()
  return { size, body: Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array> }
}

/** Removes what no row names and is older than a day, and returns it. `now` is the real instant, never the date of a demonstration. */
export async function sweepOrphans(folder: string, isKnown: (hash: string) => Promise<boolean>, now: Date): Promise<string[]> {
  const removed: string[] = []
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreAbsent)
  for (const entry of names ?? []) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const abandoned = entry.parentPath === join(folder, INCOMING)
    if (!abandoned && !HASH.test(entry.name)) continue
    if (!abandoned && (await isKnown(entry.name))) continue
    // Read last: the same file may be stored again while its row is looked for.
    const found = await stat(path).catch(ignoreAbsent)
    if (!found || now.getTime() - found.mtimeMs < DAY_MS) continue
    await rm(path, { force: true })
    removed.push(entry.name)
  }
  return removed
}
