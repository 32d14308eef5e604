import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export const BODY_KINDS = ['copil', 'cotech', 'funders-committee', 'local', 'thematic'] as const

const Body = z.object({ id: idColumn, name: z.string(), kind: z.enum(BODY_KINDS) })
export type Body = z.infer<typeof Body>

/** The bodies of a contract, by name. */
export function listBodies(db: Db, contractId: string): Promise<Body[]> {
  return db.rows(Body)`select id, name, kind from body where contract_id = ${contractId} order by name collate "und-x-icu"`
}

const Meeting = z.object({
  id: idColumn,
  bodyName: z.string(),
  title: z.string(),
  heldOn: dayColumn,
  /** « 09:30 » */
  startsAt: z.string(),
  place: z.string(),
  closedOn: dayColumn.nullable(),
  closingReason: z.string().nullable(),
})
export type Meeting = z.infer<typeof Meeting>

const MEETINGS = sql`
  select m.id, b.name as "bodyName", m.title, m.held_on as "heldOn", m.starts_at as "startsAt", m.place,
    c.closed_on as "closedOn", c.reason as "closingReason"
  from meeting m
  join body b on b.id = m.body_id
  left join meeting_closing c on c.meeting_id = m.id`

/** The meetings of a contract, the latest first. */
export function listMeetings(db: Db, contractId: string): Promise<Meeting[]> {
  return db.rows(Meeting)`${MEETINGS} where b.contract_id = ${contractId} order by m.held_on desc, m.starts_at desc, m.id`
}

/** A meeting of this contract; absent when it is another's. */
export function findMeeting(db: Db, by: { contractId: string; id: string }): Promise<Meeting | undefined> {
  return db.maybe(Meeting)`${MEETINGS} where m.id = ${by.id} and b.contract_id = ${by.contractId}`
}

/** Holds a meeting until the end of the act: its agenda and its closing queue up here. */
export async function lockMeeting(tx: Tx, by: { contractId: string; id: string }): Promise<Meeting | undefined> {
  await tx.run`select id from meeting where id = ${by.id} for update`
  return findMeeting(tx, by)
}

export interface NewMeeting {
  id: string
  bodyId: string
  title: string
  heldOn: Day
  startsAt: string
  place: string
}

/** Answers 0 when the id is already a meeting's: the form was sent twice. */
export function insertMeeting(tx: Tx, meeting: NewMeeting): Promise<number> {
  return tx.run`
    insert into meeting (id, body_id, title, held_on, starts_at, place)
    values (${meeting.id}, ${meeting.bodyId}, ${meeting.title}, ${meeting.heldOn}, ${meeting.startsAt}, ${meeting.place})
    on conflict (id) do nothing`
}

export function insertClosing(tx: Tx, closing: { meetingId: string; closedOn: Day; closedBy: string; reason: string }): Promise<number> {
  return tx.run`
    insert into meeting_closing (meeting_id, closed_on, closed_by, reason)
    values (${closing.meetingId}, ${closing.closedOn}, ${closing.closedBy}, ${closing.reason})`
}
