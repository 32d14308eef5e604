import { z } from 'zod'
import { isDemonstration } from '#access/demonstration-store.ts'
import type { Database } from '#platform/db.ts'
import { renderDocument } from '#platform/document.ts'
import { storeProduced } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import type { JobHandlers } from '#platform/jobs.ts'
import { record } from '#platform/journal.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { receiptOrder } from './receipt.document.ts'
import { findReceipt } from './receipt-store.ts'
import { updateReceipt } from './submission-store.ts'

export const RECEIPT_JOB = 'receipt.produce'

/** The receipts of the deposits, one job each, queued with the deposit. Run twice, it makes one. */
export function receiptJobs(database: Database, filesFolder: string): JobHandlers {
  return { [RECEIPT_JOB]: { run: (data) => produceReceipt(database, filesFolder, data) } }
}

async function produceReceipt(database: Database, filesFolder: string, data: Record<string, unknown>): Promise<void> {
  const { applicationId } = z.object({ applicationId: z.uuid() }).parse(data)
  const receipt = await findReceipt(database, applicationId)
  if (!receipt || receipt.submission.receiptFileId !== null) return
  const pdf = await renderDocument(receiptOrder(receipt, await isDemonstration(database)))
  const { hash, size, kind } = await storeProduced(filesFolder, pdf, 'pdf')
  const fileId = newId()
  await database.transaction(async (tx) => {
    await insertStoredFile(tx, { id: fileId, hash, size, kind, name: `recepisse-${receipt.submission.number}.pdf` })
    const kept = await updateReceipt(tx, { applicationId, fileId })
    if (kept) await record(tx, { personId: null, id: null }, 'receipt.produced', applicationId, { fileId, hash })
  })
}
