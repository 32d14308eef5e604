import type { Mandate } from '#access/mandate.ts'
import { may } from '#access/permissions.ts'
import type { Day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { queueJob } from '#platform/jobs.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import type { ExportKind } from './export-store.ts'
import { failSilentExports, findExport, insertExport, listExports } from './export-store.ts'

export const EXPORT_JOB = 'export.produce'

export interface AskedExport {
  /** Made by the form, so that the same form sent twice asks once. */
  id: string
  kind: string
  subjectId: string
}

/** Asks for a document; when the same one is in preparation, that one is answered, and `again` says so. */
export async function askExport(
  db: Database,
  by: Mandate,
  asked: AskedExport & { of: ExportKind | undefined },
  today: Day,
): Promise<Result<{ id: string; again: boolean }, 'unknown'>> {
  const { of, ...row } = asked
  if (!of || !may(by, of.permission)) return refused('unknown')
  const title = await of.titleOf(db, by, asked.subjectId)
  if (title === undefined) return refused('unknown')
  return db.transaction(async (tx) => {
    await failSilentExports(tx, by.id)
    if (await insertExport(tx, { ...row, title, askedBy: by.id, askedOn: today })) {
      await queueJob(tx, EXPORT_JOB, { exportId: asked.id })
      await record(tx, by, 'export.asked', asked.id, { kind: asked.kind, subjectId: asked.subjectId })
      return done({ id: asked.id, again: false })
    }
    const same = (await listExports(tx, by.id, asked)).find(({ state }) => state === 'waiting' || state === 'running')
    const found = same ?? (await findExport(tx, { id: asked.id, mandateId: by.id }))
    return found ? done({ id: found.id, again: true }) : refused('unknown')
  })
}
