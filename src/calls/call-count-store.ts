import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { countColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const CallCountRow = z.object({ callId: idColumn, submitted: countColumn })
export type CallCount = z.infer<typeof CallCountRow>

/** How many applications each call of a contract received: a number that names nobody, the same for all. */
export async function countApplications(db: Db, contractId: string): Promise<Map<string, CallCount>> {
  const rows = await db.rows(CallCountRow)`
    select a.call_id as "callId", count(*) as submitted
    from submission s join application a on a.id = s.application_id
    where a.contract_id = ${contractId} and ${wholeDatabase}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    group by a.call_id`
  return new Map(rows.map((row) => [row.callId, row]))
}
