import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { OPINION_KINDS } from './opinion-kinds.ts'

const MyOpinion = z.object({
  requestId: idColumn,
  applicationId: idColumn,
  number: z.number().nullable(),
  /** Of the call. */
  year: z.number(),
  title: z.string(),
  organisationName: z.string(),
  qpvs: z.string(),
  /** Asked of one's own organisation; null when it is not asked for money. */
  asked: centsColumn.nullable(),
  askedOn: dayColumn,
  dueOn: dayColumn,
  kind: z.enum(OPINION_KINDS).nullable(),
  proposed: centsColumn.nullable(),
  givenOn: dayColumn.nullable(),
  /** An act has decided the file: an opinion that is missing is no longer waited for. */
  decided: z.boolean(),
  /** The committee closed over the file, or an act decided it. */
  past: z.boolean(),
  opinionId: idColumn.nullable(),
  reason: z.string().nullable(),
  /** Whether this organisation may propose an amount. */
  hasMoney: z.boolean(),
  communes: z.array(z.string()),
})
/** An opinion asked of one's own organisation, with the one it gave. */
export type MyOpinion = z.infer<typeof MyOpinion>

/** What is asked of the organisation of a mandate on a contract, the nearest due day first. Files taken back await nothing. */
export function listMyOpinions(db: Db, scope: Scope, contractId: string): Promise<MyOpinion[]> {
  return listAskedOf(db, scope, { contractId, organisationId: scope.organisationId })
}

/** Those that are still to give: no opinion yet, on a file that no act has decided. */
export function listAwaitedOpinions(db: Db, scope: Scope, contractId: string): Promise<MyOpinion[]> {
  return listAskedOf(db, scope, { contractId, organisationId: scope.organisationId, awaited: true })
}

export interface AskedOf {
  contractId: string
  organisationId: string
  /** Only what no opinion answers yet, on a file that no act has decided. */
  awaited?: boolean
  /** Only what this link lists. */
  linkId?: string | undefined
}

/** Both together as `isAwaited` says it of a row. */
const UNDECIDED = sql`and ${wholeDatabase} and not exists (select 1 from application_decided settled where settled.application_id = seen.id)`
const UNANSWERED = sql`and ${wholeDatabase} and not exists (select 1 from opinion given where given.opinion_request_id = r.id)`

/** What is asked of an organisation, of the files that the scope sees: that of the organisation itself, of a link, or of who types for it. */
export function listAskedOf(db: Db, scope: Scope, { contractId, organisationId, linkId, awaited }: AskedOf): Promise<MyOpinion[]> {
  return db.rows(MyOpinion)`
    select r.id as "requestId", a.id as "applicationId", s.number, p.year, p.title, o.name as "organisationName",
      coalesce((select string_agg(q.name, ', ' order by t.share desc, q.name)
        from part_territory t join qpv q on q.id = t.qpv_id where t.part_id = p.id), '') as qpvs,
      coalesce((select json_agg(distinct c.name) from part_territory t join qpv_commune inside on inside.qpv_id = t.qpv_id
        join commune c on c.code = inside.commune_code where t.part_id = p.id), '[]') as communes,
      m.asked_cents as asked, r.asked_on as "askedOn", r.due_on as "dueOn", latest.id as "opinionId", latest.kind, latest.reason,
      latest.proposed_cents as proposed, latest.given_on as "givenOn", decided.application_id is not null as decided,
      (decided.application_id is not null or examined.part_id is not null) as past,
      (coalesce(m.asked_cents, 0) > 0 or exists (
        select 1 from envelope e where e.contract_id = a.contract_id and e.funder_id = r.organisation_id and e.year = p.year)) as "hasMoney"
    from opinion_request r
    join application a on a.id = r.application_id
    join action_part p on p.id = r.part_id
    join organisation o on o.id = a.organisation_id
    left join submission s on s.application_id = a.id
    left join request m on m.part_id = p.id and m.funder_id = r.organisation_id
    left join application_decided decided on decided.application_id = a.id
    left join part_examined examined on examined.part_id = p.id
    left join lateral (
      select v.id, v.kind, v.reason, v.proposed_cents, v.given_on from opinion v where v.opinion_request_id = r.id order by v.given_at desc limit 1
    ) latest on true
    where r.organisation_id = ${organisationId} and r.withdrawn_on is null
      and r.application_id = any(array(
        select seen.id from application seen where seen.contract_id = ${contractId} and ${visible('seen', scope)}
          and not exists (select 1 from application_withdrawal w where w.application_id = seen.id) ${awaited ? UNDECIDED : sql.empty}))
      ${awaited ? UNANSWERED : sql.empty}
      and (${linkId ?? null}::uuid is null
        or exists (select 1 from opinion_link_request listed where listed.opinion_request_id = r.id and listed.link_id = ${linkId ?? null}::uuid))
    order by r.due_on, s.number nulls last, p.position, r.id`
}
