import { type CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { done, type Result, refused } from './result.ts'

export type CsvDelimiter = ',' | ';'
export type CsvValue = string | number | boolean | null | undefined

export interface CsvColumn<Row> {
  header: string
  value(row: Row): CsvValue
}

export interface CsvSettings {
  /** The comma is for machines and national schemas, the semicolon for a French spreadsheet. */
  delimiter?: CsvDelimiter
  /** Text that a spreadsheet would run as a formula gets a `'` before it. Formats read by machines (SCDL) turn it off. */
  formulaSafe?: boolean
  /** The mark by which a French spreadsheet recognises UTF-8. */
  bom?: boolean
}

/** Excel and LibreOffice run a text that begins with one of these. */
const FORMULA_START = /^[=+\-@\t\r]/

function cellText(value: CsvValue, formulaSafe: boolean): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  return formulaSafe && FORMULA_START.test(value) ? `'${value}` : value
}

/** RFC 4180: UTF-8, CRLF, quotes doubled inside quotes, one header line. */
export function writeCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[], settings: CsvSettings = {}): string {
  const { delimiter = ',', formulaSafe = true, bom = false } = settings
  const lines = [columns.map((column) => column.header), ...rows.map((row) => columns.map((column) => column.value(row)))]
  const safe = lines.map((line, index) => line.map((value) => cellText(value, formulaSafe && index > 0)))
  return stringify(safe, { delimiter, bom, record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}

export type CsvEncoding = 'utf-8' | 'windows-1252'
export type CsvRefusal = 'empty' | 'broken-quotes' | 'not-text'

export interface ReadCsv {
  header: string[]
  /** `line` is the number of the line in the file, as an editor shows it. */
  rows: { line: number; cells: string[] }[]
  delimiter: CsvDelimiter
  encoding: CsvEncoding
}

/** UTF-8 when the bytes are valid UTF-8, else windows-1252, even under a wrong byte order mark (seen in published files). */
function decode(bytes: Uint8Array): { text: string; encoding: CsvEncoding } {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(body), encoding: 'windows-1252' }
  }
}

/** The sign most used, outside quotes, in the first line that has one; without any the file has one column. */
function detectDelimiter(text: string): CsvDelimiter {
  let commas = 0
  let semicolons = 0
  let quoted = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    if (quoted) continue
    if ((char === '\n' || char === '\r') && commas + semicolons > 0) break
    if (char === ',') commas += 1
    if (char === ';') semicolons += 1
  }
  return commas > semicolons ? ',' : ';'
}

/** Cells are text, untouched but for the spaces around them; empty lines are left out; lines may be shorter than the header. */
export function readCsv(bytes: Uint8Array): Result<ReadCsv, CsvRefusal> {
  if (bytes.includes(0)) return refused('not-text')
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') return refused('empty')
  const delimiter = detectDelimiter(text)
  try {
    const records = parseRecords(text, delimiter).filter(({ cells }) => cells.some((cell) => cell !== ''))
    const [first, ...rows] = records
    return first ? done({ header: first.cells, rows, delimiter, encoding }) : refused('empty')
  } catch (error) {
    if (isCsvError(error)) return refused('broken-quotes')
    throw error
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

/** The parser counts a CRLF inside quotes twice: lines are counted here, on the raw text of each record. */
function parseRecords(text: string, delimiter: CsvDelimiter): { line: number; cells: string[] }[] {
  const records = parse(text, { delimiter, trim: true, relax_column_count: true, raw: true }) as unknown as {
    raw: string
    record: string[]
  }[]
  let line = 1
  return records.map(({ raw, record }) => {
    const leading = /^[\r\n]*/.exec(raw)?.[0] ?? ''
    const at = line + lineEnds(leading)
    line += lineEnds(raw)
    return { line: at, cells: record }
  })
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
