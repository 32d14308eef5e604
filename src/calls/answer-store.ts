import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { idColumn, instantColumn } from '#platform/columns.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'

const AnswerRow = z.object({
  subjectId: idColumn,
  field: z.string(),
  revision: z.number(),
  raw: z.string(),
  authorId: idColumn,
  authorName: z.string(),
  savedAt: instantColumn,
})
/** What was last typed in one field, whether it can be read or not. */
export type Answer = z.infer<typeof AnswerRow>

/** The latest revision of every field of an application, or of one subject of it. */
export function listAnswers(db: Db, scope: Scope, of: { applicationId: string; subjectId?: string }): Promise<Answer[]> {
  const subject: Sql = of.subjectId === undefined ? sql`true` : sql`n.subject_id = ${of.subjectId}`
  return db.rows(AnswerRow)`
    select distinct on (n.subject_id, n.field) n.subject_id as "subjectId", n.field, n.revision, n.raw,
      n.author_id as "authorId", p.name as "authorName", n.saved_at as "savedAt"
    from answer n
    join application a on a.id = n.application_id
    join person p on p.id = n.author_id
    where n.application_id = ${of.applicationId} and ${subject} and ${visible('a', scope)}
    order by n.subject_id, n.field, n.revision desc`
}

/** The text of one revision of a field; undefined when there was none. */
export async function findRevision(
  db: Db,
  scope: Scope,
  of: { applicationId: string; subjectId: string; field: string; revision: number },
): Promise<string | undefined> {
  const row = await db.maybe(z.object({ raw: z.string() }))`
    select n.raw from answer n join application a on a.id = n.application_id
    where n.application_id = ${of.applicationId} and n.subject_id = ${of.subjectId} and n.field = ${of.field}
      and n.revision = ${of.revision} and ${visible('a', scope)}`
  return row?.raw
}

export interface NewAnswer {
  applicationId: string
  subjectId: string
  field: string
  revision: number
  raw: string
  authorId: string
}

export async function insertAnswer(tx: Tx, row: NewAnswer): Promise<void> {
  await tx.run`
    insert into answer (application_id, subject_id, field, revision, raw, author_id)
    values (${row.applicationId}, ${row.subjectId}, ${row.field}, ${row.revision}, ${row.raw}, ${row.authorId})`
}

/** What was typed in a part taken out of a draft, and the texts that waited for a choice there. */
export async function deleteAnswersOf(tx: Tx, scope: Scope, of: { applicationId: string; subjectId: string }): Promise<void> {
  await tx.run`
    delete from answer n using application a
    where n.application_id = ${of.applicationId} and n.subject_id = ${of.subjectId} and a.id = n.application_id and ${visible('a', scope)}`
  await tx.run`
    delete from answer_conflict k using application a
    where k.application_id = ${of.applicationId} and k.subject_id = ${of.subjectId} and a.id = k.application_id and ${visible('a', scope)}`
}

const ConflictRow = z.object({
  id: idColumn,
  subjectId: idColumn,
  field: z.string(),
  baseRevision: z.number(),
  raw: z.string(),
  authorId: idColumn,
  authorName: z.string(),
  savedAt: instantColumn,
})
/** A text typed over a stale revision, kept until somebody chooses. */
export type AnswerConflict = z.infer<typeof ConflictRow>

/** The texts that wait for a choice, the oldest first. */
export function listOpenConflicts(db: Db, scope: Scope, of: { applicationId: string }): Promise<AnswerConflict[]> {
  return db.rows(ConflictRow)`
    select k.id, k.subject_id as "subjectId", k.field, k.base_revision as "baseRevision", k.raw,
      k.author_id as "authorId", p.name as "authorName", k.saved_at as "savedAt"
    from answer_conflict k
    join application a on a.id = k.application_id
    join person p on p.id = k.author_id
    where k.application_id = ${of.applicationId} and k.resolved_at is null and ${visible('a', scope)}
    order by k.saved_at, k.id`
}

export interface NewConflict {
  id: string
  applicationId: string
  subjectId: string
  field: string
  baseRevision: number
  raw: string
  authorId: string
}

export async function insertConflict(tx: Tx, row: NewConflict): Promise<void> {
  await tx.run`
    insert into answer_conflict (id, application_id, subject_id, field, base_revision, raw, author_id)
    values (${row.id}, ${row.applicationId}, ${row.subjectId}, ${row.field}, ${row.baseRevision}, ${row.raw}, ${row.authorId})`
}

export async function resolveConflictRow(tx: Tx, row: { id: string; applicationId: string }): Promise<void> {
  await tx.run`
    update answer_conflict set resolved_at = clock_timestamp() where id = ${row.id} and application_id = ${row.applicationId}`
}

/** Somebody went on typing after the conflict: the text that waits is the latest one. */
export async function updateConflictText(tx: Tx, row: { id: string; applicationId: string; raw: string }): Promise<void> {
  await tx.run`
    update answer_conflict set raw = ${row.raw}, saved_at = clock_timestamp() where id = ${row.id} and application_id = ${row.applicationId}`
}
