/** One file of a zip archive, as its central directory declares it. Sizes in bytes. */
export interface ZipEntry {
  name: string
  packedSize: number
  size: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 65_535

/** The files of an archive, read from its end without unpacking anything; undefined when it is no readable archive. */
export function listZipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const name = Buffer.from(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)).toString('utf8')
    entries.push({ name, packedSize: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) })
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

/** Above this, an archive is made to fill the memory of who opens it. A real 10 MB spreadsheet unpacks to some 100 MB. */
const LARGEST_UNPACKED = 200_000_000

export function isZipBomb(entries: readonly ZipEntry[]): boolean {
  return entries.reduce((sum, entry) => sum + entry.size, 0) > LARGEST_UNPACKED
}
