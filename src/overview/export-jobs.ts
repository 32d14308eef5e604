import { z } from 'zod'
import { isDemonstration } from '#access/demonstration-store.ts'
import { type Mandate, MandateRow, mandateColumns, withScope } from '#access/mandate.ts'
import type { Database, Db } from '#platform/db.ts'
import { storeProduced } from '#platform/file-store.ts'
import { newId } from '#platform/ids.ts'
import type { JobHandlers } from '#platform/jobs.ts'
import { record } from '#platform/journal.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { EXPORT_JOB } from './export-acts.ts'
import type { ExportKind } from './export-store.ts'
import { type Export, failExport, findExportToProduce, finishExport, updateProgress } from './export-store.ts'

/** Produces what the export centre was asked for, one job each. Run twice, it makes one. */
export function exportJobs(database: Database, filesFolder: string, kinds: Readonly<Record<string, ExportKind>>): JobHandlers {
  return {
    [EXPORT_JOB]: {
      run: async (data) => {
        const { exportId } = z.object({ exportId: z.uuid() }).parse(data)
        const asked = await findExportToProduce(database, exportId)
        if (!asked || asked.state === 'failed') return
        try {
          await produce(database, filesFolder, asked, kinds)
        } catch (error) {
          // Said on the page, where it can be asked again: a document that failed once would fail six times.
          await failExport(database, asked.id)
          throw error
        }
      },
    },
  }
}

async function produce(database: Database, filesFolder: string, asked: Export, kinds: Readonly<Record<string, ExportKind>>): Promise<void> {
  const [kind, by] = [kinds[asked.kind], await findAsker(database, asked)]
  if (!kind || !by) return failExport(database, asked.id)
  await updateProgress(database, { id: asked.id, done: 0, total: asked.total })
  const {
    name,
    kind: fileKind,
    bytes,
  } = await kind.produce(database, {
    subjectId: asked.subjectId,
    by,
    today: asked.askedOn,
    demonstration: await isDemonstration(database),
    progress: (done, total) => updateProgress(database, { id: asked.id, done, total }),
  })
  const { hash, size } = await storeProduced(filesFolder, bytes, fileKind)
  const fileId = newId()
  await database.transaction(async (tx) => {
    await insertStoredFile(tx, { id: fileId, hash, size, kind: fileKind, name })
    if (await finishExport(tx, { id: asked.id, fileId })) {
      await record(tx, { personId: null, id: null }, 'export.produced', asked.id, { fileId, hash })
    }
  })
}

/** The mandate that asked, as it stands: one that ended since reads nothing more. */
async function findAsker(db: Db, asked: Export): Promise<Mandate | undefined> {
  const row = await db.maybe(MandateRow)`${mandateColumns}
    where m.id = ${asked.askedBy} and (m.valid_to is null or m.valid_to >= ${asked.askedOn})`
  return row && withScope(row)
}
