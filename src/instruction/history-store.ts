import { z } from 'zod'
import { FUNCTIONS } from '#access/permissions.ts'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, dayColumn, instantColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'

export const HISTORY_KINDS = [
  'created',
  'submitted',
  'reopened',
  'withdrawn',
  'stated-complete',
  'stated-incomplete',
  'piece-asked',
  'piece-answered',
  'opinion-asked',
  'opinion-reminded',
  'opinion-withdrawn',
  'opinion-given',
] as const

const HistoryRow = z.object({
  kind: z.enum(HISTORY_KINDS),
  on: dayColumn,
  at: instantColumn.nullable(),
  /** What it was about: a label, a note, an organisation. */
  about: z.string(),
  detail: z.string(),
  /** What an opinion proposes; null elsewhere, and when it proposes none. */
  proposed: centsColumn.nullable(),
  /** Null for the program itself, and for who holds a link. */
  byFunction: z.enum(FUNCTIONS).nullable(),
  byOrganisation: z.string().nullable(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

/** What happened on a file, latest first: each line is a row that somebody wrote, none is deduced. Without opinions for the applicant. */
export function listHistory(db: Db, scope: Scope, applicationId: string): Promise<HistoryRow[]> {
  return db.rows(HistoryRow)`
    with file as (select a.* from application a where a.id = ${applicationId} and ${visible('a', scope)}),
    event as (
      select 'created' as kind, file.created_on as on_day, null::timestamptz as at, '' as about, file.origin as detail, null::bigint as proposed, file.created_by as by from file
      union all
      select 'submitted', s.submitted_on, s.submitted_at, s.number::text, '', null, s.submitted_by from submission s join file on file.id = s.application_id
      union all
      select 'reopened', r.reopened_on, null, r.until::text, r.reason, null, r.reopened_by from application_reopening r join file on file.id = r.application_id
      union all
      select 'withdrawn', w.withdrawn_on, null, '', w.reason, null, w.withdrawn_by from application_withdrawal w join file on file.id = w.application_id
      union all
      select case when k.complete then 'stated-complete' else 'stated-incomplete' end, k.stated_on, k.stated_at, '', k.note, null, k.stated_by
        from completeness k join file on file.id = k.application_id
      union all
      select 'piece-asked', r.asked_on, null, r.label, r.reason, null, r.asked_by from piece_request r join file on file.id = r.application_id
      union all
      select 'piece-answered', w.answered_on, null, r.label, '', null, w.answered_by
        from piece_answer w join piece_request r on r.id = w.piece_request_id join file on file.id = r.application_id
      union all
      ${opinionEvents(scope)}
    )
    select event.kind, event.on_day as on, event.at, event.about, event.detail, event.proposed, m.function as "byFunction",
      coalesce(o.short_name, o.name) as "byOrganisation"
    from event
    left join mandate m on m.id = event.by
    left join organisation o on o.id = m.organisation_id
    order by event.on_day desc, array_position(${LIFE}::text[], event.kind) desc, event.at desc nulls last`
}

/** Within one day, what usually comes last is the latest. */
const LIFE = [
  'created',
  'submitted',
  'reopened',
  'piece-asked',
  'piece-answered',
  'stated-incomplete',
  'stated-complete',
  'opinion-asked',
  'opinion-reminded',
  'opinion-withdrawn',
  'opinion-given',
  'withdrawn',
] satisfies HistoryRow['kind'][]

/** Opinions asked, reminded, taken back and given on the file of the query that holds this: preparatory, none for its applicant. */
function opinionEvents(scope: Scope): Sql {
  return sql`
      select 'opinion-asked', r.asked_on, null, string_agg(distinct coalesce(f.short_name, o.name), ', '), '', null, r.asked_by
        from opinion_request r join file on file.id = r.application_id
        join organisation o on o.id = r.organisation_id
        left join contract_funder f on f.contract_id = file.contract_id and f.organisation_id = o.id
        where ${visibleOpinions(scope)}
        group by r.asked_on, r.asked_by
      union all
      select 'opinion-reminded', m.sent_on, null, string_agg(distinct coalesce(f.short_name, o.name), ', '), '', null, m.sent_by
        from opinion_reminder m join opinion_request r on r.id = m.opinion_request_id join file on file.id = r.application_id
        join organisation o on o.id = r.organisation_id
        left join contract_funder f on f.contract_id = file.contract_id and f.organisation_id = o.id
        where ${visibleOpinions(scope)}
        group by m.sent_on, m.sent_by
      union all
      select 'opinion-withdrawn', r.withdrawn_on, null, coalesce(f.short_name, o.name), r.withdrawal_reason, null, r.withdrawn_by
        from opinion_request r join file on file.id = r.application_id
        join organisation o on o.id = r.organisation_id
        left join contract_funder f on f.contract_id = file.contract_id and f.organisation_id = o.id
        where r.withdrawn_on is not null and ${visibleOpinions(scope)}
      union all
      select 'opinion-given', v.given_on, v.given_at, coalesce(f.short_name, o.name), v.kind, v.proposed_cents, v.given_by
        from opinion v join opinion_request r on r.id = v.opinion_request_id join file on file.id = r.application_id
        join organisation o on o.id = r.organisation_id
        left join contract_funder f on f.contract_id = file.contract_id and f.organisation_id = o.id
        where ${visibleOpinions(scope)}`
}

/** Within a file already found under its scope: its applicant reads none. */
function visibleOpinions(scope: Scope): Sql {
  return sql`${scope.function !== 'porteur'}::boolean`
}
