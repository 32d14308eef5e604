import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { countColumn, idColumn } from '#platform/columns.ts'
import type { Db, Tx } from '#platform/db.ts'

const AgendaItem = z.object({
  partId: idColumn,
  applicationId: idColumn,
  year: z.number(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  withdrawn: z.boolean(),
  /** Its place on the whole agenda, from 1, whatever part of it one sees. */
  rank: countColumn,
  /** Files of the whole agenda. */
  count: countColumn,
})
/** A file on the agenda of a meeting. */
export type AgendaItem = z.infer<typeof AgendaItem>

/** The agenda of a meeting in its order, as far as the scope sees. */
export function listAgenda(db: Db, scope: Scope, meetingId: string): Promise<AgendaItem[]> {
  return db.rows(AgendaItem)`
    with whole as (
      select i.part_id, row_number() over (order by i.position, s.number, i.part_id) as rank, count(*) over () as count
      from meeting_item i
      join action_part p on p.id = i.part_id
      join submission s on s.application_id = p.application_id
      where ${wholeDatabase} and i.meeting_id = ${meetingId})
    select p.id as "partId", a.id as "applicationId", p.year, s.number, p.title, o.name as "organisationName",
      exists (select 1 from application_withdrawal w where w.application_id = a.id) as withdrawn, whole.rank, whole.count
    from whole
    join action_part p on p.id = whole.part_id
    join application a on a.id = p.application_id
    join submission s on s.application_id = a.id
    join organisation o on o.id = a.organisation_id
    where ${visible('a', scope)}
    order by whole.rank`
}

const Candidate = z.object({
  partId: idColumn,
  year: z.number(),
  number: z.number(),
  title: z.string(),
  organisationName: z.string(),
  /** The latest statement; null when nobody has looked yet. */
  complete: z.boolean().nullable(),
  position: z.number().nullable(),
  /** This meeting retained something for it: it stays on the agenda. */
  retained: z.boolean(),
  /** Another meeting has it on its agenda. */
  elsewhere: z.boolean(),
  opinionsAsked: countColumn,
  opinionsGiven: countColumn,
})
/** A file that a meeting may examine, and its place on the agenda if it has one. */
export type Candidate = z.infer<typeof Candidate>

/** The submitted files of a year, those of the agenda first in their order. */
export function listCandidates(db: Db, scope: Scope, by: { contractId: string; year: number; meetingId: string }): Promise<Candidate[]> {
  return db.rows(Candidate)`
    select p.id as "partId", p.year, s.number, p.title, o.name as "organisationName", i.position,
      (select k.complete from completeness k where k.application_id = a.id order by k.stated_at desc, k.id desc limit 1) as complete,
      exists (select 1 from retention n where n.part_id = p.id and n.meeting_id = ${by.meetingId}) as retained,
      exists (select 1 from meeting_item e where e.part_id = p.id and e.meeting_id <> ${by.meetingId}) as elsewhere,
      (select count(*) from opinion_request q where q.part_id = p.id and q.withdrawn_on is null) as "opinionsAsked",
      (select count(*) from opinion_request q where q.part_id = p.id
        and exists (select 1 from opinion v where v.opinion_request_id = q.id)) as "opinionsGiven"
    from action_part p
    join application a on a.id = p.application_id
    join submission s on s.application_id = a.id
    join organisation o on o.id = a.organisation_id
    left join meeting_item i on i.part_id = p.id and i.meeting_id = ${by.meetingId}
    where p.contract_id = ${by.contractId} and p.year = ${by.year} and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    order by i.position nulls last, s.number, p.position`
}

const AgendaCount = z.object({ meetingId: idColumn, files: countColumn })

/** How many files each meeting of a contract examines: counts name nobody. */
export async function countAgendas(db: Db, contractId: string): Promise<Map<string, number>> {
  const rows = await db.rows(AgendaCount)`
    select i.meeting_id as "meetingId", count(*) as files
    from meeting_item i join action_part p on p.id = i.part_id
    where ${wholeDatabase} and p.contract_id = ${contractId} group by i.meeting_id`
  return new Map(rows.map(({ meetingId, files }) => [meetingId, files]))
}

/** The year of the files of a meeting: one meeting settles one year. Undefined while the agenda is empty. */
export async function findAgendaYear(db: Db, meetingId: string): Promise<number | undefined> {
  const found = await db.maybe(z.object({ year: z.number() }))`
    select p.year from meeting_item i join action_part p on p.id = i.part_id
    where ${wholeDatabase} and i.meeting_id = ${meetingId} order by i.position limit 1`
  return found?.year
}

const LockedItem = z.object({ partId: idColumn, withdrawn: z.boolean(), retained: z.boolean() })

/** Every file of the agenda, seen or not by who acts, held: an amount being retained is waited for. */
export async function lockAgenda(tx: Tx, meetingId: string): Promise<z.infer<typeof LockedItem>[]> {
  await tx.run`select 1 from meeting_item where ${wholeDatabase} and meeting_id = ${meetingId} order by part_id for update`
  return tx.rows(LockedItem)`
    select i.part_id as "partId",
      exists (select 1 from application_withdrawal w where w.application_id = p.application_id) as withdrawn,
      exists (select 1 from retention n where n.part_id = i.part_id and n.meeting_id = i.meeting_id) as retained
    from meeting_item i join action_part p on p.id = i.part_id
    where ${wholeDatabase} and i.meeting_id = ${meetingId} order by i.position, i.part_id`
}

/** Writes the agenda in this order; what is not in it leaves it. */
export async function saveAgenda(tx: Tx, meetingId: string, partIds: readonly string[]): Promise<void> {
  await tx.run`delete from meeting_item where ${wholeDatabase} and meeting_id = ${meetingId} and part_id <> all(${partIds}::uuid[])`
  await tx.run`
    insert into meeting_item (meeting_id, part_id, position)
    select ${meetingId}::uuid, wanted.id, wanted.rank from unnest(${partIds}::uuid[]) with ordinality as wanted (id, rank)
    on conflict (meeting_id, part_id) do update set position = excluded.position`
}
