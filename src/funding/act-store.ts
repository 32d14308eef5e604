import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { centsColumn, countColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'

const FunderActRow = z.object({
  id: idColumn,
  funderId: idColumn,
  funderName: z.string(),
  authority: z.string(),
  number: z.string(),
  signedOn: dayColumn,
  recordedOn: dayColumn,
  /** As far as the scope sees. */
  lines: countColumn,
  decided: centsColumn,
})
/** A funder's act with the sum of what it decided. */
export type FunderActRow = z.infer<typeof FunderActRow>

/** What a mandate may read of acts: its own organisation's whole, the others' where it sees a line of them. */
function readable(scope: Scope, contractId: string): Sql {
  return sql`
    select k.id, k.funder_id as "funderId", o.name as "funderName", k.authority, k.number, k.signed_on as "signedOn",
      k.recorded_on as "recordedOn", count(*) as lines, sum(d.amount_cents) as decided, min(w.year) as year
    from funder_act k
    join organisation o on o.id = k.funder_id
    join decision d on d.act_id = k.id
    join award w on w.id = d.award_id
    join action a on a.id = w.action_id
    where a.contract_id = ${contractId} and ${visible('a', scope)}
    group by k.id, o.name`
}

/** The acts that decided for a year, the latest first. */
export function listActs(db: Db, scope: Scope, by: { contractId: string; year: number }): Promise<FunderActRow[]> {
  return db.rows(FunderActRow)`
    select * from (${readable(scope, by.contractId)}) act where year = ${by.year} order by "signedOn" desc, number desc`
}

export function findAct(db: Db, scope: Scope, by: { contractId: string; id: string }): Promise<FunderActRow | undefined> {
  return db.maybe(FunderActRow)`select * from (${readable(scope, by.contractId)}) act where id = ${by.id}`
}

const ActLine = z.object({
  awardId: idColumn,
  /** Null when the action has no file, or when the scope sees the action and not that year’s file. */
  applicationId: idColumn.nullable(),
  title: z.string(),
  organisationName: z.string(),
  envelopeLabel: z.string(),
  decided: centsColumn,
  reason: z.string(),
  /** What stays decided, once what was given up has returned to the envelope. */
  remains: centsColumn,
  obligated: centsColumn,
  paid: centsColumn,
  notifiedOn: dayColumn.nullable(),
})
/** One decision of an act and what became of it. */
export type ActLine = z.infer<typeof ActLine>

export function listActLines(db: Db, scope: Scope, actId: string): Promise<ActLine[]> {
  return db.rows(ActLine)`
    select w.id as "awardId", f.id as "applicationId", a.title, o.name as "organisationName", e.label as "envelopeLabel",
      d.amount_cents as decided, d.reason, w.paid_cents as paid, n.notified_on as "notifiedOn",
      (select sum(m.amount_cents) from decision m where m.award_id = w.id) as remains,
      (select coalesce(sum(g.amount_cents), 0) from obligation g where g.award_id = w.id) as obligated
    from decision d
    join award w on w.id = d.award_id
    join envelope e on e.id = w.envelope_id
    join action a on a.id = w.action_id
    join organisation o on o.id = a.organisation_id
    left join action_part p on p.id = w.part_id
    left join application f on f.id = p.application_id and ${visible('f', scope)}
    left join notification n on n.award_id = w.id
    where d.act_id = ${actId} and ${visible('a', scope)}
    order by a.title collate "und-x-icu", w.id`
}
