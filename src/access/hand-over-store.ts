import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import type { HeldThing } from './held-thing.ts'
import { type Mandate, MandateRow, mandateColumns, withScope } from './mandate.ts'

/** One mandate, held until the end of the act: two hand-overs of it queue up here. */
export async function lockMandate(tx: Tx, id: string): Promise<Mandate | undefined> {
  await tx.run`select id from mandate where id = ${id} for update`
  return findMandate(tx, id)
}

export async function findMandate(db: Db, id: string): Promise<Mandate | undefined> {
  const row = await db.maybe(MandateRow)`${mandateColumns} where m.id = ${id}`
  return row && withScope(row)
}

/** The mandates that a person holds, or all those of a contract for who leads it: living, or to come. */
export async function listEndableMandates(db: Db, by: { personId: string; contractId: string | null }, today: Day): Promise<Mandate[]> {
  const rows = await db.rows(MandateRow)`${mandateColumns}
    where (m.person_id = ${by.personId} or m.contract_id = ${by.contractId}) and (m.valid_to is null or m.valid_to >= ${today})
    order by o.name collate "und-x-icu", p.name collate "und-x-icu", m.id`
  return rows.map(withScope)
}

/** Those who may take over: the other mandates of the organisation that live after the end, on the same contract. */
export async function listReceivers(db: Db, mandate: Mandate, after: Day): Promise<Mandate[]> {
  const rows = await db.rows(MandateRow)`${mandateColumns}
    where m.organisation_id = ${mandate.organisationId} and m.id <> ${mandate.id}
      and m.contract_id is not distinct from ${mandate.contractId}::uuid
      and m.valid_from <= ${after} and (m.valid_to is null or m.valid_to > ${after})
    order by p.name collate "und-x-icu", m.id`
  return rows.map(withScope)
}

export async function insertHandOver(
  tx: Tx,
  made: { id: string; mandateId: string; endsOn: Day; note: string; madeOn: Day; madeBy: string },
): Promise<boolean> {
  const count = await tx.run`insert into hand_over (id, mandate_id, ends_on, note, made_on, made_by)
    values (${made.id}, ${made.mandateId}, ${made.endsOn}, ${made.note}, ${made.madeOn}, ${made.madeBy}) on conflict (id) do nothing`
  return count === 1
}

export async function insertItem(tx: Tx, handOverId: string, item: HeldThing & { toMandateId: string | null }): Promise<void> {
  await tx.run`insert into hand_over_item (hand_over_id, kind, subject_id, label, href, to_mandate_id)
    values (${handOverId}, ${item.kind}, ${item.subjectId}, ${item.label}, ${item.href}, ${item.toMandateId})`
}

export async function updateMandateEnd(tx: Tx, of: { id: string; personId: string; validTo: Day }): Promise<void> {
  await tx.run`update mandate set valid_to = ${of.validTo} where id = ${of.id} and person_id = ${of.personId}`
}

const Received = z.object({
  handOverId: idColumn,
  fromName: z.string(),
  endsOn: dayColumn,
  note: z.string(),
  kind: z.string(),
  label: z.string(),
  href: z.string(),
  mine: z.boolean(),
})
export type Received = z.infer<typeof Received>

/** What the mandates that ended gave to this one, and what they left to its organisation, the latest first. */
export function listReceived(db: Db, mandate: Mandate): Promise<Received[]> {
  return db.rows(Received)`
    select h.id as "handOverId", p.name as "fromName", h.ends_on as "endsOn", h.note, i.kind, i.label, i.href,
      coalesce(i.to_mandate_id = ${mandate.id}, false) as mine
    from hand_over h
    join mandate m on m.id = h.mandate_id
    join person p on p.id = m.person_id
    join hand_over_item i on i.hand_over_id = h.id
    where m.organisation_id = ${mandate.organisationId} and m.contract_id is not distinct from ${mandate.contractId}::uuid
      and m.id <> ${mandate.id} and (i.to_mandate_id = ${mandate.id} or i.to_mandate_id is null)
    order by h.ends_on desc, h.id, ${sql`(i.to_mandate_id is null)`}, i.kind collate "und-x-icu", i.label collate "und-x-icu"`
}
