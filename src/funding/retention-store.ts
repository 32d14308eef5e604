import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const Retained = z.object({
  id: idColumn,
  partId: idColumn,
  envelopeId: idColumn,
  amount: centsColumn,
  reason: z.string(),
  retainedOn: dayColumn,
  organisationName: z.string(),
})
/** The latest amount retained for a part and an envelope, and who fixed it. */
export type Retained = z.infer<typeof Retained>

/** What is retained, whatever the meeting, for the files on the agenda of this one. */
export function listRetained(db: Db, scope: Scope, meetingId: string): Promise<Retained[]> {
  return db.rows(Retained)`
    select distinct on (n.part_id, n.envelope_id) n.id, n.part_id as "partId", n.envelope_id as "envelopeId",
      n.retained_cents as amount, n.reason, n.retained_on as "retainedOn", o.name as "organisationName"
    from meeting_item i
    join action_part p on p.id = i.part_id
    join application a on a.id = p.application_id
    join retention n on n.part_id = p.id
    join mandate m on m.id = n.retained_by
    join organisation o on o.id = m.organisation_id
    where i.meeting_id = ${meetingId} and ${visible('a', scope)}
    order by n.part_id, n.envelope_id, n.retained_at desc, n.id desc`
}

const PartText = z.object({ summary: z.string(), expectedResult: z.string(), floor: centsColumn.nullable() })
/** What a committee reads of an action. */
export type PartText = z.infer<typeof PartText>

export function findPartText(db: Db, scope: Scope, partId: string): Promise<PartText | undefined> {
  return db.maybe(PartText)`
    select p.summary, p.expected_result as "expectedResult", p.floor_cents as floor
    from action_part p join application a on a.id = p.application_id
    where p.id = ${partId} and ${visible('a', scope)}`
}
