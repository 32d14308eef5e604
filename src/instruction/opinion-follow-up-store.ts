import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Sql, sql } from '#platform/sql.ts'

const AwaitedAsk = z.object({
  requestId: idColumn,
  contractId: idColumn,
  applicationId: idColumn,
  actionId: idColumn,
  partId: idColumn,
  /** Who owes the opinion. */
  askedId: idColumn,
  askedName: z.string(),
  number: z.number().nullable(),
  title: z.string(),
  /** Who asks for the subsidy. */
  organisationId: idColumn,
  organisationName: z.string(),
  askedOn: dayColumn,
  dueOn: dayColumn,
  remindedOn: dayColumn.nullable(),
  reminders: countColumn,
})
/** An opinion that somebody still waits for: not given, not taken back, on a file neither taken back, examined nor decided. */
export type AwaitedAsk = z.infer<typeof AwaitedAsk>

function awaitedWhere(condition: Sql): Sql {
  return sql`
    select r.id as "requestId", a.contract_id as "contractId", a.id as "applicationId", p.action_id as "actionId", p.id as "partId",
      r.organisation_id as "askedId", coalesce(f.short_name, asked.name) as "askedName", s.number, p.title, a.organisation_id as "organisationId",
      o.name as "organisationName", r.asked_on as "askedOn", r.due_on as "dueOn", told.last as "remindedOn", coalesce(told.times, 0) as reminders
    from opinion_request r
    join application a on a.id = r.application_id
    join action_part p on p.id = r.part_id
    join organisation o on o.id = a.organisation_id
    join organisation asked on asked.id = r.organisation_id
    left join contract_funder f on f.contract_id = a.contract_id and f.organisation_id = r.organisation_id
    left join submission s on s.application_id = a.id
    left join lateral (select max(sent_on) as last, count(*) as times from opinion_reminder m where m.opinion_request_id = r.id) told on true
    where ${wholeDatabase} and r.withdrawn_on is null and ${condition}
      and not exists (select 1 from opinion v where v.opinion_request_id = r.id)
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
      and not exists (select 1 from application_decided d where d.application_id = a.id)
      and not exists (select 1 from part_examined x where x.part_id = p.id)
    order by f.position nulls last, asked.name collate "und-x-icu", r.due_on, s.number nulls last, p.position, r.id`
}

/** What is awaited on a contract, of the files that the scope sees, partner by partner. */
export function listAwaited(db: Db, scope: Scope, contractId: string): Promise<AwaitedAsk[]> {
  return db.rows(AwaitedAsk)`${awaitedWhere(sql`a.contract_id = ${contractId} and ${visible('a', scope)}`)}`
}

/** Everything that is awaited, for the job that reminds. */
export function listAllAwaited(db: Db): Promise<AwaitedAsk[]> {
  return db.rows(AwaitedAsk)`${awaitedWhere(wholeDatabase)}`
}

/** Once a day for one ask: of these, those that were not reminded today. */
export async function insertReminders(tx: Tx, of: { requestIds: readonly string[]; on: Day; by: string | null }): Promise<Set<string>> {
  const sent = new Set<string>()
  for (const requestId of [...of.requestIds].sort()) {
    const made = await tx.run`
      insert into opinion_reminder (id, opinion_request_id, sent_on, sent_by) values (${newId()}, ${requestId}, ${of.on}, ${of.by})
      on conflict (opinion_request_id, sent_on) do nothing`
    if (made > 0) sent.add(requestId)
  }
  return sent
}

const LiveLink = z.object({
  id: idColumn,
  contractId: idColumn,
  organisationId: idColumn,
  email: z.string(),
  requestIds: z.array(idColumn),
  /** The organisations of which the person of this address may examine nothing. */
  interests: z.array(idColumn),
})

/** The links that still open some of these asks, one an organisation and an address: the latest. */
export function listLiveLinks(db: Db, of: { requestIds: readonly string[]; on: Day }): Promise<z.infer<typeof LiveLink>[]> {
  return db.rows(LiveLink)`
    select distinct on (l.contract_id, l.organisation_id, l.email) l.id, l.contract_id as "contractId", l.organisation_id as "organisationId", l.email,
      (select json_agg(listed.opinion_request_id) from opinion_link_request listed
        where listed.link_id = l.id and listed.opinion_request_id = any(${of.requestIds}::uuid[]) and ${wholeDatabase}) as "requestIds",
      (select coalesce(json_agg(i.organisation_id), '[]') from person n join declared_interest i on i.person_id = n.id and i.ended_on is null
        where n.email = l.email) as interests
    from opinion_link l
    where l.revoked_on is null and l.expires_on >= ${of.on} and exists (select 1 from opinion_link_request listed
      where listed.link_id = l.id and listed.opinion_request_id = any(${of.requestIds}::uuid[]) and ${wholeDatabase})
    order by l.contract_id, l.organisation_id, l.email, l.sent_on desc, l.id desc`
}

const Ask = z.object({
  requestId: idColumn,
  applicationId: idColumn,
  actionId: idColumn,
  askedId: idColumn,
  contractId: idColumn,
  askedOn: dayColumn,
  number: z.number().nullable(),
  title: z.string(),
  organisationId: idColumn,
  organisationName: z.string(),
  given: z.boolean(),
  withdrawn: z.boolean(),
})
export type Ask = z.infer<typeof Ask>

/** One ask of a file that the scope sees, held until the end of the act. */
export function lockAsk(tx: Tx, scope: Scope, requestId: string): Promise<Ask | undefined> {
  return tx.maybe(Ask)`
    select r.id as "requestId", a.id as "applicationId", p.action_id as "actionId", r.organisation_id as "askedId", a.contract_id as "contractId",
      r.asked_on as "askedOn", s.number, p.title, a.organisation_id as "organisationId", o.name as "organisationName",
      exists (select 1 from opinion v where v.opinion_request_id = r.id) as given, r.withdrawn_on is not null as withdrawn
    from opinion_request r
    join application a on a.id = r.application_id
    join action_part p on p.id = r.part_id
    join organisation o on o.id = a.organisation_id
    left join submission s on s.application_id = a.id
    where r.id = ${requestId} and ${visible('a', scope)}
    for update of r`
}

export function updateWithdrawn(
  tx: Tx,
  of: { requestId: string; applicationId: string; on: Day; by: string; reason: string },
): Promise<number> {
  return tx.run`
    update opinion_request set withdrawn_on = ${of.on}, withdrawn_by = ${of.by}, withdrawal_reason = ${of.reason}
    where id = ${of.requestId} and application_id = ${of.applicationId}`
}

/** Who was let read only to give this opinion reads no more, unless another ask, or another reason, lets it. */
export async function endReading(tx: Tx, of: { applicationId: string; actionId: string; organisationId: string }): Promise<void> {
  await tx.run`
    delete from reading_right where organisation_id = ${of.organisationId} and reason = 'avis demandé'
      and subject_id in (${of.applicationId}::uuid, ${of.actionId}::uuid) and ${wholeDatabase}
      and not exists (select 1 from opinion_request r join action_part p on p.id = r.part_id
        where r.organisation_id = ${of.organisationId} and r.withdrawn_on is null
          and ((subject_id = ${of.applicationId}::uuid and r.application_id = subject_id) or (subject_id = ${of.actionId}::uuid and p.action_id = subject_id)))`
}
