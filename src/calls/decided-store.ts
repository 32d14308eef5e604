import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'

/** Locks the applications of these parts, in the order of their ids: a withdrawal at the same moment waits, or is seen. */
export async function lockApplicationsOf(tx: Tx, partIds: readonly string[]): Promise<void> {
  await tx.run`
    select a.id from application a
    where ${wholeDatabase} and a.id in (select p.application_id from action_part p where p.id = any(${partIds}::uuid[]))
    order by a.id for update`
}

/** Called by the step that decides, in its transaction: from now on the applications of these parts are not withdrawn. */
export async function markDecided(tx: Tx, partIds: readonly string[], on: Day): Promise<void> {
  await tx.run`
    insert into application_decided (application_id, decided_on)
    select distinct p.application_id, ${on}::date from action_part p where p.id = any(${partIds}::uuid[])
    on conflict do nothing`
}

/** Asked under the lock of the application. */
export async function isDecided(db: Db, applicationId: string): Promise<boolean> {
  const found = await db.maybe(z.object({ decided: z.literal(1) }))`
    select 1 as decided from application_decided where ${wholeDatabase} and application_id = ${applicationId}`
  return found !== undefined
}
