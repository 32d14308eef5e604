import { z } from 'zod'
import { wholeDatabase, withoutInterest } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

/** The last days of the reopenings of an application. */
export async function listReopenedUntil(db: Db, applicationId: string): Promise<Day[]> {
  const rows = await db.rows(z.object({ until: dayColumn }))`
    select r.until from application_reopening r where r.application_id = ${applicationId} and ${wholeDatabase} order by r.until`
  return rows.map(({ until }) => until)
}

const Unsent = z.object({
  applicationId: idColumn,
  organisationName: z.string(),
  startedOn: dayColumn,
  reopenedUntil: dayColumn.nullable(),
})
/** A draft of a call, by its organisation only: what is in it is not for the project lead to read before it is sent. */
export type Unsent = z.infer<typeof Unsent>

export function listUnsent(db: Db, by: { callId: string; personId: string }): Promise<Unsent[]> {
  return db.rows(Unsent)`
    select a.id as "applicationId", o.name as "organisationName", a.created_on as "startedOn",
      (select max(r.until) from application_reopening r where r.application_id = a.id) as "reopenedUntil"
    from application a join organisation o on o.id = a.organisation_id
    where a.call_id = ${by.callId} and a.origin = 'pilotis' and ${withoutInterest(sql`${by.personId}`, sql`a.organisation_id`)} and ${wholeDatabase}
      and not exists (select 1 from submission s where s.application_id = a.id)
    order by o.name collate "und-x-icu", a.created_on, a.id`
}

const Reopened = z.object({
  id: idColumn,
  organisationName: z.string(),
  until: dayColumn,
  reason: z.string(),
  reopenedOn: dayColumn,
  reopenedBy: z.string(),
  submittedOn: dayColumn.nullable(),
})
export type Reopened = z.infer<typeof Reopened>

/** Every reopening of a call, the latest first: an exception is never hidden. */
export function listReopenings(db: Db, by: { callId: string; personId: string }): Promise<Reopened[]> {
  return db.rows(Reopened)`
    select r.id, o.name as "organisationName", r.until, r.reason, r.reopened_on as "reopenedOn", m.name as "reopenedBy",
      (select s.submitted_on from submission s where s.application_id = a.id) as "submittedOn"
    from application_reopening r
    join application a on a.id = r.application_id
    join organisation o on o.id = a.organisation_id
    join mandate g on g.id = r.reopened_by
    join organisation m on m.id = g.organisation_id
    where a.call_id = ${by.callId} and ${withoutInterest(sql`${by.personId}`, sql`a.organisation_id`)} and ${wholeDatabase}
    order by r.reopened_on desc, r.id desc`
}

const Reopenable = z.object({ callId: idColumn, submitted: z.boolean() })

/** Locks a draft of a contract for its reopening; undefined when it is not there, or touches a declared interest. */
export function lockReopenable(
  tx: Tx,
  of: { applicationId: string; contractId: string; personId: string },
): Promise<z.infer<typeof Reopenable> | undefined> {
  return tx.maybe(Reopenable)`
    select a.call_id as "callId", exists (select 1 from submission s where s.application_id = a.id) as submitted
    from application a
    where a.id = ${of.applicationId} and a.contract_id = ${of.contractId} and ${withoutInterest(sql`${of.personId}`, sql`a.organisation_id`)} and ${wholeDatabase}
    for update`
}

/** Answers whether the row is new: the same form sent twice makes one. */
export async function insertReopening(
  tx: Tx,
  row: { id: string; applicationId: string; until: Day; reason: string; reopenedOn: Day; reopenedBy: string },
): Promise<boolean> {
  const count = await tx.run`
    insert into application_reopening (id, application_id, until, reason, reopened_on, reopened_by)
    values (${row.id}, ${row.applicationId}, ${row.until}, ${row.reason}, ${row.reopenedOn}, ${row.reopenedBy})
    on conflict (id) do nothing`
  return count === 1
}
