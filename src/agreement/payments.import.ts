import { createHash } from 'node:crypto'
import { isArchive } from '#calls/dauphin.import.ts'
import { type CsvRefusal, readCsv } from '#platform/csv.ts'
import { newId } from '#platform/ids.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { readSpreadsheet, type SpreadsheetRefusal } from '#platform/spreadsheet.ts'
import { DEEPEST_HEADING, type PaymentPositions, readPaymentHeading, type SheetLine } from './payment-columns.ts'
import { isTotalLine, readPaymentLine } from './payment-line.ts'
import type { FingerprintedLine } from './payment-plan.ts'

export type PaymentFileRefusal = CsvRefusal | SpreadsheetRefusal | 'too-many-lines'

export const PAYMENT_FILE_REFUSALS = {
  empty: 'Ce fichier est vide\u00A0: vérifiez l’export',
  'not-text': 'Ce fichier n’est ni un tableur .xlsx, ni un texte .csv',
  'broken-quotes': 'Ce fichier .csv a des guillemets mal fermés\u00A0: refaites l’export, ou enregistrez-le en .xlsx',
  'not-a-spreadsheet': 'Ce fichier n’est ni un tableur .xlsx, ni un texte .csv',
  'old-format': 'Ce fichier est un ancien tableur .xls\u00A0: enregistrez-le en .xlsx',
  broken: 'Ce tableur est abîmé\u00A0: ouvrez-le et enregistrez-le de nouveau en .xlsx',
  'too-large': 'Ce tableur est trop grand une fois ouvert\u00A0: gardez seulement la feuille des paiements',
  'too-many-lines': 'Ce fichier a plus de 5\u00A0000 lignes\u00A0: importez-le en plusieurs fois',
} satisfies Record<PaymentFileRefusal, string>

const MOST_LINES = 5_000

export interface PaymentFile {
  positions: PaymentPositions
  lines: readonly SheetLine[]
}

/** The lines of a file of payments under its heading, or in French why it cannot be read. */
export async function readPaymentFile(bytes: Uint8Array): Promise<Result<PaymentFile>> {
  const sheets = await readSheets(bytes)
  if (!sheets.done) return refused(...sheets.reasons.map((reason) => `${PAYMENT_FILE_REFUSALS[reason]}.`))
  const read = sheets.value.map(readPaymentHeading)
  const found = read.find((one) => one.ok) ?? read[0]
  if (!found) return refused(`${PAYMENT_FILE_REFUSALS.empty}.`)
  if (!found.ok) return refused(sayMissing(found.missing))
  if (found.body.length > MOST_LINES) return refused(`${PAYMENT_FILE_REFUSALS['too-many-lines']}.`)
  return done({ positions: found.positions, lines: found.body })
}

function sayMissing(missing: readonly string[]): string {
  const named = missing.map((one) => `«\u00A0${one}\u00A0»`).join(', ')
  const colonnes = missing.length === 1 ? 'Il manque la colonne' : 'Il manque les colonnes'
  return `${colonnes} ${named} dans les ${DEEPEST_HEADING} premières lignes\u00A0: ajoutez l’intitulé, ou renommez la colonne.`
}

async function readSheets(bytes: Uint8Array): Promise<Result<SheetLine[][], PaymentFileRefusal>> {
  if (bytes.length === 0) return refused('empty')
  if (!isArchive(bytes)) {
    const read = readCsv(bytes)
    return read.done ? done([[{ line: 1, cells: read.value.header }, ...read.value.rows]]) : read
  }
  const read = await readSpreadsheet(bytes)
  return read.done ? done(read.value.map(({ rows }) => rows.map(({ row, cells }) => ({ line: row, cells })))) : read
}

/** Reads every line. Two lines without a number that say the same are two lines; with a number they are one. */
export function readPaymentLines({ lines, positions }: PaymentFile): FingerprintedLine[] {
  const seen = new Map<string, number>()
  return lines.map(({ line, cells }) => {
    const read = readPaymentLine(cells, positions)
    const { obligation, number, amount, amountText, on, dayText, siret, name } = read.content
    const said = JSON.stringify([obligation, number, amount ?? amountText, on ?? dayText, siret, siret === '' ? name : ''])
    const times = (seen.get(said) ?? 0) + 1
    seen.set(said, times)
    const fingerprint = createHash('sha256')
      .update(number === '' ? `${said}${times}` : said)
      .digest('hex')
    return { ...read, id: newId(), line, total: isTotalLine(cells, read), fingerprint }
  })
}
