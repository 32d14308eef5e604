import { z } from 'zod'
import { centsColumn, dayColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const Revision = z.object({ amount: centsColumn, reason: z.string(), revisedOn: dayColumn, personName: z.string() })
/** A change of the amount of an envelope: what it became, when, why, by whom. */
export type Revision = z.infer<typeof Revision>

/** The changes of an envelope, the latest first. */
export function listRevisions(db: Db, envelopeId: string): Promise<Revision[]> {
  return db.rows(Revision)`
    select v.amount_cents as amount, v.reason, v.revised_on as "revisedOn", n.name as "personName"
    from envelope_revision v
    join mandate m on m.id = v.revised_by
    join person n on n.id = m.person_id
    where v.envelope_id = ${envelopeId}
    order by v.revised_on desc, v.id desc`
}
