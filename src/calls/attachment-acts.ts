import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { FileRefusal, StoredFile } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { type AttachmentKind, offeredAttachments } from './attachment-kinds.ts'
import { insertAttachment, listAttachments, updateRemoved } from './attachment-store.ts'
import { CALL_CLOSED } from './call-period.ts'
import { isClosedDraft } from './draft-period.ts'
import { isOpenDraft, lockOwnApplication } from './draft-store.ts'

export type AttachmentRefusal = 'not-a-draft' | 'closed' | 'kind-not-offered' | 'too-many'

export const ATTACHMENT_REFUSALS = {
  'not-a-draft':
    'Cette demande est déjà envoyée\u00A0: ses pièces ne changent plus. Si l’instruction en demande une, vous la joindrez à sa demande',
  closed: CALL_CLOSED,
  'kind-not-offered': 'Choisissez la pièce dans la liste',
  'too-many': 'Cette demande a déjà trente pièces\u00A0: retirez-en une',
} satisfies Record<AttachmentRefusal, string>

/** Why a file is refused, and what to do: beside its field. */
export const FILE_REFUSALS = {
  'too-large': 'Ce fichier dépasse 10\u00A0Mo\u00A0: enregistrez-le en PDF plus léger, ou numérisez-le en noir et blanc',
  empty: 'Ce fichier est vide\u00A0: choisissez-en un autre',
  'type-not-allowed': 'Ce type de fichier n’est pas reçu. Sont reçus\u00A0: PDF, Word, Excel, OpenDocument, JPEG et PNG, sans macro',
  'type-mismatch': 'Le contenu de ce fichier n’est pas celui que dit son nom\u00A0: enregistrez-le de nouveau, par exemple en PDF',
  infected: 'L’antivirus a refusé ce fichier',
  'not-checked': 'L’antivirus n’a pas pu vérifier ce fichier\u00A0: réessayez dans quelques minutes',
} satisfies Record<FileRefusal, string>

const MOST_ATTACHMENTS = 30

export interface AttachmentInput {
  id: string
  applicationId: string
  kind: AttachmentKind
  /** Already kept in the folder of the files: see storeFile. */
  file: StoredFile
  name: string
}

/** Joins a kept file to a draft. The same form sent twice joins it once. */
export async function addAttachment(
  db: Db,
  by: Mandate,
  input: AttachmentInput,
  today: Day,
): Promise<Result<{ id: string }, AttachmentRefusal>> {
  return db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, by, input.applicationId)
    const there = await listAttachments(tx, by.scope, { applicationId: input.applicationId })
    if (there.some(({ id }) => id === input.id)) return done({ id: input.id })
    const reasons: AttachmentRefusal[] = []
    if (!isOpenDraft(application)) reasons.push('not-a-draft')
    else if (isClosedDraft(application, today)) reasons.push('closed')
    if (!offeredAttachments(application.legalForm).includes(input.kind)) reasons.push('kind-not-offered')
    if (there.length >= MOST_ATTACHMENTS) reasons.push('too-many')
    if (reasons.length > 0) return refused(...reasons)
    const fileId = newId()
    const { hash, size, kind } = input.file
    await insertStoredFile(tx, { id: fileId, hash, size, kind, name: input.name })
    await insertAttachment(tx, { id: input.id, applicationId: application.id, kind: input.kind, fileId, addedOn: today, addedBy: by.id })
    await record(tx, by, 'attachment.added', application.id, { kind: input.kind, attachmentId: input.id, hash })
    return done({ id: input.id })
  })
}

/** Takes a file out of a draft; its row stays. */
export async function removeAttachment(
  db: Db,
  by: Mandate,
  input: { applicationId: string; id: string },
  today: Day,
): Promise<Result<undefined, AttachmentRefusal>> {
  return db.transaction(async (tx) => {
    const application = await lockOwnApplication(tx, by, input.applicationId)
    if (!isOpenDraft(application)) return refused('not-a-draft')
    if (isClosedDraft(application, today)) return refused('closed')
    const removed = await updateRemoved(tx, { id: input.id, applicationId: application.id, removedOn: today })
    if (removed) await record(tx, by, 'attachment.removed', application.id, { attachmentId: input.id })
    return done(undefined)
  })
}
