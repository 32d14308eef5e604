import type { Mandate } from '#access/mandate.ts'
import { listOrientations } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { lockClassified, updateOrientation } from './orientation-store.ts'

export interface Classified {
  /** Actions that have a new orientation. */
  moved: number
  /** Actions that had this one already. */
  already: number
  /** Actions that an act has decided: their orientation stays what was decided. */
  decided: number
}

/** Gives sent actions their orientation (CON-02): a file of Dauphin comes without one. Those decided are left. */
export async function classifyParts(
  db: Db,
  by: Mandate,
  input: { partIds: readonly string[]; orientationId: string },
  today: Day,
): Promise<Result<Classified, 'unknown-orientation'>> {
  return db.transaction(async (tx) => {
    const known = by.contractId ? await listOrientations(tx, by.contractId, today) : []
    if (!known.some(({ id }) => id === input.orientationId)) return refused('unknown-orientation')
    const parts = await lockClassified(tx, by.scope, { partIds: input.partIds, contractId: by.contractId ?? '' })
    const open = parts.filter(({ decided }) => !decided)
    const moved = open.filter(({ orientationId }) => orientationId !== input.orientationId)
    await updateOrientation(tx, { partIds: moved.map(({ id }) => id), orientationId: input.orientationId })
    for (const { id, orientationId } of moved) await record(tx, by, 'part.classified', id, { from: orientationId, to: input.orientationId })
    return done({ moved: moved.length, already: open.length - moved.length, decided: parts.length - open.length })
  })
}
