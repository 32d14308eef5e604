import { z } from 'zod'
import { centsColumn, dayColumn } from '#platform/columns.ts'
import { addDays, type Day, day, parseDay } from '#platform/day.ts'
import { normaliseSiret } from '#platform/identifiers.ts'
import { type Cents, parseEuros } from '#platform/money.ts'
import type { PaymentColumn, PaymentPositions } from './payment-columns.ts'

export const PaymentLineContent = z.object({
  obligation: z.string(),
  number: z.string(),
  amountText: z.string(),
  amount: centsColumn.nullable(),
  dayText: z.string(),
  on: dayColumn.nullable(),
  siret: z.string(),
  name: z.string(),
})
/** One line of a file of payments, as typed and as read; `amount` and `on` are null when they could not be read. */
export type PaymentLineContent = z.infer<typeof PaymentLineContent>

export type ReadingFlaw =
  | 'formula'
  | 'obligation-missing'
  | 'number-missing'
  | 'amount-unreadable'
  | 'amount-not-above-zero'
  | 'day-unreadable'
  | 'third-party-missing'

export interface ReadLine {
  content: PaymentLineContent
  flaws: ReadingFlaw[]
}

/** Reads one line; what cannot be read is kept as typed and said, never guessed. */
export function readPaymentLine(cells: readonly string[], positions: PaymentPositions): ReadLine {
  const raw = (key: PaymentColumn): string => unwrapped(cells[positions.get(key) ?? -1] ?? '')
  const [amountText, dayText] = [raw('amount'), raw('day')]
  const amount = readAmount(amountText)
  const on = readDay(dayText)
  const party = readParty(raw('siret'), raw('name'))
  const content = { obligation: codeOf(raw('obligation')), number: codeOf(raw('number')), amountText, amount, dayText, on, ...party }
  const flaws: ReadingFlaw[] = []
  if ([...positions.values()].some((position) => isFormula(cells[position] ?? ''))) flaws.push('formula')
  if (content.obligation === '') flaws.push('obligation-missing')
  if (content.number === '') flaws.push('number-missing')
  if (amount === null) flaws.push(/^[−-]/.test(amountText) ? 'amount-not-above-zero' : 'amount-unreadable')
  if (amount === 0) flaws.push('amount-not-above-zero')
  if (on === null) flaws.push('day-unreadable')
  if (content.siret === '' && content.name === '') flaws.push('third-party-missing')
  return { content, flaws }
}

/** A spreadsheet keeps digits as text by ="0123": what it wraps is the value. */
const WRAPPED = /^="([^"]*)"$/

function unwrapped(cell: string): string {
  return WRAPPED.exec(cell)?.[1]?.trim() ?? cell.trim()
}

/** A text export may hold the formula in place of its value. */
function isFormula(cell: string): boolean {
  return /^[=@]|^#(REF|VALEUR|N\/A|NOM|DIV)/i.test(cell) && !WRAPPED.test(cell)
}

/** Without spaces, in capitals: « 2103 410 207 » and « 2103410207 » are the same number. No zero is added nor taken. */
export function codeOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/\.0$/, '').toUpperCase()
}

/** « 1.234,50 » is read when the comma makes it plain; « 1,234.50 » is not guessed. */
function readAmount(text: string): Cents | null {
  const plain = /^\d{1,3}(\.\d{3})+,\d{1,2}\s*€?$/.test(text) ? text.replaceAll('.', '') : text
  const parsed = parseEuros(plain)
  return parsed.ok ? parsed.value : null
}

const SERIAL_START = day('1899-12-30')

/** Days as French and machine exports write them, and the number that a spreadsheet counts from the end of 1899. */
function readDay(text: string): Day | null {
  const bare = text.replace(/[T ]\d{2}:\d{2}.*$/, '')
  const compact = /^(\d{4})\/?(\d{2})\/?(\d{2})$/.exec(bare)
  if (compact) return parseDay(`${compact[1]}-${compact[2]}-${compact[3]}`) ?? null
  if (/^[45]\d{4}$/.test(bare)) return addDays(SERIAL_START, Number(bare))
  return parseDay(bare) ?? null
}

/** A column of third parties may hold their SIRET. */
function readParty(siretCell: string, nameCell: string): { siret: string; name: string } {
  const siret = normaliseSiret(siretCell.replace(/\.0$/, ''))
  const inName = normaliseSiret(nameCell)
  return siret === '' && /^\d{14}$/.test(inName) ? { siret: inName, name: '' } : { siret, name: nameCell }
}

/** A line of sums at the foot of an export: no obligation, no number, no day. */
export function isTotalLine(cells: readonly string[], { content }: ReadLine): boolean {
  const bare = content.obligation === '' || /^(SOUS-)?TOTA(L|UX)/.test(content.obligation)
  return bare && content.number === '' && content.dayText === '' && cells.some((cell) => /^(sous-)?tota(l|ux)\b/i.test(cell.trim()))
}
