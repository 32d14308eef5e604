import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { scanFile } from './antivirus.ts'
import { LARGEST_FILE, openFile, storeFile, storeProduced, sweepOrphans } from './file-store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotis-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

function aPdf(size = 100): Uint8Array {
  const bytes = Buffer.alloc(size, 0x20)
  bytes.write('%PDF-1.7\n')
  return bytes
}
const named = (content: Uint8Array | AsyncIterable<Uint8Array>, name = 'statuts.pdf') => ({ name, content })
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const filesIn = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name)

async function* chunks(count: number, size: number, seen: { read: number }): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    seen.read += 1
    yield index === 0 ? aPdf(size) : new Uint8Array(size)
  }
}

async function age(hash: string, hours: number): Promise<void> {
  const then = new Date(Date.now() - hours * 3_600_000)
  await utimes(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), then, then)
}

test('a file is kept under the hash of its content, and read back the same', async () => {
  const bytes = aPdf()
  const hash = hashOf(bytes)
  expect(await storeFile(folder, named(bytes))).toEqual({ done: true, value: { hash, size: 100, kind: 'pdf' } })
  expect(await readFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash))).toEqual(bytes)
  const opened = await openFile(folder, hash)
  expect(opened.size).toBe(100)
  expect(Buffer.from(await new Response(opened.body).arrayBuffer())).toEqual(bytes)
})

test('the same content sent twice, even at once, is one file, and nothing else is left', async () => {
  await Promise.all([1, 2, 3, 4].map(() => storeFile(folder, named(aPdf()))))
  await storeFile(folder, named(aPdf(), 'autre nom.pdf'))
  expect(await filesIn(folder)).toEqual([hashOf(aPdf())])
})

test.each([
  { size: LARGEST_FILE - 1, accepted: true },
  { size: LARGEST_FILE, accepted: true },
  { size: LARGEST_FILE + 1, accepted: false },
])('a file of $size bytes is accepted: $accepted', async ({ size, accepted }) => {
  const stored = await storeFile(folder, named(aPdf(size)))
  expect(stored).toMatchObject(accepted ? { done: true, value: { size } } : { done: false, reasons: ['too-large'] })
})

test('a stream of 30 MB is refused without being read to its end', async () => {
  const seen = { read: 0 }
  expect(await storeFile(folder, named(chunks(30, 1024 * 1024, seen)))).toEqual({ done: false, reasons: ['too-large'] })
  expect(seen.read).toBe(11)
  expect(await filesIn(folder)).toEqual([])
})

test('a stream is kept like the bytes that it carries', async () => {
  const stored = await storeFile(folder, named(chunks(3, 1000, { read: 0 })))
  expect(stored).toMatchObject({ done: true, value: { size: 3000, kind: 'pdf' } })
})

test.each([
  { title: 'empty', content: new Uint8Array(), name: 'a.pdf', reason: 'empty' },
  { title: 'of another type', content: Buffer.from('texte'), name: 'a.txt', reason: 'type-not-allowed' },
  { title: 'wrongly named', content: aPdf(), name: 'a.png', reason: 'type-mismatch' },
])('a file $title is refused and leaves nothing', async ({ content, name, reason }) => {
  expect(await storeFile(folder, { name, content })).toEqual({ done: false, reasons: [reason] })
  expect(await filesIn(folder)).toEqual([])
})

test.each(['', '..', '../../etc/passwd', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}\n`, `../${'a'.repeat(61)}`])(
  '« %s » is not the hash of a file and opens nothing',
  async (hash) => {
    await expect(openFile(folder, hash)).rejects.toThrow(RangeError)
  },
)

test('a file that should be there and is not is a fault', async () => {
  await expect(openFile(folder, 'a'.repeat(64))).rejects.toThrow('ENOENT')
})

test('a produced document is kept without check', async () => {
  const bytes = aPdf()
  expect(await storeProduced(folder, bytes, 'pdf')).toEqual({ hash: hashOf(bytes), size: 100, kind: 'pdf' })
})

test.each([
  { command: 'false', scan: 'infected' },
  { command: 'true', scan: 'clean' },
  { command: 'cat', scan: 'clean' },
  { command: '  ', scan: 'not-checked' },
  { command: '/nowhere/clamdscan --no-summary -', scan: 'not-checked' },
])('the antivirus « $command » says $scan', async ({ command, scan }) => {
  expect(await scanFile(command, aPdf(300_000))).toBe(scan)
})

test('the antivirus reads the bytes of the file, and its refusal keeps nothing', async () => {
  const scanner = join(folder, 'scanner.mjs')
  await writeFile(
    scanner,
    'let n = 0\nfor await (const chunk of process.stdin) n += chunk.length\nprocess.exit(n === 100 ? 0 : n === 101 ? 1 : 2)',
  )
  const command = `${process.execPath} ${scanner}`
  expect(await storeFile(folder, named(aPdf(100)), command)).toMatchObject({ done: true })
  expect(await storeFile(folder, named(aPdf(101)), command)).toEqual({ done: false, reasons: ['infected'] })
  expect(await storeFile(folder, named(aPdf(102)), command)).toEqual({ done: false, reasons: ['not-checked'] })
  expect((await filesIn(folder)).sort()).toEqual([hashOf(aPdf(100)), 'scanner.mjs'].sort())
})

test('the sweep takes what no row names after a day, and nothing else', async () => {
  const [known, young, orphan] = [aPdf(100), aPdf(101), aPdf(102)].map(hashOf)
  for (const size of [100, 101, 102]) await storeFile(folder, named(aPdf(size)))
  await age(known ?? '', 48)
  await age(young ?? '', 23)
  await age(orphan ?? '', 25)
  await writeFile(join(folder, 'incoming', 'half-written'), 'x')
  const old = new Date(Date.now() - 90_000_000)
  await utimes(join(folder, 'incoming', 'half-written'), old, old)
  await writeFile(join(folder, 'LISEZMOI'), 'x')
  await utimes(join(folder, 'LISEZMOI'), old, old)

  const removed = await sweepOrphans(folder, async (hash) => hash === known, new Date())
  expect(removed.sort()).toEqual([orphan, 'half-written'].sort())
  expect((await filesIn(folder)).sort()).toEqual([known, young, 'LISEZMOI'].sort())
})

test('an old orphan deposited again is young, until its row is written', async () => {
  await storeFile(folder, named(aPdf()))
  await age(hashOf(aPdf()), 48)
  await storeFile(folder, named(aPdf()))
  expect(await sweepOrphans(folder, async () => false, new Date())).toEqual([])
})

test('a file damaged on the disk is replaced by the same content deposited again', async () => {
  const hash = hashOf(aPdf())
  await storeFile(folder, named(aPdf()))
  await writeFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), 'half')
  await storeFile(folder, named(aPdf()))
  const opened = await openFile(folder, hash)
  expect(Buffer.from(await new Response(opened.body).arrayBuffer())).toEqual(aPdf())
})

test('without any folder yet there is nothing to sweep', async () => {
  expect(await sweepOrphans(join(folder, 'absent'), async () => false, new Date())).toEqual([])
})
