import type { DauphinColumn } from './dauphin-columns.ts'
import { type DauphinContent, type DauphinLine, dauphinKey, FILE_COLUMNS, FUNDER_COLUMNS, type ReadDauphin } from './dauphin-rows.ts'

/** What the portal last said of a line. */
export interface KnownLine {
  id: string
  number: string
  funderLine: string
  content: DauphinContent
  vanished: boolean
  applicationId: string
  partId: string
  requestId: string | null
}

/** What is written here of a file: only the columns that Pilotis holds. */
export interface HeldFile {
  number: string
  applicationId: string
  actionId: string
  partId: string
  origin: 'pilotis' | 'dauphin'
  siret: string
  fields: DauphinContent
  requests: readonly { id: string; funderId: string; asked: string }[]
}

/**
 * `taken`: the portal changed it and nobody had touched it here. `noted`: Pilotis has no place of its own for it, or already says so.
 * `conflict`: changed there, and different here: what is written here stays unless the person chooses the portal’s value.
 */
export interface FieldChange {
  field: DauphinColumn
  /** What the portal said before; undefined when it had said nothing yet. */
  before: string | undefined
  portal: string
  /** What Pilotis says; undefined when it has no place for it. */
  here: string | undefined
  outcome: 'taken' | 'noted' | 'conflict'
}

export interface LineDiff {
  state: 'new' | 'same' | 'changed' | 'conflict'
  line: DauphinLine
  known: KnownLine | undefined
  held: HeldFile | undefined
  changes: FieldChange[]
}

export interface DauphinDiff {
  lines: LineDiff[]
  /** On the portal at the import before, and no more in this file. Nothing is undone here: they are shown. */
  vanished: KnownLine[]
}

/** Last import × this one × what is written here. `known` comes with the latest imported first. */
export function diffDauphin(
  read: Pick<ReadDauphin, 'lines' | 'seen'>,
  known: readonly KnownLine[],
  held: readonly HeldFile[],
): DauphinDiff {
  const byKey = new Map(known.map((line) => [dauphinKey(line), line]))
  const baseOf = new Map([...known].reverse().map((line) => [line.number, line.content]))
  const files = new Map(held.map((file) => [file.number, file]))
  const met = new Set<string>()
  const lines = read.lines.map((line) => {
    const first = !met.has(line.number)
    met.add(line.number)
    const before = byKey.get(dauphinKey(line))
    return diffLine(line, { known: before, held: files.get(line.number), fileBase: before?.content ?? baseOf.get(line.number), first })
  })
  const isSeen = seenIn(read.seen)
  return { lines, vanished: known.filter((line) => !line.vanished && !isSeen(line)) }
}

/** A refused line has not vanished; when its funder cannot be read, no line of its file has. */
function seenIn(seen: ReadDauphin['seen']): (line: KnownLine) => boolean {
  const keys = new Set(seen.map(({ number, funderLine }) => (funderLine === undefined ? number : dauphinKey({ number, funderLine }))))
  return (line) => keys.has(line.number) || keys.has(dauphinKey(line))
}

interface Place {
  known: KnownLine | undefined
  held: HeldFile | undefined
  fileBase: DauphinContent | undefined
  /** The first line of its file in the sheet: the one that carries the changes of the file itself. */
  first: boolean
}

function diffLine(line: DauphinLine, { known, held, fileBase, first }: Place): LineDiff {
  const request = held?.requests.find(({ funderId }) => funderId === line.funderId)
  const changes = [
    ...(first && held ? changesOf(FILE_COLUMNS, { portal: line.content, before: fileBase, here: held.fields }) : []),
    ...changesOf(FUNDER_COLUMNS, { portal: line.content, before: known?.content, here: request ? { asked: request.asked } : {} }),
  ]
  return { state: stateOf(known, changes), line, known, held, changes }
}

function stateOf(known: KnownLine | undefined, changes: readonly FieldChange[]): LineDiff['state'] {
  if (changes.some(({ outcome }) => outcome === 'conflict')) return 'conflict'
  if (!known) return 'new'
  return changes.length > 0 || known.vanished ? 'changed' : 'same'
}

interface Sides {
  portal: DauphinContent
  before: DauphinContent | undefined
  here: DauphinContent
}

function changesOf(columns: readonly DauphinColumn[], { portal, before, here }: Sides): FieldChange[] {
  return columns.flatMap((field) => {
    const change = { field, before: before && (before[field] ?? ''), portal: portal[field] ?? '', here: here[field] }
    const outcome = outcomeOf(change)
    return outcome ? [{ ...change, outcome }] : []
  })
}

function outcomeOf({ before, portal, here }: Omit<FieldChange, 'field' | 'outcome'>): FieldChange['outcome'] | undefined {
  if (before === portal) return undefined
  if (here === undefined || here === portal) return before === undefined ? undefined : 'noted'
  return here === before ? 'taken' : 'conflict'
}

/** Names one conflict in the form of the preview. */
export function choiceKey(line: { number: string; funderLine: string }, field: DauphinColumn): string {
  return `${dauphinKey(line)}|${field}`
}

/** The changes to write here: those taken, and the conflicts for which the portal’s value was chosen. */
export function changesToWrite(diff: LineDiff, choices: ReadonlySet<string>): FieldChange[] {
  return diff.changes.filter(
    ({ outcome, field }) => outcome === 'taken' || (outcome === 'conflict' && choices.has(choiceKey(diff.line, field))),
  )
}
