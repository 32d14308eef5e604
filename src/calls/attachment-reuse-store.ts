import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { ATTACHMENT_KINDS } from './attachment-kinds.ts'

const GivenRow = z.object({
  id: idColumn,
  applicationId: idColumn,
  kind: z.enum(ATTACHMENT_KINDS),
  fileId: idColumn,
  name: z.string(),
  addedOn: dayColumn,
})
/** A file that the organisation joined to another of its applications, and did not take out. */
export type GivenAttachment = z.infer<typeof GivenRow>

/** The latest application first; its files in the order they came. */
export function listGivenElsewhere(
  db: Db,
  scope: Scope,
  of: { organisationId: string; applicationId: string },
): Promise<GivenAttachment[]> {
  return db.rows(GivenRow)`
    select t.id, t.application_id as "applicationId", t.kind, t.file_id as "fileId", f.name, t.added_on as "addedOn"
    from attachment t
    join application a on a.id = t.application_id
    join stored_file f on f.id = t.file_id
    where a.organisation_id = ${of.organisationId} and a.id <> ${of.applicationId} and t.removed_on is null and ${visible('a', scope)}
    order by a.created_on desc, a.id desc, t.added_on, t.id`
}
