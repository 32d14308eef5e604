import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

const YearAwards = z.object({
  decided: countColumn,
  notified: countColumn,
  granted: countColumn,
  paid: countColumn,
  awaitingAct: countColumn,
})
/** Awards of a year: decided by an act, notified, above zero, begun to be paid; and retained lines without an act yet. */
export type YearAwards = z.infer<typeof YearAwards>

export function countYearAwards(db: Db, scope: Scope, by: { contractId: string; year: number }): Promise<YearAwards> {
  return db.one(YearAwards)`
    with known as (
      select w.id, w.paid_cents, (select sum(d.amount_cents) from decision d where d.award_id = w.id) as cents,
        exists (select 1 from notification n where n.award_id = w.id offset 0) as notified
      from award w join action t on t.id = w.action_id
      where w.envelope_id = any(array(select id from envelope where contract_id = ${by.contractId})) and w.year = ${by.year} and ${visible('t', scope)})
    select count(*) filter (where cents is not null) as decided, count(*) filter (where cents is not null and notified) as notified,
      count(*) filter (where cents > 0) as granted, count(*) filter (where cents > 0 and paid_cents > 0) as paid,
      (select count(*) from (
        select distinct r.part_id, r.envelope_id from retention r join action_part p on p.id = r.part_id
        where r.part_id = any(array(
            select own.id from action_part own join application a on a.id = own.application_id
            where own.contract_id = ${by.contractId} and own.year = ${by.year} and ${visible('a', scope)}
              and not exists (select 1 from application_withdrawal x where x.application_id = a.id)))
          and not exists (select 1 from award w join decision d on d.award_id = w.id and d.act_id is not null
            where w.action_id = p.action_id and w.year = p.year and w.envelope_id = r.envelope_id)) waiting) as "awaitingAct"
    from known`
}

const Meeting = z.object({
  id: idColumn,
  title: z.string(),
  bodyName: z.string(),
  kind: z.enum(['copil', 'cotech', 'funders-committee', 'local', 'thematic']),
  heldOn: dayColumn,
  startsAt: z.string(),
  place: z.string(),
  closed: z.boolean(),
  files: countColumn,
})
export type HomeMeeting = z.infer<typeof Meeting>

/** The meetings of a contract from a day on, and those before it that were never closed; with the files that the scope sees on each agenda. */
export function listHomeMeetings(db: Db, scope: Scope, by: { contractId: string; year: number; today: Day }): Promise<HomeMeeting[]> {
  return db.rows(Meeting)`
    select m.id, m.title, b.name as "bodyName", b.kind, m.held_on as "heldOn", m.starts_at as "startsAt", m.place,
      k.meeting_id is not null as closed,
      (select count(*) from meeting_item i join action_part p on p.id = i.part_id join application a on a.id = p.application_id
        where i.meeting_id = m.id and ${visible('a', scope)}) as files
    from meeting m join body b on b.id = m.body_id left join meeting_closing k on k.meeting_id = m.id
    where b.contract_id = ${by.contractId}
      and (m.held_on >= ${by.today} or k.meeting_id is null or extract(year from m.held_on) = ${by.year}::int)
    order by m.held_on, m.starts_at, m.id`
}

/** Files in, asking the State for money, without a Dauphin number: the State cannot notify them. */
export async function countWithoutDauphinNumber(db: Db, scope: Scope, callId: string): Promise<number> {
  const { count } = await db.one(z.object({ count: countColumn }))`
    select count(*) as count from application a join submission s on s.application_id = a.id
    where a.call_id = ${callId} and a.dauphin_number is null and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
      and exists (select 1 from request r join contract_funder f on f.organisation_id = r.funder_id and f.contract_id = a.contract_id
        where r.application_id = a.id and f.budget_account = '74etat' and r.asked_cents > 0)`
  return count
}

/** Claims of mandates that nobody has decided, and the oldest day of them. */
export function countWaitingClaims(db: Db): Promise<{ count: number; oldest: Day | null }> {
  return db.one(z.object({ count: countColumn, oldest: dayColumn.nullable() }))`
    select count(*) as count, min(c.claimed_on) as oldest from mandate_claim c
    where not exists (select 1 from mandate_claim_decision d where d.claim_id = c.id)`
}
