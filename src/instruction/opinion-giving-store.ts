import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'
import { OPINION_KINDS, type OpinionKind } from './opinion-kinds.ts'

const LockedRequest = z.object({
  id: idColumn,
  partId: idColumn,
  applicationId: idColumn,
  contractId: idColumn,
  asked: centsColumn.nullable(),
  hasMoney: z.boolean(),
  askWithdrawn: z.boolean(),
  /** A committee closed over the file, or an act decided it. */
  past: z.boolean(),
})
export type LockedRequest = z.infer<typeof LockedRequest>

/**
 * The asks made to an organisation, held until the end of the act in the order of their ids: two people who answer the same ones
 * queue up here. Those of another organisation are absent, as are those of a file out of sight or taken back.
 */
export function lockOpinionRequests(
  tx: Tx,
  scope: Scope,
  of: { organisationId: string; requestIds: readonly string[] },
): Promise<LockedRequest[]> {
  return tx.rows(LockedRequest)`
    select r.id, r.part_id as "partId", a.id as "applicationId", a.contract_id as "contractId", q.asked_cents as asked,
      r.withdrawn_on is not null as "askWithdrawn", (coalesce(q.asked_cents, 0) > 0 or exists (
        select 1 from envelope e where e.contract_id = a.contract_id and e.funder_id = r.organisation_id and e.year = p.year)) as "hasMoney",
      (exists (select 1 from part_examined x where x.part_id = p.id)
        or exists (select 1 from application_decided d where d.application_id = a.id)) as past
    from opinion_request r
    join application a on a.id = r.application_id
    join action_part p on p.id = r.part_id
    left join request q on q.part_id = r.part_id and q.funder_id = r.organisation_id
    where r.id = any(${of.requestIds}::uuid[]) and r.organisation_id = ${of.organisationId} and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    order by r.id
    for update of r`
}

const Given = z.object({
  id: idColumn,
  requestId: idColumn,
  kind: z.enum(OPINION_KINDS),
  givenBy: idColumn.nullable(),
  linkId: idColumn.nullable(),
  /** Who gave it: the person of the mandate, or the name typed on the page of a link. */
  personName: z.string(),
})
export type Given = z.infer<typeof Given>

/** What was given on asks, latest first; the caller has found them under its scope. */
export function listGiven(tx: Tx, scope: Scope, requestIds: readonly string[]): Promise<Given[]> {
  return tx.rows(Given)`
    select v.id, v.opinion_request_id as "requestId", v.kind, v.given_by as "givenBy", v.link_id as "linkId",
      coalesce(n.name, v.signer_name, '') as "personName"
    from opinion v
    join opinion_request r on r.id = v.opinion_request_id
    join application a on a.id = r.application_id
    left join mandate m on m.id = v.given_by
    left join person n on n.id = m.person_id
    where r.id = any(${requestIds}::uuid[]) and ${visible('a', scope)}
    order by v.given_at desc`
}

export interface NewOpinion {
  id: string
  requestId: string
  kind: OpinionKind
  reason: string
  proposed: Cents | undefined
  givenOn: Day
  afterCommittee: boolean
  givenBy: string | null
  linkId: string | null
  signerName: string | null
  signerFunction: string | null
  emailId: string | null
}

/** Always later than the one before, even when both come within one tick of the clock. Answers 0 when the id is another row's. */
export function insertOpinion(tx: Tx, opinion: NewOpinion): Promise<number> {
  return tx.run`
    insert into opinion (id, opinion_request_id, kind, reason, proposed_cents, given_on, given_at, given_by, link_id, signer_name,
      signer_function, email_id, after_committee)
    select ${opinion.id}::uuid, ${opinion.requestId}::uuid, ${opinion.kind}, ${opinion.reason}, ${opinion.proposed ?? null}::bigint, ${opinion.givenOn}::date,
      greatest(clock_timestamp(), max(v.given_at) + interval '1 millisecond'), ${opinion.givenBy}::uuid, ${opinion.linkId}::uuid,
      ${opinion.signerName}, ${opinion.signerFunction}, ${opinion.emailId}::uuid, ${opinion.afterCommittee}::boolean
    from opinion v where v.opinion_request_id = ${opinion.requestId}::uuid
    on conflict (id) do nothing`
}

/** Called by the closing of a committee: from now on an opinion on these parts comes after it. */
export async function markExamined(tx: Tx, partIds: readonly string[], on: Day): Promise<void> {
  await tx.run`
    insert into part_examined (part_id, examined_on) select id, ${on}::date from unnest(${partIds}::uuid[]) as id
    on conflict (part_id) do nothing`
}
