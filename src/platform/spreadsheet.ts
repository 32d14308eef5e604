import readXlsx from 'read-excel-file/node'
import writeXlsx, { type Cell, type Sheet } from 'write-excel-file/node'
import { done, type Result, refused } from './result.ts'
import { isZipBomb, listZipEntries } from './zip-entries.ts'

/** `cents` is written in euros, as a number; `share` (0 to 1) in per cent; `day` ('2027-03-11') as a date. */
export type ColumnKind = 'text' | 'cents' | 'integer' | 'day' | 'share'

export interface SpreadsheetColumn {
  header: string
  /** In characters. */
  width: number
  kind: ColumnKind
}

export type SpreadsheetValue = string | number | null | undefined
export type SpreadsheetRow = readonly SpreadsheetValue[]

export interface SpreadsheetSheet {
  name: string
  columns: readonly SpreadsheetColumn[]
  rows: readonly SpreadsheetRow[]
  /** A last row, in bold. */
  total?: SpreadsheetRow
}

/** A cell holds no more: beyond, Excel says that the file is damaged. */
const LONGEST_TEXT = 32_767
const CUT = ' […]'
const HEADER_STYLE = { fontWeight: 'bold', backgroundColor: '#e9eef5', wrap: true, alignVertical: 'center' } as const

const WRITERS = {
  // Typed as text: « =1+1 » is shown, never computed.
  text: (value) => ({ value: shorten(String(value)), type: String, wrap: true, alignVertical: 'top' }),
  cents: (value) => ({ value: Number(value) / 100, type: Number, format: '#,##0.00\\ "€"', alignVertical: 'top' }),
  integer: (value) => ({ value: Number(value), type: Number, format: '#,##0', alignVertical: 'top' }),
  share: (value) => ({ value: Number(value), type: Number, format: '0.0\\ %', alignVertical: 'top' }),
  day: (value) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' }),
} satisfies Record<ColumnKind, (value: string | number) => Cell>

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT - CUT.length) + CUT : text
}

/** Excel refuses these signs and more than 31 characters in the name of a sheet. */
function sheetName(name: string): string {
  return name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()
}

function writeRow(columns: readonly SpreadsheetColumn[], row: SpreadsheetRow, style: object = {}): Cell[] {
  return columns.map(({ kind }, index) => {
    const value = row[index]
    if (value === null || value === undefined || value === '') return null
    return { ...WRITERS[kind](value), ...style }
  })
}

function writeSheet({ name, columns, rows, total }: SpreadsheetSheet): Sheet<never> {
  const header = columns.map((column) => ({ value: column.header, type: String, ...HEADER_STYLE }))
  return {
    sheet: sheetName(name),
    data: [
      header,
      ...rows.map((row) => writeRow(columns, row)),
      ...(total ? [writeRow(columns, total, { fontWeight: 'bold', topBorderStyle: 'thin' })] : []),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

/** An .xlsx file: one bold, frozen header row a sheet, typed cells. */
export async function writeSpreadsheet({ sheets }: { sheets: readonly SpreadsheetSheet[] }): Promise<Uint8Array> {
  return writeXlsx(sheets.map(writeSheet), { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
}

export type SpreadsheetRefusal = 'empty' | 'not-a-spreadsheet' | 'old-format' | 'broken' | 'too-large'

export interface ReadSheet {
  name: string
  /** `row` is the number in the margin of the spreadsheet; an empty cell is ''. */
  rows: { row: number; cells: string[] }[]
}

const REFUSALS: Record<string, SpreadsheetRefusal> = {
  NO_DATA: 'empty',
  XLS_FILE_NOT_SUPPORTED: 'old-format',
  FILE_NOT_SUPPORTED: 'not-a-spreadsheet',
  INPUT_TYPE_NOT_SUPPORTED: 'not-a-spreadsheet',
  INVALID_ZIP: 'broken',
}

/**
 * Every sheet as text: days in ISO form, numbers in plain decimal (never 4.5E13), booleans « oui » and « non »,
 * formulas by the value that the spreadsheet last computed. Only .xlsx.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Result<ReadSheet[], SpreadsheetRefusal>> {
  const entries = listZipEntries(bytes)
  if (entries && isZipBomb(entries)) return refused('too-large')
  if (entries && !entries.some((entry) => entry.name === 'xl/workbook.xml')) return refused('not-a-spreadsheet')
  try {
    const sheets = await readXlsx(Buffer.from(bytes), { parseNumber: plainNumber, trim: true })
    return done(sheets.map(({ sheet, data }) => ({ name: sheet, rows: readRows(data) })))
  } catch (error) {
    // Whatever stops the reader, the file is at fault: a damaged file can make it throw anything.
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return refused(REFUSALS[code] ?? 'broken')
  }
}

function readRows(data: readonly (readonly unknown[])[]): ReadSheet['rows'] {
  return data
    .map((cells, index) => ({ row: index + 1, cells: cells.map(readCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function readCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (value instanceof Date)
    return value
      .toISOString()
      .replace('T00:00:00.000Z', '')
      .replace(/\.000Z$/, '')
  return String(value)
}

const PLAIN = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 })

/** A whole number is kept digit by digit; the others are rounded to the 15 digits that a spreadsheet shows (0.30000000000000004 is 0.3). */
function plainNumber(raw: string): string {
  return /^-?\d+$/.test(raw) ? raw : PLAIN.format(Number(raw)).replace('−', '-')
}

/** « B12 »: the name of a cell; the column counts from 0, the row from 1. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
