import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import type { Permission } from '#access/permissions.ts'
import { wholeDatabase } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn, instantColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { DownloadKind } from '#platform/file-kinds.ts'
import { type Sql, sql } from '#platform/sql.ts'

export const EXPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const

const ExportRow = z.object({
  id: idColumn,
  kind: z.string(),
  subjectId: idColumn,
  title: z.string(),
  askedBy: idColumn,
  askedOn: dayColumn,
  askedAt: instantColumn,
  state: z.enum(EXPORT_STATES),
  done: countColumn,
  total: countColumn,
  fileId: idColumn.nullable(),
  /** In bytes; null until it is made. */
  size: countColumn.nullable(),
})
/** A document asked for, and how far it is. */
export type Export = z.infer<typeof ExportRow>

/** Silence after which work in progress is held to be cut short: the longest step of a document takes seconds. */
const SILENCE = sql`interval '2 minutes'`

/** Work that says nothing any more has failed, whatever its row still says. */
const STATE = sql`case when x.state in ('waiting', 'running') and x.progress_at < clock_timestamp() - ${SILENCE} then 'failed' else x.state end`

function exportRows(condition: Sql): Sql {
  return sql`
    select x.id, x.kind, x.subject_id as "subjectId", x.title, x.asked_by as "askedBy", x.asked_on as "askedOn", x.asked_at as "askedAt",
      ${STATE} as state, x.done_count as done, x.total_count as total, x.file_id as "fileId", f.size_bytes as size
    from produced_export x
    left join stored_file f on f.id = x.file_id
    where ${condition}
    order by x.asked_at desc, x.id desc
    limit 100`
}

/** Those that a mandate asked for, latest first: a document was made with the sight of that mandate, and is shown to no other. */
export function listExports(db: Db, mandateId: string, of?: { kind: string; subjectId: string }): Promise<Export[]> {
  const only = of ? sql`and x.kind = ${of.kind} and x.subject_id = ${of.subjectId}` : sql.empty
  return db.rows(ExportRow)`${exportRows(sql`x.asked_by = ${mandateId} ${only}`)}`
}

export function findExport(db: Db, of: { id: string; mandateId: string }): Promise<Export | undefined> {
  return db.maybe(ExportRow)`${exportRows(sql`x.id = ${of.id} and x.asked_by = ${of.mandateId}`)}`
}

/** For the job that produces it. */
export function findExportToProduce(db: Db, id: string): Promise<Export | undefined> {
  return db.maybe(ExportRow)`${exportRows(sql`${wholeDatabase} and x.id = ${id} and x.state in ('waiting', 'running')`)}`
}

/** Gives up what a stop cut short, so that the same may be asked again. */
export async function failSilentExports(tx: Tx, mandateId: string): Promise<void> {
  await tx.run`
    update produced_export set state = 'failed', finished_at = clock_timestamp()
    where asked_by = ${mandateId} and state in ('waiting', 'running') and progress_at < clock_timestamp() - ${SILENCE}`
}

export interface NewExport {
  id: string
  kind: string
  subjectId: string
  title: string
  askedBy: string
  askedOn: Day
}

/** False when the same one is in progress, or when this id is already there. */
export async function insertExport(tx: Tx, row: NewExport): Promise<boolean> {
  const inserted = await tx.run`
    insert into produced_export (id, kind, subject_id, title, asked_by, asked_on)
    values (${row.id}, ${row.kind}, ${row.subjectId}, ${row.title}, ${row.askedBy}, ${row.askedOn})
    on conflict do nothing`
  return inserted === 1
}

export async function updateProgress(db: Db, of: { id: string; done: number; total: number }): Promise<void> {
  await db.run`
    update produced_export set state = 'running', done_count = ${of.done}, total_count = ${of.total}, progress_at = clock_timestamp()
    where id = ${of.id} and state in ('waiting', 'running')`
}

/** False when it was given up meanwhile. */
export async function finishExport(tx: Tx, of: { id: string; fileId: string }): Promise<boolean> {
  const updated = await tx.run`
    update produced_export set state = 'done', file_id = ${of.fileId}, done_count = total_count, finished_at = clock_timestamp()
    where id = ${of.id} and state in ('waiting', 'running')`
  return updated === 1
}

export async function failExport(db: Db, id: string): Promise<void> {
  await db.run`
    update produced_export set state = 'failed', finished_at = clock_timestamp() where id = ${id} and state in ('waiting', 'running')`
}

export interface Produced {
  name: string
  kind: DownloadKind
  bytes: Uint8Array
}

export interface ExportOrder {
  subjectId: string
  /** Everything is read under the scope of who asked. */
  by: Mandate
  /** The day it was asked: what it says is true of that day. */
  today: Day
  demonstration: boolean
  /** Says how far the work is; called as often as one likes. */
  progress: (done: number, total: number) => Promise<void>
}

/** A kind of long document that is prepared behind the pages. */
export interface ExportKind {
  permission: Permission
  /** How it is named in the list; undefined when its subject is not there, or not visible. */
  titleOf(db: Db, by: Mandate, subjectId: string): Promise<string | undefined>
  produce(db: Db, order: ExportOrder): Promise<Produced>
}
