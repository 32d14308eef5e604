import { CELL_READERS } from './dauphin-cells.ts'
import { DAUPHIN_COLUMNS, type DauphinColumn, readHeader } from './dauphin-columns.ts'
import type { DauphinContext } from './dauphin-context.ts'
import { findFunderOfLine, funderLineKey } from './dauphin-funders.ts'
import type { DauphinRefusal, DauphinRule } from './dauphin-refusals.ts'

/** A line of the sheet as it was read: `line` is its number in the file. The first one holds the headings. */
export interface SheetLine {
  line: number
  cells: readonly string[]
}

export type DauphinContent = Partial<Record<DauphinColumn, string>>

/** A good line: one Dauphin number × one funder line. */
export interface DauphinLine {
  line: number
  number: string
  funderLine: string
  /** The funder of the contract that it names; null for anybody else. */
  funderId: string | null
  content: DauphinContent
  /** Cells under headings that we do not know. */
  others: Record<string, string>
}

export interface ReadDauphin {
  lines: DauphinLine[]
  refused: DauphinRefusal[]
  /** Keys of all lines of the file that say which they are, refused ones included: they have not vanished. */
  seen: { number: string; funderLine: string | undefined }[]
  unknownHeaders: string[]
  /** Lines under the headings. */
  count: number
}

/** What describes the file itself: the same on all its lines. */
export const FILE_COLUMNS = [
  'year',
  'theme',
  'frequency',
  'siret',
  'rna',
  'organisationName',
  'thirdPartyKind',
  'title',
  'summary',
  'startsOn',
  'endsOn',
  'qpvs',
  'women',
  'men',
  'totalCost',
] as const satisfies readonly DauphinColumn[]

/** What belongs to one funder. */
export const FUNDER_COLUMNS = ['asked', 'status', 'voted', 'decidedOn', 'comment'] as const satisfies readonly DauphinColumn[]

/** Reads every line: good, or refused with every reason at once. */
export function readDauphinRows(sheet: readonly SheetLine[], context: DauphinContext): ReadDauphin {
  const [first, ...rest] = sheet
  const header = readHeader(first?.cells ?? [])
  const read: ReadDauphin = {
    lines: [],
    refused: [],
    seen: [],
    unknownHeaders: header.unknown.map((one) => one.header),
    count: rest.length,
  }
  if (header.missing.length > 0) {
    const line = first?.line ?? 1
    read.refused = header.missing.map((column) => ({ line, column, value: '', rule: 'missing-column' as const }))
    return read
  }
  const kept = { byKey: new Map<string, DauphinLine>(), byNumber: new Map<string, DauphinLine>(), byFunder: new Map<string, DauphinLine>() }
  for (const row of rest) {
    const one = readLine(row, header, context)
    if (one.number !== undefined) read.seen.push({ number: one.number, funderLine: one.funderLine })
    const refused = one.line === undefined ? one.refused : [...one.refused, ...contradictions(one.line, kept)]
    read.refused.push(...refused)
    if (one.line === undefined || refused.length > 0) continue
    read.lines.push(one.line)
    kept.byKey.set(dauphinKey(one.line), one.line)
    if (one.line.funderId !== null) kept.byFunder.set(`${one.line.number}|${one.line.funderId}`, one.line)
    if (!kept.byNumber.has(one.line.number)) kept.byNumber.set(one.line.number, one.line)
  }
  return read
}

export function dauphinKey(line: { number: string; funderLine: string }): string {
  return `${line.number}|${line.funderLine}`
}

interface ReadLine {
  line: DauphinLine | undefined
  number: string | undefined
  funderLine: string | undefined
  refused: DauphinRefusal[]
}

function readLine(row: SheetLine, header: ReturnType<typeof readHeader>, context: DauphinContext): ReadLine {
  const content: DauphinContent = {}
  const refused: DauphinRefusal[] = []
  for (const { key, required } of DAUPHIN_COLUMNS) {
    const cell = (row.cells[header.positions.get(key) ?? -1] ?? '').trim()
    const rule = readInto(content, { key, required, cell }, context)
    if (rule) refused.push({ line: row.line, column: key, value: showable(cell), rule })
  }
  if (endsBeforeStart(content)) refused.push({ line: row.line, column: 'endsOn', value: content.endsOn ?? '', rule: 'ends-before-start' })
  const others = Object.fromEntries(
    header.unknown.map(({ position, header: name }) => [showable(name), showable((row.cells[position] ?? '').trim())]),
  )
  return { ...namesOf(content), refused, line: refused.length > 0 ? undefined : wholeLine({ line: row.line, content, others }, context) }
}

function endsBeforeStart({ startsOn, endsOn }: DauphinContent): boolean {
  return startsOn !== undefined && endsOn !== undefined && endsOn < startsOn
}

/** Which line it is, as far as it can be read. */
function namesOf({ number, funder }: DauphinContent): Pick<ReadLine, 'number' | 'funderLine'> {
  return { number, funderLine: funder === undefined ? undefined : funderLineKey(funder) }
}

function wholeLine(read: Pick<DauphinLine, 'line' | 'content' | 'others'>, context: DauphinContext): DauphinLine | undefined {
  const { number, funder } = read.content
  if (number === undefined || funder === undefined) return undefined
  return { ...read, number, funderLine: funderLineKey(funder), funderId: findFunderOfLine(funder, context.funders)?.id ?? null }
}

function readInto(
  content: DauphinContent,
  { key, required, cell }: { key: DauphinColumn; required: boolean; cell: string },
  context: DauphinContext,
): DauphinRule | undefined {
  if (cell === '') return required ? 'missing' : undefined
  if (/[\0\uFFFD]/.test(cell) || !cell.isWellFormed()) return 'unreadable'
  const read = CELL_READERS[key](cell, context)
  if (!read.ok) return read.rule
  content[key] = read.value
  return undefined
}

const LONGEST_SHOWN = 200

/** What may be kept and shown of any cell. */
function showable(cell: string): string {
  return cell.toWellFormed().replaceAll('\0', '\uFFFD').slice(0, LONGEST_SHOWN)
}

interface Kept {
  byKey: ReadonlyMap<string, DauphinLine>
  byNumber: ReadonlyMap<string, DauphinLine>
  byFunder: ReadonlyMap<string, DauphinLine>
}

/** A key given twice, or a file described in two ways: the first line is kept. */
function contradictions(line: DauphinLine, kept: Kept): DauphinRefusal[] {
  const same = kept.byKey.get(dauphinKey(line)) ?? kept.byFunder.get(`${line.number}|${line.funderId}`)
  if (same) return [{ line: line.line, column: 'number', value: line.number, rule: 'duplicate', otherLine: same.line }]
  const other = kept.byNumber.get(line.number)
  if (!other) return []
  return FILE_COLUMNS.filter((column) => line.content[column] !== other.content[column]).map((column) => ({
    line: line.line,
    column,
    value: line.content[column] ?? '',
    rule: 'differs',
    otherLine: other.line,
  }))
}
