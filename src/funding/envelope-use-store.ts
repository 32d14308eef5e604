import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { ENVELOPE_KINDS } from './envelope-store.ts'

const EnvelopeUse = z.object({
  id: idColumn,
  funderId: idColumn,
  funderName: z.string(),
  code: z.string(),
  label: z.string(),
  kind: z.enum(ENVELOPE_KINDS),
  amount: centsColumn,
  decided: centsColumn,
  obligated: centsColumn,
  paid: centsColumn,
  /** Retained by a committee, not yet decided. */
  retained: centsColumn,
  /** Proposed to this funder's committee and not yet settled: on its first envelope, for a proposal names no envelope. */
  proposed: centsColumn,
  decidedBefore: centsColumn.nullable(),
})
/** How far an envelope is used. Each euro is counted once in decided, retained and proposed; obligated and paid are parts of decided. */
export type EnvelopeUse = z.infer<typeof EnvelopeUse>

/**
 * The envelopes of a contract and a year with their use, in the order of the funders. Totals name nobody: they are whole for all who read them.
 * What is of a part or an award is looked for by its keys, `any (array (…))`: joined, the tables of every contract are read.
 */
export function listEnvelopeUse(db: Db, by: { contractId: string; year: number }): Promise<EnvelopeUse[]> {
  return db.rows(EnvelopeUse)`
    with env as (
      select e.*, row_number() over (partition by e.funder_id order by (e.kind = 'specific') desc, e.code) as rank
      from envelope e where e.contract_id = ${by.contractId} and e.year = ${by.year}),
    living as materialized (
      select p.id, p.action_id, p.application_id from action_part p
      where ${wholeDatabase} and p.contract_id = ${by.contractId} and p.year = ${by.year}
        and not exists (select 1 from application_withdrawal w where w.application_id = p.application_id)),
    own as materialized (select w.id, w.action_id, w.year, w.envelope_id, w.paid_cents from award w where w.envelope_id = any(array(select id from env))),
    settled as (
      select distinct on (n.part_id, n.envelope_id) n.part_id, n.envelope_id, n.retained_cents
      from retention n where n.part_id = any(array(select id from living)) order by n.part_id, n.envelope_id, n.retained_at desc, n.id desc),
    waiting as (
      select s.envelope_id, sum(s.retained_cents) as cents from settled s join living on living.id = s.part_id
      where not exists (select 1 from own w join decision d on d.award_id = w.id
        where w.action_id = living.action_id and w.year = ${by.year} and w.envelope_id = s.envelope_id) group by s.envelope_id),
    proposal as (
      select distinct on (q.part_id, q.organisation_id) q.part_id, q.organisation_id as funder_id, v.proposed_cents
      from opinion_request q join living on living.id = q.part_id join opinion v on v.opinion_request_id = q.id
      where q.application_id = any(array(select application_id from living)) order by q.part_id, q.organisation_id, v.given_at desc, v.id desc),
    open_proposal as (
      select o.funder_id, sum(o.proposed_cents) as cents from proposal o
      where not exists (select 1 from settled s join env on env.id = s.envelope_id where s.part_id = o.part_id and env.funder_id = o.funder_id) group by o.funder_id),
    bound as (select award_id, sum(amount_cents) as cents from obligation where award_id = any(array(select id from own)) group by award_id),
    spent as (
      select own.envelope_id, sum(own.paid_cents) as paid, sum(bound.cents) as obligated
      from own left join bound on bound.award_id = own.id group by own.envelope_id)
    select env.id, env.funder_id as "funderId", coalesce(f.short_name, o.name) as "funderName", env.code, env.label, env.kind,
      env.amount_cents as amount, env.decided_cents as decided, coalesce(spent.obligated, 0) as obligated, coalesce(spent.paid, 0) as paid,
      coalesce(waiting.cents, 0) as retained, case when env.rank = 1 then coalesce(open_proposal.cents, 0) else 0 end as proposed,
      before.decided_cents as "decidedBefore"
    from env join organisation o on o.id = env.funder_id
    left join contract_funder f on f.contract_id = env.contract_id and f.organisation_id = env.funder_id
    left join envelope before on before.contract_id = env.contract_id and before.funder_id = env.funder_id
      and before.code = env.code and before.year = env.year - 1
    left join waiting on waiting.envelope_id = env.id left join spent on spent.envelope_id = env.id
    left join open_proposal on open_proposal.funder_id = env.funder_id
    order by f.position, env.rank`
}
