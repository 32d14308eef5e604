import { type CsvRefusal, readCsv } from '#platform/csv.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { readSpreadsheet, type SpreadsheetRefusal } from '#platform/spreadsheet.ts'
import { plainWords } from './dauphin-columns.ts'
import type { SheetLine } from './dauphin-rows.ts'

export type DauphinFileRefusal = CsvRefusal | SpreadsheetRefusal | 'too-many-lines'

export const DAUPHIN_FILE_REFUSALS = {
  empty: 'Ce fichier est vide\u00A0: vérifiez l’export de Dauphin',
  'not-text': 'Ce fichier n’est ni un tableur .xlsx, ni un texte .csv',
  'broken-quotes': 'Ce fichier .csv a des guillemets mal fermés\u00A0: refaites l’export, ou enregistrez-le en .xlsx',
  'not-a-spreadsheet': 'Ce fichier n’est ni un tableur .xlsx, ni un texte .csv',
  'old-format': 'Ce fichier est un ancien tableur .xls\u00A0: enregistrez-le en .xlsx',
  broken: 'Ce tableur est abîmé\u00A0: ouvrez-le et enregistrez-le de nouveau en .xlsx',
  'too-large': 'Ce tableur est trop grand une fois ouvert\u00A0: gardez seulement la feuille de l’export',
  'too-many-lines': 'Ce fichier a plus de 20\u00A0000 lignes\u00A0: importez-le en plusieurs fois',
} satisfies Record<DauphinFileRefusal, string>

const MOST_LINES = 20_000

/** The lines of an export, from the bytes of a .xlsx or of a .csv: what the file is, not what its name says. */
export async function readDauphinFile(bytes: Uint8Array): Promise<Result<SheetLine[], DauphinFileRefusal>> {
  if (bytes.length === 0) return refused('empty')
  const read = isArchive(bytes) ? await readWorkbook(bytes) : readText(bytes)
  if (!read.done) return read
  return read.value.length > MOST_LINES + 1 ? refused('too-many-lines') : read
}

/** A .xlsx is a ZIP (PK); an old .xls begins with D0 CF. */
export function isArchive(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
}

/** The first sheet that names a file number in its first line, else the first one. */
async function readWorkbook(bytes: Uint8Array): Promise<Result<SheetLine[], SpreadsheetRefusal>> {
  const read = await readSpreadsheet(bytes)
  if (!read.done) return read
  const sheets = read.value.filter(({ rows }) => rows.length > 0)
  const sheet = sheets.find(({ rows }) => rows[0]?.cells.some((cell) => plainWords(cell).includes('dossier'))) ?? sheets[0]
  return sheet ? done(sheet.rows.map(({ row, cells }) => ({ line: row, cells }))) : refused('empty')
}

function readText(bytes: Uint8Array): Result<SheetLine[], CsvRefusal> {
  const read = readCsv(bytes)
  if (!read.done) return read
  return done([{ line: 1, cells: read.value.header }, ...read.value.rows])
}
