import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'

const CompletenessRow = z.object({ complete: z.boolean(), note: z.string(), statedOn: dayColumn })
export type Completeness = z.infer<typeof CompletenessRow>

/** The latest statement on a file; undefined when nobody has looked yet. */
export function findCompleteness(db: Db, scope: Scope, applicationId: string): Promise<Completeness | undefined> {
  return db.maybe(CompletenessRow)`
    select k.complete, k.note, k.stated_on as "statedOn"
    from completeness k join application a on a.id = k.application_id
    where a.id = ${applicationId} and ${visible('a', scope)}
    order by k.stated_at desc limit 1`
}

const PieceRow = z.object({
  id: idColumn,
  label: z.string(),
  reason: z.string(),
  askedOn: dayColumn,
  dueOn: dayColumn,
  answeredOn: dayColumn.nullable(),
  attachmentId: idColumn.nullable(),
  fileName: z.string().nullable(),
  sizeBytes: countColumn.nullable(),
})
/** A missing piece asked, with the file that came in answer. */
export type Piece = z.infer<typeof PieceRow>

/** The pieces asked on a file: those awaited first, the nearest due day first. */
export function listPieces(db: Db, scope: Scope, applicationId: string): Promise<Piece[]> {
  return db.rows(PieceRow)`
    select r.id, r.label, r.reason, r.asked_on as "askedOn", r.due_on as "dueOn", w.answered_on as "answeredOn",
      w.attachment_id as "attachmentId", f.name as "fileName", f.size_bytes as "sizeBytes"
    from piece_request r
    join application a on a.id = r.application_id
    left join piece_answer w on w.piece_request_id = r.id
    left join attachment t on t.id = w.attachment_id
    left join stored_file f on f.id = t.file_id
    where a.id = ${applicationId} and ${visible('a', scope)}
    order by w.answered_on is not null, r.due_on, r.asked_on, r.id`
}

const Examined = z.object({ id: idColumn, organisationId: idColumn, title: z.string() })
export type Examined = z.infer<typeof Examined>

/** A file that can be examined, held until the end of the act: it is in, visible, and was not taken back. */
export function lockExamined(tx: Tx, scope: Scope, applicationId: string): Promise<Examined | undefined> {
  return tx.maybe(Examined)`
    select a.id, a.organisation_id as "organisationId",
      coalesce((select p.title from action_part p where p.application_id = a.id order by p.position limit 1), '') as title
    from application a
    where a.id = ${applicationId} and ${visible('a', scope)}
      and (a.origin = 'dauphin' or exists (select 1 from submission s where s.application_id = a.id))
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    for update of a`
}

export interface NewCompleteness {
  id: string
  applicationId: string
  complete: boolean
  note: string
  statedOn: Day
  statedBy: string
}

/** Always later than the one before. Answers 0 when the same form was already sent. */
export function insertCompleteness(tx: Tx, stated: NewCompleteness): Promise<number> {
  return tx.run`
    insert into completeness (id, application_id, complete, note, stated_on, stated_at, stated_by)
    select ${stated.id}::uuid, ${stated.applicationId}::uuid, ${stated.complete}::boolean, ${stated.note}, ${stated.statedOn}::date,
      greatest(clock_timestamp(), max(k.stated_at) + interval '1 millisecond'), ${stated.statedBy}::uuid
    from completeness k where k.application_id = ${stated.applicationId}::uuid
    on conflict (id) do nothing`
}

export interface NewPieceRequest {
  id: string
  applicationId: string
  label: string
  reason: string
  askedOn: Day
  dueOn: Day
  askedBy: string
}

export function insertPieceRequest(tx: Tx, asked: NewPieceRequest): Promise<number> {
  return tx.run`
    insert into piece_request (id, application_id, label, reason, asked_on, due_on, asked_by)
    values (${asked.id}, ${asked.applicationId}, ${asked.label}, ${asked.reason}, ${asked.askedOn}, ${asked.dueOn}, ${asked.askedBy})
    on conflict (id) do nothing`
}

const LockedPiece = z.object({ id: idColumn, label: z.string(), attachmentId: idColumn.nullable() })

/** A piece asked of a file, held until the end of the act, with the file that already answered it. */
export function lockPiece(
  tx: Tx,
  scope: Scope,
  of: { pieceRequestId: string; applicationId: string },
): Promise<z.infer<typeof LockedPiece> | undefined> {
  return tx.maybe(LockedPiece)`
    select r.id, r.label, (select w.attachment_id from piece_answer w where w.piece_request_id = r.id) as "attachmentId"
    from piece_request r
    join application a on a.id = r.application_id
    where r.id = ${of.pieceRequestId} and a.id = ${of.applicationId} and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    for update of r`
}

export async function insertPieceAnswer(
  tx: Tx,
  answer: { pieceRequestId: string; attachmentId: string; answeredOn: Day; answeredBy: string },
): Promise<void> {
  await tx.run`
    insert into piece_answer (piece_request_id, attachment_id, answered_on, answered_by)
    values (${answer.pieceRequestId}, ${answer.attachmentId}, ${answer.answeredOn}, ${answer.answeredBy})`
}
