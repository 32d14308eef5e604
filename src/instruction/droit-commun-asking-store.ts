import { z } from 'zod'
import { type Scope, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Cents } from '#platform/money.ts'
import { LINE_KINDS } from '#resources/droit-commun-line.ts'
import { TRY_OUTCOMES, type TryOutcome } from './droit-commun-route.ts'
import { visibleToOfficers } from './droit-commun-try-store.ts'

export interface NewTry {
  partId: string
  applicationId: string
  lineId: string
}

const Made = z.object({ partId: idColumn, lineId: idColumn })

/** Asks each line once: answers those that were not asked before. */
export function insertTries(tx: Tx, tries: readonly NewTry[], asked: { on: Day; dueOn: Day; by: string }): Promise<z.infer<typeof Made>[]> {
  return tx.rows(Made)`
    insert into droit_commun_try (id, part_id, application_id, line_id, asked_on, due_on, asked_by)
    select one.id, one.part_id, one.application_id, one.line_id, ${asked.on}::date, ${asked.dueOn}::date, ${asked.by}::uuid
    from unnest(${tries.map(() => newId())}::uuid[], ${tries.map(({ partId }) => partId)}::uuid[],
      ${tries.map(({ applicationId }) => applicationId)}::uuid[], ${tries.map(({ lineId }) => lineId)}::uuid[])
      as one (id, part_id, application_id, line_id)
    on conflict (part_id, line_id) do nothing
    returning part_id as "partId", line_id as "lineId"`
}

/** The owner of a line that is tried reads the file and its action. */
export async function grantOwners(tx: Tx, subjects: readonly { subjectId: string; organisationId: string }[]): Promise<void> {
  await tx.run`
    insert into reading_right (subject_id, organisation_id, reason)
    select distinct one.subject_id, one.organisation_id, 'droit commun sollicité'
    from unnest(${subjects.map(({ subjectId }) => subjectId)}::uuid[], ${subjects.map(({ organisationId }) => organisationId)}::uuid[])
      as one (subject_id, organisation_id)
    on conflict (subject_id, organisation_id) do nothing`
}

const MyTry = z.object({
  id: idColumn,
  applicationId: idColumn,
  partId: idColumn,
  number: z.number().nullable(),
  year: z.number(),
  title: z.string(),
  organisationName: z.string(),
  lineName: z.string(),
  lineKind: z.enum(LINE_KINDS),
  asked: centsColumn,
  askedOn: dayColumn,
  dueOn: dayColumn,
  outcome: z.enum(TRY_OUTCOMES).nullable(),
  amount: centsColumn.nullable(),
  means: z.string(),
  reason: z.string(),
  answeredOn: dayColumn.nullable(),
})
/** A line of one's own organisation, tried on a part. */
export type MyTry = z.infer<typeof MyTry>

/** What is asked of the lines of the mandate's organisation, the nearest due day first. Files taken back or decided await nothing. */
export function listMyTries(db: Db, scope: Scope, contractId: string): Promise<MyTry[]> {
  return db.rows(MyTry)`
    select t.id, a.id as "applicationId", p.id as "partId", s.number, p.year, p.title, o.name as "organisationName", l.name as "lineName",
      l.kind as "lineKind", coalesce((select sum(r.asked_cents) from request r where r.part_id = p.id), 0) as asked, t.asked_on as "askedOn",
      t.due_on as "dueOn", latest.outcome, latest.amount_cents as amount, coalesce(latest.means, '') as means,
      coalesce(latest.reason, '') as reason, latest.answered_on as "answeredOn"
    from droit_commun_try t
    join droit_commun_line l on l.id = t.line_id
    join application a on a.id = t.application_id
    join action_part p on p.id = t.part_id
    join organisation o on o.id = a.organisation_id
    left join submission s on s.application_id = a.id
    left join lateral (
      select w.* from droit_commun_answer w where w.try_id = t.id order by w.answered_at desc, w.id desc limit 1
    ) latest on true
    where l.owner_id = ${scope.organisationId} and a.contract_id = ${contractId} and ${visibleToOfficers('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
      and (latest.outcome is not null or not exists (select 1 from application_decided d where d.application_id = a.id))
    order by t.due_on, s.number nulls last, p.position, l.name collate "und-x-icu", t.id`
}

