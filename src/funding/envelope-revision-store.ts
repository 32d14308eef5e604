import { z } from 'zod'
import { centsColumn, dayColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const Revision = z.object({
  /** What it was before; null for a change older than the journal. */
  before: centsColumn.nullable(),
  amount: centsColumn,
  reason: z.string(),
  revisedOn: dayColumn,
  personName: z.string(),
})
/** A change of the amount of an envelope: what it was and became, when, why, by whom. */
export type Revision = z.infer<typeof Revision>

/** The changes of an envelope, the latest first. */
export function listRevisions(db: Db, envelopeId: string): Promise<Revision[]> {
  return db.rows(Revision)`
    select coalesce(lag(v.amount_cents) over (order by v.revised_on, v.id), (
        select (j.payload->>'from')::bigint from journal j where j.subject_id = v.envelope_id and j.act = 'envelope.revised'
        order by j.happened_at limit 1)) as before,
      v.amount_cents as amount, v.reason, v.revised_on as "revisedOn", n.name as "personName"
    from envelope_revision v
    join mandate m on m.id = v.revised_by
    join person n on n.id = m.person_id
    where v.envelope_id = ${envelopeId}
    order by v.revised_on desc, v.id desc`
}
