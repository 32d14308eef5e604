import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { type Scope, visible } from '#access/scope.ts'
import { type AwardState, awardStates } from '#agreement/award-state-store.ts'
import { type ExpectedReport, listExpectedReports, listPendingRequests, type PendingRequest } from '#agreement/follow-up-store.ts'
import { type Application, listApplications } from '#calls/application-store.ts'
import { type Call, listCalls } from '#calls/call-store.ts'
import { isOpenDraft } from '#calls/draft-store.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import { type Day, yearOf } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

const Awaited = z.object({
  applicationId: idColumn,
  title: z.string(),
  label: z.string(),
  dueOn: dayColumn,
  /** The latest statement on the file; null when nobody has looked yet. */
  complete: z.boolean().nullable(),
})
/** A piece asked on a file and not handed in. */
export type AwaitedPiece = z.infer<typeof Awaited>

/** The pieces that the scope's files wait for, the nearest due day first. Once the year of an action is over, its file waits for nothing. */
export function listAwaitedPieces(db: Db, scope: Scope, today: Day): Promise<AwaitedPiece[]> {
  return db.rows(Awaited)`
    select a.id as "applicationId", r.label, r.due_on as "dueOn",
      coalesce((select p.title from action_part p where p.application_id = a.id order by p.position limit 1), '') as title,
      (select k.complete from completeness k where k.application_id = a.id order by k.stated_at desc, k.id desc limit 1) as complete
    from piece_request r
    join application a on a.id = r.application_id
    join call c on c.id = a.call_id
    where c.year >= ${yearOf(today)} and ${visible('a', scope)}
      and not exists (select 1 from piece_answer w where w.piece_request_id = r.id)
      and not exists (select 1 from application_withdrawal x where x.application_id = a.id)
    order by r.due_on, r.asked_on, r.id`
}

const Numberless = z.object({ applicationId: idColumn, title: z.string() })
/** A file sent that asks the State for money, without the number of its own portal. */
export type Numberless = z.infer<typeof Numberless>

/** Of calls for this year or later: what is over, the State decides no more. */
export function listNumberless(db: Db, scope: Scope, today: Day): Promise<Numberless[]> {
  return db.rows(Numberless)`
    select a.id as "applicationId",
      coalesce((select p.title from action_part p where p.application_id = a.id order by p.position limit 1), '') as title
    from application a join submission s on s.application_id = a.id join call c on c.id = a.call_id
    where a.dauphin_number is null and c.year >= ${yearOf(today)} and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
      and exists (select 1 from request r join contract_funder f on f.organisation_id = r.funder_id and f.contract_id = a.contract_id
        where r.application_id = a.id and f.budget_account = '74etat' and r.asked_cents > 0)
    order by s.submitted_on, a.id`
}

const Reopened = z.object({ applicationId: idColumn, until: dayColumn })

/** The reopenings of the scope's files that still run on a day. */
function listRunningReopenings(db: Db, scope: Scope, on: Day): Promise<z.infer<typeof Reopened>[]> {
  return db.rows(Reopened)`
    select a.id as "applicationId", r.until from application_reopening r join application a on a.id = r.application_id
    where r.until >= ${on} and ${visible('a', scope)} order by r.until`
}

export interface OpenDraft extends Application {
  reopenedUntil: Day[]
}

export interface PorteurHome {
  /** How many applications there are, whatever their state. */
  applications: number
  drafts: OpenDraft[]
  pieces: AwaitedPiece[]
  numberless: Numberless[]
  awards: AwardState[]
  pending: PendingRequest[]
  reports: ExpectedReport[]
  calls: Call[]
}

/** What the home of a porteur shows: what its own organisation has to do, and where its money stands. */
export async function loadPorteurHome(db: Db, by: Mandate, of: { contractId: string | undefined; today: Day }): Promise<PorteurHome> {
  const { contractId, today } = of
  const applications = await listApplications(db, by.scope, { organisationId: by.organisationId })
  const reopenings = await listRunningReopenings(db, by.scope, today)
  return {
    applications: applications.length,
    drafts: applications.filter(isOpenDraft).map((draft) => ({
      ...draft,
      reopenedUntil: reopenings.filter(({ applicationId }) => applicationId === draft.id).map(({ until }) => until),
    })),
    pieces: await listAwaitedPieces(db, by.scope, today),
    numberless: await listNumberless(db, by.scope, today),
    awards: await awardStates(db, by.scope, {}, today),
    pending: await listPendingRequests(db, by.scope),
    reports: await listExpectedReports(db, by.scope),
    calls: contractId ? await listCalls(db, contractId) : [],
  }
}
