import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'

const Interest = z.object({
  id: idColumn,
  organisationName: z.string(),
  siret: z.string(),
  nature: z.string(),
  declaredOn: dayColumn,
  endedOn: dayColumn.nullable(),
})
export type Interest = z.infer<typeof Interest>

/** What a person declared, those that hold first. */
export function listInterests(db: Db, personId: string): Promise<Interest[]> {
  return db.rows(Interest)`
    select i.id, o.name as "organisationName", o.siret, i.nature, i.declared_on as "declaredOn", i.ended_on as "endedOn"
    from declared_interest i
    join organisation o on o.id = i.organisation_id
    where i.person_id = ${personId}
    order by i.ended_on is not null, i.declared_on desc, o.name collate "und-x-icu"`
}

export function findOrganisationBySiret(db: Db, siret: string): Promise<{ id: string; name: string } | undefined> {
  return db.maybe(z.object({ id: idColumn, name: z.string() }))`select id, name from organisation where siret = ${siret}`
}

/** Answers whether the row is new: the same form sent twice makes one. */
export async function insertInterest(
  tx: Tx,
  of: { id: string; personId: string; organisationId: string; nature: string; today: Day },
): Promise<boolean> {
  const count = await tx.run`
    insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
    values (${of.id}, ${of.personId}, ${of.organisationId}, ${of.nature}, ${of.today}) on conflict (id) do nothing`
  return count > 0
}

export async function updateInterestEnded(tx: Tx, of: { id: string; personId: string; today: Day }): Promise<boolean> {
  const count = await tx.run`
    update declared_interest set ended_on = greatest(declared_on, ${of.today}::date)
    where id = ${of.id} and person_id = ${of.personId} and ended_on is null`
  return count > 0
}

export async function updatePersonName(tx: Tx, personId: string, name: string): Promise<void> {
  await tx.run`update person set name = ${name}, updated_at = clock_timestamp() where id = ${personId}`
}
