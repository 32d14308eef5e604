import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import type { AttachmentRefusal } from './attachment-acts.ts'
import { reusable } from './attachment-reuse.ts'
import { listGivenElsewhere } from './attachment-reuse-store.ts'
import { insertAttachment, listAttachments } from './attachment-store.ts'
import { isClosedDraft } from './draft-period.ts'
import { isOpenDraft, lockOwnApplication } from './draft-store.ts'

/**
 * Joins to a draft the expected pieces that its organisation gave with other applications: the same stored files, with the
 * day they were given. Sent twice, nothing is joined twice: a kind that is there is not taken again.
 */
export async function reuseAttachments(
  db: Db,
  by: Mandate,
  input: { applicationId: string },
  today: Day,
): Promise<Result<{ count: number }, AttachmentRefusal>> {
  return db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, by, input.applicationId)
    if (!isOpenDraft(application)) return refused('not-a-draft')
    if (isClosedDraft(application, today)) return refused('closed')
    const there = (await listAttachments(tx, by.scope, input)).map(({ kind }) => kind)
    const own = { organisationId: by.organisationId, applicationId: application.id }
    const taken = reusable(application.legalForm, there, await listGivenElsewhere(tx, by.scope, own))
    for (const { kind, fileId, addedOn, id: from } of taken) {
      const id = newId()
      await insertAttachment(tx, { id, applicationId: application.id, kind, fileId, addedOn, addedBy: by.id })
      await record(tx, by, 'attachment.reused', application.id, { kind, attachmentId: id, from })
    }
    return done({ count: taken.length })
  })
}
