import { z } from 'zod'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { funderApplies } from '#contract/store.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { type AgreementStep, agreementStep } from './agreement-step.ts'
import { type AwardMoney, readMoney } from './award-read-store.ts'
import { ANSWER_KINDS } from './beneficiary-answer.ts'
import { suspendingYears } from './payment-suspension.ts'
import { type AwardStage, stageOf } from './whose-turn.ts'

const AwardRow = z.object({
  id: idColumn,
  contractId: idColumn,
  actionId: idColumn,
  partId: idColumn.nullable(),
  applicationId: idColumn.nullable(),
  number: z.number().nullable(),
  dauphinNumber: z.string().nullable(),
  year: z.number(),
  title: z.string(),
  organisationId: idColumn,
  organisationName: z.string(),
  legalForm: z.enum(LEGAL_FORMS),
  funderId: idColumn,
  funderName: z.string(),
  funderShortName: z.string(),
  byState: z.boolean(),
  envelopeId: idColumn,
  envelopeLabel: z.string(),
  asked: centsColumn,
  granted: centsColumn,
  decided: centsColumn,
  obligated: centsColumn,
  paid: centsColumn,
  actAuthority: z.string(),
  actNumber: z.string(),
  actSignedOn: dayColumn,
  /** The funder’s own reason, else the committee’s. */
  reason: z.string(),
  notifiedOn: dayColumn.nullable(),
  letterFileId: idColumn.nullable(),
  answerId: idColumn.nullable(),
  answer: z.enum(ANSWER_KINDS).nullable(),
  answerReason: z.string().nullable(),
  answeredOn: dayColumn.nullable(),
})

/** One award with all that happened to it. */
export interface AwardState extends z.infer<typeof AwardRow>, AwardMoney {
  stage: AwardStage
  agreementStep: AgreementStep
  finalDepositedOn: Day | null
  /** Years whose final account is due and missing, when the funder suspends its payments for that. */
  suspendingYears: number[]
}

export interface AwardFilter {
  contractId?: string | undefined
  year?: number | undefined
  funderId?: string | undefined
  actionId?: string | undefined
  organisationId?: string | undefined
  ids?: readonly string[] | undefined
  /** Only what is not notified, or not wholly paid. */
  unpaid?: boolean | undefined
}

function where({ contractId, year, funderId, actionId, organisationId, ids, unpaid }: AwardFilter): Sql {
  return sql.join(
    [
      ...(contractId ? [sql`and w.envelope_id = any(array(select own.id from envelope own where own.contract_id = ${contractId}))`] : []),
      ...(year ? [sql`and w.year = ${year}`] : []),
      ...(funderId ? [sql`and w.envelope_id = any(array(select own.id from envelope own where own.funder_id = ${funderId}))`] : []),
      ...(actionId ? [sql`and w.action_id = ${actionId}`] : []),
      ...(organisationId ? [sql`and t.organisation_id = ${organisationId}`] : []),
      ...(ids ? [sql`and w.id = any(${[...ids]}::uuid[])`] : []),
      ...(unpaid ? [UNPAID] : []),
    ],
    ' ',
  )
}

const UNPAID = sql`and ${wholeDatabase} and (not exists (select 1 from notification told where told.award_id = w.id)
  or w.paid_cents <> (select sum(made.amount_cents) from decision made where made.award_id = w.id))`

/** The awards that a scope may see, each at its step, by year, organisation and title. Exported for later capabilities. */
export async function awardStates(db: Db, scope: Scope, by: AwardFilter, today: Day): Promise<AwardState[]> {
  const rows = await listAwards(db, scope, by)
  if (rows.length === 0) return []
  const money = await readMoney(db, rows)
  const suspends = await suspendingFunders(db, rows, today)
  return rows.map((row) => withStage({ ...row, ...money(row) }, { suspends: suspends.has(row.funderId), today }))
}

