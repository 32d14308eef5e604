import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, idColumn, shareColumn } from '#platform/columns.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Cents } from '#platform/money.ts'

const Decidable = z.object({
  partId: idColumn,
  actionId: idColumn,
  year: z.number(),
  title: z.string(),
  organisationName: z.string(),
  number: z.number().nullable(),
  envelopeId: idColumn,
  envelopeLabel: z.string(),
  asked: centsColumn,
  retained: centsColumn.nullable(),
  decidedAlready: z.boolean(),
  withdrawn: z.boolean(),
})
/** What a funder's act can decide: one part and one of the funder's envelopes. */
export type Decidable = z.infer<typeof Decidable>

/** The parts retained (or refused) by a committee for a funder's envelopes of a year, with what an act needs to know. */
export function listDecidables(db: Db, scope: Scope, by: { funderId: string; year: number }): Promise<Decidable[]> {
  return db.rows(Decidable)`
    select p.id as "partId", p.action_id as "actionId", p.year, p.title, o.name as "organisationName", s.number, e.id as "envelopeId", e.label as "envelopeLabel",
      coalesce(r.asked_cents, 0) as asked, last.retained_cents as retained,
      exists (select 1 from award w join decision d on d.award_id = w.id and d.act_id is not null
        where w.action_id = p.action_id and w.year = p.year and w.envelope_id = e.id) as "decidedAlready",
      exists (select 1 from application_withdrawal aw where aw.application_id = a.id) as withdrawn
    from action_part p
    join application a on a.id = p.application_id
    join submission s on s.application_id = a.id
    join organisation o on o.id = a.organisation_id
    join envelope e on e.contract_id = p.contract_id and e.year = p.year and e.funder_id = ${by.funderId}
    join lateral (
      select n.retained_cents from retention n
      where n.part_id = p.id and n.envelope_id = e.id order by n.retained_at desc, n.id desc limit 1) last on true
    left join request r on r.part_id = p.id and r.funder_id = e.funder_id
    where ${visible('a', scope)} and p.year = ${by.year}
    order by s.number, p.position, e.code`
}

/** The award of an action, a year and an envelope, made if absent; the same id whoever asks. */
export async function awardFor(tx: Tx, of: { actionId: string; partId: string; year: number; envelopeId: string }): Promise<string> {
  await tx.run`
    insert into award (id, action_id, part_id, year, envelope_id)
    values (${newId()}, ${of.actionId}, ${of.partId}, ${of.year}, ${of.envelopeId}) on conflict do nothing`
  const { id } = await tx.one(z.object({ id: idColumn }))`
    select id from award
    where ${wholeDatabase} and action_id = ${of.actionId} and year = ${of.year} and envelope_id = ${of.envelopeId} for update`
  return id
}

const Share = z.object({ qpvId: idColumn, share: shareColumn })

export function listPartShares(db: Db, partId: string): Promise<z.infer<typeof Share>[]> {
  return db.rows(Share)`select qpv_id as "qpvId", share from part_territory where ${wholeDatabase} and part_id = ${partId}`
}

const Held = z.object({ qpvId: idColumn, amount: centsColumn })

/** Where the money of an award is so far, all movements added. */
export function listHeld(db: Db, awardId: string): Promise<z.infer<typeof Held>[]> {
  return db.rows(Held)`
    select qpv_id as "qpvId", sum(amount_cents) as amount from award_territory
    where ${wholeDatabase} and award_id = ${awardId} group by qpv_id order by qpv_id`
}

/** What an award was decided, all movements added. Called under the lock of its envelope. */
export async function decidedOf(db: Db, awardId: string): Promise<Cents> {
  const { total } = await db.one(z.object({ total: centsColumn }))`
    select coalesce(sum(amount_cents), 0) as total from decision where ${wholeDatabase} and award_id = ${awardId}`
  return total
}
