import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import type { Cents } from '#platform/money.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { findEnvelope } from './envelope-store.ts'
import { type RetentionFlaw, retentionNeedsReason } from './retention-rule.ts'
import { passSpecificRoute } from './specific-route-acts.ts'

export interface RetentionInput {
  /** Made by the page, so that the same form sent twice retains once. */
  id: string
  meetingId: string
  partId: string
  envelopeId: string
  cents: Cents
  reason: string
  /** The last retention that the person had on screen, or null: two people at once do not overwrite each other in silence. */
  seenId: string | null
}

/**
 * The committee retains an amount for a part and an envelope. Each funder fixes its own; the project lead, as secretary, types for
 * the absent. Retained may run over the envelope (the table shows it): what is decided never does.
 */
export async function retain(db: Db, by: Mandate, input: RetentionInput, today: Day): Promise<Result<string, RetentionFlaw>> {
  return db.transaction(async (tx) => {
    const item = await lockItem(tx, by, input)
    if (!item) return refused('not-on-agenda')
    if (item.repeated) return done(input.id)
    const flaws = await flawsOf(tx, by, input, item)
    if (flaws.length === 0 && !(await passSpecificRoute(tx, by, input, today))) flaws.push('droit-commun-first')
    if (flaws.length > 0) return refused(...flaws)
    await tx.run`
      insert into retention (id, meeting_id, part_id, envelope_id, retained_cents, reason, retained_on, retained_by)
      values (${input.id}, ${input.meetingId}, ${input.partId}, ${input.envelopeId}, ${input.cents}, ${input.reason}, ${today}, ${by.id})`
    const { meetingId, envelopeId, reason } = input
    await record(tx, by, 'part.retained', input.partId, { meetingId, envelopeId, amountCents: input.cents, reason })
    await tx.run`select pg_notify('meeting', ${input.meetingId})`
    return done(input.id)
  })
}

const Item = z.object({
  year: z.number(),
  contractId: idColumn,
  closed: z.boolean(),
  repeated: z.boolean(),
  decided: z.boolean(),
  lastId: idColumn.nullable(),
  asked: centsColumn,
  proposed: centsColumn.nullable(),
})
type Item = z.infer<typeof Item>

/** Locks the line of the agenda: two amounts for one part wait for each other. */
async function lockItem(tx: Tx, by: Mandate, { id, meetingId, partId, envelopeId }: RetentionInput): Promise<Item | undefined> {
  await tx.run`select 1 from meeting_item where meeting_id = ${meetingId} and part_id = ${partId} and ${wholeDatabase} for update`
  return tx.maybe(Item)`
    select p.year, p.contract_id as "contractId",
      exists (select 1 from meeting_closing c where c.meeting_id = i.meeting_id) as closed,
      exists (select 1 from retention n where n.id = ${id}) as repeated,
      exists (select 1 from award w join decision d on d.award_id = w.id and d.act_id is not null
        where w.action_id = p.action_id and w.year = p.year and w.envelope_id = ${envelopeId}) as decided,
      (select n.id from retention n where n.part_id = p.id and n.envelope_id = ${envelopeId} order by n.retained_at desc, n.id desc limit 1) as "lastId",
      coalesce((select r.asked_cents from request r join envelope e on e.id = ${envelopeId} and e.funder_id = r.funder_id where r.part_id = p.id), 0) as asked,
      (select v.proposed_cents from opinion v
        join opinion_request q on q.id = v.opinion_request_id
        join envelope e on e.id = ${envelopeId} and e.funder_id = q.organisation_id
        where q.part_id = p.id order by v.given_at desc, v.id desc limit 1) as proposed
    from meeting_item i
    join action_part p on p.id = i.part_id
    join application a on a.id = p.application_id
    where i.meeting_id = ${meetingId} and i.part_id = ${partId} and ${visible('a', by.scope)}`
}

async function flawsOf(tx: Tx, by: Mandate, input: RetentionInput, item: Item): Promise<RetentionFlaw[]> {
  const envelope = await findEnvelope(tx, input.envelopeId)
  if (!envelope || envelope.contractId !== item.contractId || envelope.year !== item.year) return ['wrong-envelope']
  const mine = by.function === 'project-lead' || envelope.funderId === by.organisationId
  const flaws: RetentionFlaw[] = [...(mine ? [] : ['not-yours' as const]), ...heldFlaws(input, item)]
  const amounts = { retained: input.cents, proposed: item.proposed ?? undefined, asked: item.asked }
  if (retentionNeedsReason(amounts) && input.reason.trim() === '') flaws.push('reason-missing')
  return flaws
}

/** What happened to this amount since the person opened the page. */
function heldFlaws({ seenId }: RetentionInput, { decided, closed, lastId }: Item): RetentionFlaw[] {
  const flaws: RetentionFlaw[] = []
  if (decided) flaws.push('already-decided')
  if (closed) flaws.push('meeting-closed')
  if (lastId !== seenId) flaws.push('changed-meanwhile')
  return flaws
}
