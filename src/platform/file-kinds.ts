import { fileTypeFromBuffer } from 'file-type'
import { done, type Result, refused } from './result.ts'
import { isZipBomb, listZipEntries } from './zip-entries.ts'

/** What may be deposited. A kind comes from the content of the file, never from its name alone. */
export type FileKind = 'pdf' | 'odt' | 'docx' | 'ods' | 'xlsx' | 'jpg' | 'png'

/** What may be downloaded: the same, and what the program itself exports. */
export type DownloadKind = FileKind | 'csv' | 'json'

const MIME_TYPES = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} satisfies Record<DownloadKind, string>

const EXTENSIONS = {
  pdf: ['pdf'],
  odt: ['odt'],
  docx: ['docx'],
  ods: ['ods'],
  xlsx: ['xlsx'],
  jpg: ['jpg', 'jpeg', 'jpe'],
  png: ['png'],
} satisfies Record<FileKind, string[]>

/** For `accept` of a file field. */
export const ACCEPTED_EXTENSIONS = Object.values(EXTENSIONS)
  .flat()
  .map((extension) => `.${extension}`)
  .join(',')

const IS_ARCHIVE = { pdf: false, odt: true, docx: true, ods: true, xlsx: true, jpg: false, png: false } satisfies Record<FileKind, boolean>

/** Programs inside a document: Word and Excel (vbaProject, macro sheets, ActiveX), OpenDocument (Basic, Scripts). */
const PROGRAM_INSIDE = /vbaProject|(^|\/)macrosheets\/|(^|\/)activeX\/|^(Basic|Scripts)\/./i

export type KindRefusal = 'type-not-allowed' | 'type-mismatch'

function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(EXTENSIONS, text)
}

/** Whether a text read from a row is a kind that may be downloaded. */
export function isDownloadKind(text: string): text is DownloadKind {
  return Object.hasOwn(MIME_TYPES, text)
}

function kindOfExtension(name: string): FileKind | 'unknown' | undefined {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase()
  if (extension === undefined) return undefined
  return (Object.keys(EXTENSIONS) as FileKind[]).find((kind) => EXTENSIONS[kind].some((known) => known === extension)) ?? 'unknown'
}

async function kindOfContent(bytes: Uint8Array): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  return found && isFileKind(found.ext) ? found.ext : undefined
}

function isSafeArchive(bytes: Uint8Array): boolean {
  const entries = listZipEntries(bytes)
  return entries !== undefined && !isZipBomb(entries) && !entries.some((entry) => PROGRAM_INSIDE.test(entry.name))
}

/** The kind of a file by its content, when the name it came with does not say otherwise. */
export async function findKind(bytes: Uint8Array, name: string): Promise<Result<FileKind, KindRefusal>> {
  const expected = kindOfExtension(name)
  if (expected === 'unknown') return refused('type-not-allowed')
  const kind = await kindOfContent(bytes)
  if (kind === undefined) return refused(expected === undefined || listZipEntries(bytes) ? 'type-not-allowed' : 'type-mismatch')
  if (expected !== undefined && expected !== kind) return refused('type-mismatch')
  return IS_ARCHIVE[kind] && !isSafeArchive(bytes) ? refused('type-not-allowed') : done(kind)
}

const LONGEST_NAME = 150

/** A name that no system misreads: no folder, no control or reserved sign, the extension of its kind. */
function safeName(name: string, kind: DownloadKind): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const base = clean
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .trim()
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(clean)?.[1]?.toLowerCase() ?? ''
  const known: readonly string[] = isFileKind(kind) ? EXTENSIONS[kind] : [kind]
  return `${base || 'document'}.${known.includes(extension) ? extension : kind}`
}

/** RFC 5987 keeps the accents; the plain name is for what does not read it. */
function contentDisposition(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('’', "'")
  const ascii = plain.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Headers of every download: saved, never shown by the browser, never guessed, never kept by a proxy. */
export function downloadHeaders(name: string, kind: DownloadKind): Record<string, string> {
  return {
    'Content-Type': MIME_TYPES[kind],
    'Content-Disposition': contentDisposition(safeName(name, kind)),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  }
}