/** What was decided, bound and answered is looked for award by award, by key: grouped apart, it is compared row with row. */
function listAwards(db: Db, scope: Scope, by: AwardFilter): Promise<z.infer<typeof AwardRow>[]> {
  return db.rows(AwardRow)`
    with w as materialized (
      select w.id, w.action_id, w.part_id, w.year, w.envelope_id, w.paid_cents, t.title, t.organisation_id, e.contract_id, e.funder_id, e.label, e.code
      from award w join action t on t.id = w.action_id join envelope e on e.id = w.envelope_id
      where ${visible('t', scope)} ${where(by)})
    select w.id, w.contract_id as "contractId", w.action_id as "actionId", w.part_id as "partId", p.application_id as "applicationId", s.number,
      a.dauphin_number as "dauphinNumber", w.year, coalesce(nullif(p.title, ''), w.title) as title, w.organisation_id as "organisationId",
      o.name as "organisationName", o.legal_form as "legalForm", w.funder_id as "funderId", f.name as "funderName",
      coalesce(cf.short_name, f.short_name, f.name) as "funderShortName", f.legal_form = 'state' as "byState", w.envelope_id as "envelopeId",
      w.label as "envelopeLabel", coalesce(r.asked_cents, 0) as asked, summed.granted, summed.decided, coalesce(bound.obligated, 0) as obligated,
      w.paid_cents as paid, x.authority as "actAuthority", x.number as "actNumber", x.signed_on as "actSignedOn",
      coalesce(nullif(told.reason, ''), retained.reason, '') as reason, n.notified_on as "notifiedOn", l.file_id as "letterFileId",
      answered.id as "answerId", answered.kind as answer, answered.reason as "answerReason", answered.answered_on as "answeredOn"
    from w
    join lateral (select sum(d.amount_cents) as decided, coalesce(sum(d.amount_cents) filter (where d.act_id is not null), 0) as granted
      from decision d where d.award_id = w.id) summed on true
    join lateral (select d.act_id, d.reason from decision d where d.award_id = w.id and d.act_id is not null
      order by d.decided_at desc, d.id desc limit 1) told on true
    join funder_act x on x.id = told.act_id
    join organisation o on o.id = w.organisation_id
    join organisation f on f.id = w.funder_id
    left join contract_funder cf on cf.contract_id = w.contract_id and cf.organisation_id = w.funder_id
    left join action_part p on p.id = w.part_id
    left join application a on a.id = p.application_id
    left join submission s on s.application_id = a.id
    left join request r on r.part_id = w.part_id and r.funder_id = w.funder_id
    left join lateral (select z.reason from retention z where z.part_id = w.part_id and z.envelope_id = w.envelope_id
      order by z.retained_at desc, z.id desc limit 1) retained on true
    left join notification n on n.award_id = w.id
    left join letter l on l.id = n.letter_id
    left join lateral (select b.id, b.kind, b.reason, b.answered_on from beneficiary_answer b where b.award_id = w.id
      order by b.answered_at desc, b.id desc limit 1) answered on true
    left join lateral (select sum(g.amount_cents) as obligated from obligation g where g.award_id = w.id) bound on true
    order by w.year desc, o.name collate "und-x-icu", w.title collate "und-x-icu", cf.position, w.code, w.id`
}

/** The years of the awards that a scope may see: those that their lists offer. */
export function listAwardYears(db: Db, scope: Scope, by: AwardFilter): Promise<{ year: number }[]> {
  return db.rows(z.object({ year: z.number() }))`
    select distinct w.year from award w join action t on t.id = w.action_id
    where ${visible('t', scope)} ${where(by)} and exists (select 1 from decision d where d.award_id = w.id and d.act_id is not null offset 0)`
}

/** One award of the scope, or undefined: not there and not visible are told apart nowhere. */
export async function findAwardState(db: Db, scope: Scope, id: string, today: Day): Promise<AwardState | undefined> {
  return (await awardStates(db, scope, { ids: [id] }, today))[0]
}

interface Suspension {
  suspends: boolean
  today: Day
}

function withStage(row: z.infer<typeof AwardRow> & AwardMoney, { suspends, today }: Suspension): AwardState {
  const years = suspendingYears(row.accounts, { ruleApplies: suspends, today })
  const finalDepositedOn = row.accounts.find(({ year }) => year === row.year)?.depositedOn ?? null
  const step = agreementStep({ ...row, texts: row.agreementTexts })
  const facts = {
    ...row,
    agreement: step,
    notified: row.notifiedOn !== null,
    finalDeposited: finalDepositedOn !== null,
    suspended: years.length > 0,
  }
  return { ...row, suspendingYears: years, finalDepositedOn, agreementStep: step, stage: stageOf(facts) }
}

/** Those that pay nothing while a final account is missing. */
async function suspendingFunders(db: Db, rows: readonly { funderId: string }[], today: Day): Promise<Set<string>> {
  const found = new Set<string>()
  for (const funderId of new Set(rows.map((row) => row.funderId))) {
    if (await funderApplies(db, 'payment-needs-final-report', { funderId, on: today })) found.add(funderId)
  }
  return found
}