const LockedTry = z.object({ id: idColumn, partId: idColumn, applicationId: idColumn, answers: z.array(idColumn) })
export type LockedTry = z.infer<typeof LockedTry>

/** The tries of one's own lines, held until the end of the act in the order of their ids: two answers queue up here. */
export async function lockMyTries(tx: Tx, scope: Scope, tryIds: readonly string[]): Promise<LockedTry[]> {
  await tx.run`select 1 from droit_commun_try where id = any(${tryIds}::uuid[]) and ${wholeDatabase} order by id for update`
  return tx.rows(LockedTry)`
    select t.id, t.part_id as "partId", t.application_id as "applicationId",
      (select coalesce(json_agg(w.id), '[]') from droit_commun_answer w where w.try_id = t.id) as answers
    from droit_commun_try t join droit_commun_line l on l.id = t.line_id join application a on a.id = t.application_id
    where t.id = any(${tryIds}::uuid[]) and l.owner_id = ${scope.organisationId} and ${visibleToOfficers('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)`
}

export interface NewTryAnswer {
  id: string
  tryId: string
  outcome: TryOutcome
  amount: Cents | null
  means: string
  reason: string
}

/** Always later than the one before, even within one tick of the clock. Answers 0 when the id is another row's. */
export function insertTryAnswer(tx: Tx, answer: NewTryAnswer, given: { on: Day; by: string }): Promise<number> {
  return tx.run`
    insert into droit_commun_answer (id, try_id, outcome, amount_cents, means, reason, answered_on, answered_at, answered_by)
    select ${answer.id}::uuid, ${answer.tryId}::uuid, ${answer.outcome}, ${answer.amount}::bigint, ${answer.means}, ${answer.reason},
      ${given.on}::date, greatest(clock_timestamp(), max(w.answered_at) + interval '1 millisecond'), ${given.by}::uuid
    from droit_commun_answer w where w.try_id = ${answer.tryId}::uuid
    on conflict (id) do nothing`
}

const Count = z.object({
  ownerId: idColumn,
  ownerName: z.string(),
  dueOn: dayColumn,
  outcome: z.enum(TRY_OUTCOMES).nullable(),
  answeredOn: dayColumn.nullable(),
})
/** One line asked on one part: its latest answer, and the day of its first, which says whether it came in time. */
export type CountedTry = z.infer<typeof Count>

/** Every line asked in a year of a contract, for the count by partner. Names no file: every officer of the contract reads it whole. */
export function listCountedTries(db: Db, of: { contractId: string; year: number }): Promise<CountedTry[]> {
  return db.rows(Count)`
    select l.owner_id as "ownerId", coalesce(f.short_name, o.name) as "ownerName", t.due_on as "dueOn",
      (select w.outcome from droit_commun_answer w where w.try_id = t.id order by w.answered_at desc, w.id desc limit 1) as outcome,
      (select min(w.answered_on) from droit_commun_answer w where w.try_id = t.id) as "answeredOn"
    from droit_commun_try t
    join droit_commun_line l on l.id = t.line_id
    join organisation o on o.id = l.owner_id
    join action_part p on p.id = t.part_id
    left join contract_funder f on f.contract_id = p.contract_id and f.organisation_id = l.owner_id
    where p.contract_id = ${of.contractId} and p.year = ${of.year} and ${wholeDatabase}
      and not exists (select 1 from application_withdrawal w where w.application_id = t.application_id)
    order by f.position nulls last, o.name collate "und-x-icu", o.id`
}

/** Answers 0 when the part already has one. */
export function insertOverride(
  tx: Tx,
  granted: { id: string; partId: string; applicationId: string; reason: string; on: Day; by: string },
): Promise<number> {
  return tx.run`
    insert into droit_commun_override (id, part_id, application_id, reason, granted_on, granted_by)
    values (${granted.id}, ${granted.partId}, ${granted.applicationId}, ${granted.reason}, ${granted.on}, ${granted.by})
    on conflict do nothing`
}

/** The file of a part that the caller holds. */
export async function applicationOf(tx: Tx, partId: string): Promise<string> {
  const { id } = await tx.one(z.object({ id: idColumn }))`
    select p.application_id as id from action_part p where p.id = ${partId} and ${wholeDatabase}`
  return id
}
