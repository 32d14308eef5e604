import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { AGE_BANDS } from '#calls/form-fields.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { ReportKind } from './report-due.ts'

const Line = z.object({ account: z.string(), amount: centsColumn })
const Public = z.object({ ageBand: z.enum(AGE_BANDS), women: z.number(), men: z.number() })

const ReportRow = z.object({
  id: idColumn,
  actionId: idColumn,
  partId: idColumn,
  year: z.number(),
  kind: z.enum(['interim', 'final']),
  achievements: z.string(),
  difficulties: z.string(),
  indicatorReached: z.string(),
  revision: z.number(),
  lines: z.array(Line),
  publics: z.array(Public),
  depositedOn: dayColumn.nullable(),
  certifiedBy: z.string().nullable(),
})
/** One account of an action, a year and a kind, for all its funders; a draft until it is handed in. */
export type Report = z.infer<typeof ReportRow>

async function findWhere(db: Db, scope: Scope, condition: Sql): Promise<Report | undefined> {
  return db.maybe(ReportRow)`
    select i.id, i.action_id as "actionId", i.part_id as "partId", i.year, i.kind, i.achievements, i.difficulties,
      i.indicator_reached as "indicatorReached", i.revision, v.deposited_on as "depositedOn", v.certified_by as "certifiedBy",
      coalesce((select json_agg(json_build_object('account', x.account, 'amount', x.spent_cents) order by x.account)
        from report_line x where x.report_id = i.id), '[]') as lines,
      coalesce((select json_agg(json_build_object('ageBand', u.age_band, 'women', u.women, 'men', u.men) order by u.age_band)
        from report_public u where u.report_id = i.id), '[]') as publics
    from report i
    join action t on t.id = i.action_id
    left join report_deposit v on v.report_id = i.id
    where ${condition} and ${visible('t', scope)}`
}

export interface ReportKey {
  actionId: string
  year: number
  kind: ReportKind
}

export function findReport(db: Db, scope: Scope, { actionId, year, kind }: ReportKey): Promise<Report | undefined> {
  return findWhere(db, scope, sql`i.action_id = ${actionId} and i.year = ${year} and i.kind = ${kind}`)
}

/** What the funders may read: never a draft. */
export function findDepositedReport(db: Db, scope: Scope, id: string): Promise<Report | undefined> {
  return findWhere(db, scope, sql`i.id = ${id} and v.report_id is not null`)
}

const Reportable = z.object({
  partId: idColumn,
  contractId: idColumn,
  title: z.string(),
  organisationName: z.string(),
})
export type Reportable = z.infer<typeof Reportable>

/** The part of an action and a year for which money was notified: what an account speaks of. `lock` holds the action for two writers. */
export function findReportable(
  db: Db,
  scope: Scope,
  of: { actionId: string; year: number; lock?: boolean },
): Promise<Reportable | undefined> {
  return db.maybe(Reportable)`
    select p.id as "partId", t.contract_id as "contractId", coalesce(nullif(p.title, ''), t.title) as title, o.name as "organisationName"
    from action t
    join organisation o on o.id = t.organisation_id
    join action_part p on p.id = (
      select w.part_id from award w join notification n on n.award_id = w.id join decision d on d.award_id = w.id
      where w.action_id = t.id and w.year = ${of.year} and w.part_id is not null group by w.id having sum(d.amount_cents) > 0 order by w.id limit 1)
    where t.id = ${of.actionId} and ${visible('t', scope)} ${of.lock ? sql`for update of t` : sql.empty}`
}

export type ReportRowContent = Pick<Report, 'achievements' | 'difficulties' | 'indicatorReached' | 'lines' | 'publics'>

export async function insertReport(tx: Tx, row: ReportKey & { id: string; partId: string }): Promise<void> {
  await tx.run`
    insert into report (id, action_id, part_id, year, kind, revision) values (${row.id}, ${row.actionId}, ${row.partId}, ${row.year}, ${row.kind}, 0)`
}

/** Writes the whole content and moves the revision by one. The caller holds the action under lock. */
export async function updateReport(tx: Tx, row: { id: string; actionId: string }, content: ReportRowContent): Promise<void> {
  await tx.run`
    update report set achievements = ${content.achievements}, difficulties = ${content.difficulties},
      indicator_reached = ${content.indicatorReached}, revision = revision + 1
    where id = ${row.id} and action_id = ${row.actionId}`
  await tx.run`delete from report_line where ${wholeDatabase} and report_id = ${row.id}`
  await tx.run`delete from report_public where ${wholeDatabase} and report_id = ${row.id}`
  for (const { account, amount } of content.lines) {
    await tx.run`insert into report_line (report_id, account, spent_cents) values (${row.id}, ${account}, ${amount})`
  }
  for (const { ageBand, women, men } of content.publics) {
    await tx.run`insert into report_public (report_id, age_band, women, men) values (${row.id}, ${ageBand}, ${women}, ${men})`
  }
}

export async function insertReportDeposit(tx: Tx, row: { reportId: string; on: Day; by: string; certifiedBy: string }): Promise<void> {
  await tx.run`
    insert into report_deposit (report_id, deposited_on, deposited_by, certified_by)
    values (${row.reportId}, ${row.on}, ${row.by}, ${row.certifiedBy})`
}
