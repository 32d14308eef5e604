import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { storeProduced } from '#platform/file-store.ts'
import { record } from '#platform/journal.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { isArchive } from './dauphin.import.ts'

const RECEIVED = 'dauphin-file.received'

export interface ReceivedFile {
  id: string
  callId: string
  name: string
  bytes: Uint8Array
  filesFolder: string
}

/** Keeps an export between its preview and its import. The journal says for which call it came: no other preview opens it. */
export async function receiveDauphinFile(db: Db, by: Mandate, file: ReceivedFile): Promise<void> {
  const { hash, size, kind } = await storeProduced(file.filesFolder, file.bytes, isArchive(file.bytes) ? 'xlsx' : 'csv')
  await db.transaction(async (tx) => {
    await insertStoredFile(tx, { id: file.id, hash, size, kind, name: file.name })
    await record(tx, by, RECEIVED, file.id, { callId: file.callId, fileName: file.name })
  })
}

const Received = z.object({ id: idColumn, hash: z.string(), name: z.string() })

/** The export received for a call; undefined for any other stored file. */
export function findReceivedFile(db: Db, of: { fileId: string; callId: string }): Promise<z.infer<typeof Received> | undefined> {
  return db.maybe(Received)`
    select f.id, f.hash, f.name from stored_file f
    where f.id = ${of.fileId} and exists (select 1 from journal j
      where j.subject_id = f.id and j.act = ${RECEIVED} and j.payload ->> 'callId' = ${of.callId})`
}
