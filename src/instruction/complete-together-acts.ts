import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result } from '#platform/result.ts'
import { insertAllComplete, lockChosen } from './complete-together-store.ts'

export interface CompletedTogether {
  stated: number
  already: number
  /** Stated incomplete, or awaiting a piece: each needs a look and a note of its own. */
  left: number
}

/** States complete the chosen files that nobody has looked at; sent twice, it writes once. */
export async function completeTogether(
  db: Db,
  by: Mandate,
  input: { partIds: readonly string[] },
  today: Day,
): Promise<Result<CompletedTogether, never>> {
  return db.transaction(async (tx) => {
    const files = await lockChosen(tx, by.scope, input.partIds)
    const fresh = files.filter(({ complete, awaited }) => complete === null && !awaited)
    const already = files.filter(({ complete }) => complete === true).length
    if (fresh.length > 0) {
      const stated = fresh.map(({ id }) => ({ id: newId(), applicationId: id }))
      await insertAllComplete(tx, { stated, statedOn: today, statedBy: by.id })
      for (const { id } of fresh) await record(tx, by, 'completeness.stated', id, { complete: true, together: fresh.length })
    }
    return done({ stated: fresh.length, already, left: files.length - fresh.length - already })
  })
}
