import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import type { StoredFile } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'

/** A file of kind `missing-piece`, attached to an application that the act has found under its scope. */
export async function insertMissingPiece(
  tx: Tx,
  by: Mandate,
  piece: { id: string; applicationId: string; file: StoredFile & { name: string } },
  today: Day,
): Promise<void> {
  const fileId = newId()
  const { hash, size, kind, name } = piece.file
  await tx.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${fileId}, ${hash}, ${size}, ${kind}, ${name})`
  await tx.run`
    insert into attachment (id, application_id, kind, file_id, added_on, added_by)
    values (${piece.id}, ${piece.applicationId}, 'missing-piece', ${fileId}, ${today}, ${by.id})`
}
