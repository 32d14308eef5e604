import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { OPINION_KINDS } from './opinion-kinds.ts'
import { ORIGIN_COLUMNS, originColumns } from './opinion-origin-store.ts'
import { isAwaited } from './opinion-state.ts'

const OpinionRow = z.object({
  requestId: idColumn,
  partId: idColumn,
  applicationId: idColumn,
  organisationId: idColumn,
  organisationName: z.string(),
  askedOn: dayColumn,
  dueOn: dayColumn,
  opinionId: idColumn.nullable(),
  kind: z.enum(OPINION_KINDS).nullable(),
  reason: z.string().nullable(),
  proposed: centsColumn.nullable(),
  givenOn: dayColumn.nullable(),
  /** How many opinions this organisation gave: more than one when it changed its mind. */
  given: countColumn,
  /** An act has decided the file. */
  decided: z.boolean(),
  ...ORIGIN_COLUMNS,
})
/** An opinion asked of an organisation on a part, with the latest one it gave; null when it is missing. */
export type OpinionRow = z.infer<typeof OpinionRow>

/** Every opinion asked on these parts, with the latest given, in the order of the funders. Preparatory: an applicant sees none. */
export function listOpinions(db: Db, scope: Scope, partIds: readonly string[]): Promise<OpinionRow[]> {
  return db.rows(
    OpinionRow,
  )`${opinionRows(sql`${visible('a', scope)} and ${scope.function !== 'porteur'}::boolean and r.part_id = any(${partIds}::uuid[])`)}`
}

/** The opinions given on these parts, one an organisation: the latest (PRJ-06). */
export async function latestOpinions(db: Db, scope: Scope, partIds: readonly string[]): Promise<OpinionRow[]> {
  return (await listOpinions(db, scope, partIds)).filter(({ kind }) => kind !== null)
}

/** The opinions still awaited on these parts, for a committee that may not close without them or a reason (GOV-09). */
export async function missingOpinions(db: Db, partIds: readonly string[]): Promise<OpinionRow[]> {
  const rows = await db.rows(OpinionRow)`${opinionRows(sql`${wholeDatabase} and r.part_id = any(${partIds}::uuid[])`)}`
  return rows.filter(isAwaited)
}

/** The condition given carries the scope. */
function opinionRows(condition: Sql): Sql {
  return sql`
    select r.id as "requestId", r.part_id as "partId", r.application_id as "applicationId", r.organisation_id as "organisationId",
      coalesce(f.short_name, o.name) as "organisationName", r.asked_on as "askedOn", r.due_on as "dueOn", latest.id as "opinionId",
      latest.kind, latest.reason, latest.proposed_cents as proposed, latest.given_on as "givenOn", coalesce(latest.given, 0)::int as given,
      exists (select 1 from application_decided d where d.application_id = a.id) as decided, ${originColumns('latest')}
    from opinion_request r
    join application a on a.id = r.application_id
    join organisation o on o.id = r.organisation_id
    left join contract_funder f on f.contract_id = a.contract_id and f.organisation_id = r.organisation_id
    left join lateral (
      select v.*, count(*) over () as given from opinion v where v.opinion_request_id = r.id order by v.given_at desc limit 1
    ) latest on true
    where ${wholeDatabase} and r.withdrawn_on is null and ${condition}
    order by f.position nulls last, o.name collate "und-x-icu", r.id`
}

const PastOpinion = z.object({
  requestId: idColumn,
  kind: z.enum(OPINION_KINDS),
  reason: z.string(),
  proposed: centsColumn.nullable(),
  givenOn: dayColumn,
  dueOn: dayColumn,
  ...ORIGIN_COLUMNS,
})
export type PastOpinion = z.infer<typeof PastOpinion>

/** The opinions of a file that a later one replaced, latest first: the history of changes (PRJ-06). */
export function listReplacedOpinions(db: Db, scope: Scope, applicationId: string): Promise<PastOpinion[]> {
  return db.rows(PastOpinion)`
    select v.opinion_request_id as "requestId", v.kind, v.reason, v.proposed_cents as proposed, v.given_on as "givenOn",
      r.due_on as "dueOn", ${originColumns('v')}
    from opinion v
    join opinion_request r on r.id = v.opinion_request_id
    join application a on a.id = r.application_id
    where a.id = ${applicationId} and ${visible('a', scope)} and ${scope.function !== 'porteur'}::boolean
      and exists (select 1 from opinion later where later.opinion_request_id = r.id and later.given_at > v.given_at)
    order by v.given_at desc`
}

/** Whether an organisation holds an envelope of a contract for a year: it may then propose money without being asked for some. */
export async function holdsEnvelope(db: Db, of: { organisationId: string; contractId: string; year: number }): Promise<boolean> {
  const found = await db.maybe(z.object({ held: z.boolean() }))`
    select true as held from envelope
    where funder_id = ${of.organisationId} and contract_id = ${of.contractId} and year = ${of.year} limit 1`
  return found !== undefined
}
