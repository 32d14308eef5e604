import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { ATTACHMENT_KINDS, type AttachmentKind } from './attachment-kinds.ts'

const AttachmentRow = z.object({
  id: idColumn,
  applicationId: idColumn,
  kind: z.enum(ATTACHMENT_KINDS),
  addedOn: dayColumn,
  name: z.string(),
  size: z.number(),
  hash: z.string(),
  fileKind: z.string(),
})
/** A file joined to an application, and not taken out since. */
export type Attachment = z.infer<typeof AttachmentRow>

/** The files of an application, in the order they came. */
export function listAttachments(db: Db, scope: Scope, of: { applicationId: string }): Promise<Attachment[]> {
  return listWhere(db, scope, sql`t.application_id = ${of.applicationId}`)
}

/** One file of one application; undefined when it is not there, was taken out, or is not visible. */
export async function findAttachment(db: Db, scope: Scope, of: { applicationId: string; id: string }): Promise<Attachment | undefined> {
  return (await listWhere(db, scope, sql`t.application_id = ${of.applicationId} and t.id = ${of.id}`))[0]
}

function listWhere(db: Db, scope: Scope, condition: Sql): Promise<Attachment[]> {
  return db.rows(AttachmentRow)`
    select t.id, t.application_id as "applicationId", t.kind, t.added_on as "addedOn", f.name, f.size_bytes as size, f.hash, f.kind as "fileKind"
    from attachment t
    join application a on a.id = t.application_id
    join stored_file f on f.id = t.file_id
    where ${condition} and t.removed_on is null and ${visible('a', scope)} and (t.kind <> 'bank-details' or ${seesBankDetails(scope)})
    order by t.added_on, t.id`
}

/** Bank details are for those who pay or lead: the applicant, the pilots of the contract, the funders asked for money; not who only gives an opinion. */
function seesBankDetails(scope: Scope): Sql {
  if (scope.function === 'porteur') return sql`true`
  return sql`(exists (select 1 from contract_funder pilot
      where pilot.contract_id = a.contract_id and pilot.organisation_id = ${scope.organisationId} and pilot.pilot)
    or exists (select 1 from request payer
      where ${wholeDatabase} and payer.application_id = a.id and payer.funder_id = ${scope.organisationId} and payer.asked_cents > 0))`
}

/** Answers whether the row is new: the same form sent twice makes one. */
export async function insertAttachment(
  tx: Tx,
  row: { id: string; applicationId: string; kind: AttachmentKind; fileId: string; addedOn: Day; addedBy: string },
): Promise<boolean> {
  const count = await tx.run`
    insert into attachment (id, application_id, kind, file_id, added_on, added_by)
    values (${row.id}, ${row.applicationId}, ${row.kind}, ${row.fileId}, ${row.addedOn}, ${row.addedBy})
    on conflict (id) do nothing`
  return count === 1
}

/** The row stays: what was joined, and when it was taken out. */
export async function updateRemoved(tx: Tx, row: { id: string; applicationId: string; removedOn: Day }): Promise<boolean> {
  const count = await tx.run`
    update attachment set removed_on = ${row.removedOn}
    where id = ${row.id} and application_id = ${row.applicationId} and removed_on is null`
  return count === 1
}
