import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { isArchive } from '#calls/dauphin.import.ts'
import { idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { openFile, storeProduced } from '#platform/file-store.ts'
import { record } from '#platform/journal.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { type PaymentFile, readPaymentFile } from './payments.import.ts'

const RECEIVED = 'payments-file.received'

export interface ReceivedPaymentFile {
  id: string
  name: string
  bytes: Uint8Array
  filesFolder: string
}

/** Keeps a file of payments between its preview and its import. The journal says whose it is: nobody else opens it. */
export async function receivePaymentFile(db: Db, by: Mandate, file: ReceivedPaymentFile): Promise<void> {
  const { hash, size, kind } = await storeProduced(file.filesFolder, file.bytes, isArchive(file.bytes) ? 'xlsx' : 'csv')
  await db.transaction(async (tx) => {
    await insertStoredFile(tx, { id: file.id, hash, size, kind, name: file.name })
    await record(tx, by, RECEIVED, file.id, { funderId: by.organisationId, fileName: file.name })
  })
}

/** The file that the funder sent and how it reads; undefined for any other stored file. */
export async function openPaymentFile(
  db: Db,
  filesFolder: string,
  of: { fileId: string; funderId: string },
): Promise<{ name: string; file: PaymentFile } | undefined> {
  const kept = await db.maybe(z.object({ id: idColumn, hash: z.string(), name: z.string() }))`
    select f.id, f.hash, f.name from stored_file f
    where f.id = ${of.fileId} and exists (select 1 from journal j
      where j.subject_id = f.id and j.act = ${RECEIVED} and j.payload ->> 'funderId' = ${of.funderId})`
  if (!kept) return undefined
  const { body } = await openFile(filesFolder, kept.hash)
  const read = await readPaymentFile(await buffer(body))
  if (!read.done) throw new Error(`the file of payments ${kept.id} was read once and cannot be any more: ${read.reasons.join()}`)
  return { name: kept.name, file: read.value }
}
