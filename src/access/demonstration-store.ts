import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import { type Day, dayInParis } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { FUNCTIONS } from './permissions.ts'

const Persona = z.object({
  mandateId: idColumn,
  personId: idColumn,
  personName: z.string(),
  function: z.enum(FUNCTIONS),
  organisationName: z.string(),
})
export type Persona = z.infer<typeof Persona>

/** Every person who holds a mandate that day, one line a mandate. */
export function listPersonas(db: Db, today: Day): Promise<Persona[]> {
  return db.rows(Persona)`
    select m.id as "mandateId", p.id as "personId", p.name as "personName", m.function, o.name as "organisationName"
    from mandate m
    join person p on p.id = m.person_id
    join organisation o on o.id = m.organisation_id
    where m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    order by o.name collate "und-x-icu", p.name collate "und-x-icu", m.id`
}

/** A fact of the database, written at its creation. A database without it is real. */
export async function isDemonstration(db: Db): Promise<boolean> {
  const nature = await db.maybe(z.object({ demonstration: z.boolean() }))`select demonstration from database_nature`
  return nature?.demonstration ?? false
}

/** The day that a job or a command works on, outside any request: the chosen one of a demonstration, else the civil day of `now`. */
export async function findToday(db: Db, now: Date): Promise<Day> {
  const chosen = await db.maybe(z.object({ day: dayColumn }))`
    select d.day from database_nature n join demonstration_day d on n.demonstration`
  return chosen?.day ?? dayInParis(now)
}

export async function upsertDemonstrationDay(tx: Tx, to: Day): Promise<void> {
  await tx.run`insert into demonstration_day (day) values (${to}) on conflict (only_row) do update set day = excluded.day`
}
