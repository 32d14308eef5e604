import { z } from 'zod'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { funderApplies } from '#contract/store.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { type AgreementStep, agreementStep } from './agreement-step.ts'
import { AGREEMENTS, CORRECTIONS, Correction, RECOVERIES, Recovery, YearTextRow } from './award-money-store.ts'
import { ANSWER_KINDS } from './beneficiary-answer.ts'
import { suspendingYears } from './payment-suspension.ts'
import { type AwardStage, stageOf } from './whose-turn.ts'

const Account = z.object({ year: z.number(), depositedOn: dayColumn.nullable() })
const Obligation = z.object({ id: idColumn, number: z.string(), amount: centsColumn, on: dayColumn, paid: centsColumn })
const Payment = z.object({
  id: idColumn,
  obligationId: idColumn,
  amount: centsColumn,
  on: dayColumn,
  override: z.string(),
  number: z.string(),
})

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
  /** Final accounts expected by this funder for the same action, this year and before. */
  accounts: z.array(Account),
  /** What is still bound; `amount` without what was withdrawn. */
  obligations: z.array(Obligation),
  /** Without those that were reversed. */
  payments: z.array(Payment),
  corrections: z.array(Correction),
  recoveries: z.array(Recovery),
  /** All that the funder decided for the organisation in the year: the threshold of an agreement is read on it. */
  yearTotal: centsColumn,
  agreementTexts: z.array(YearTextRow),
})

/** One award with all that happened to it. */
export interface AwardState extends z.infer<typeof AwardRow> {
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
}

function where({ contractId, year, funderId, actionId, organisationId, ids }: AwardFilter): Sql {
  return sql.join(
    [
      ...(contractId ? [sql`and e.contract_id = ${contractId}`] : []),
      ...(year ? [sql`and w.year = ${year}`] : []),
      ...(funderId ? [sql`and e.funder_id = ${funderId}`] : []),
      ...(actionId ? [sql`and w.action_id = ${actionId}`] : []),
      ...(organisationId ? [sql`and t.organisation_id = ${organisationId}`] : []),
      ...(ids ? [sql`and w.id = any(${[...ids]}::uuid[])`] : []),
    ],
    ' ',
  )
}

/** The awards that a scope may see, each at its step, by year, organisation and title. Exported for later capabilities. */
export async function awardStates(db: Db, scope: Scope, by: AwardFilter, today: Day): Promise<AwardState[]> {
  const rows = await db.rows(AwardRow)`
    select w.id, e.contract_id as "contractId", w.action_id as "actionId", w.part_id as "partId", p.application_id as "applicationId", s.number,
      a.dauphin_number as "dauphinNumber", w.year, coalesce(nullif(p.title, ''), t.title) as title, t.organisation_id as "organisationId",
      o.name as "organisationName", o.legal_form as "legalForm", e.funder_id as "funderId", f.name as "funderName",
      coalesce(cf.short_name, f.short_name, f.name) as "funderShortName", f.legal_form = 'state' as "byState", e.id as "envelopeId", e.label as "envelopeLabel",
      coalesce(r.asked_cents, 0) as asked, d.granted, d.decided, coalesce(g.obligated, 0) as obligated, w.paid_cents as paid,
      x.authority as "actAuthority", x.number as "actNumber", x.signed_on as "actSignedOn",
      coalesce(nullif(k.reason, ''), c.reason, '') as reason, n.notified_on as "notifiedOn", l.file_id as "letterFileId",
      b.id as "answerId", b.kind as answer, b.reason as "answerReason", b.answered_on as "answeredOn",
      ${ACCOUNTS} as accounts, coalesce(g.list, '[]') as obligations, ${PAYMENTS} as payments,
      ${CORRECTIONS} as corrections, ${RECOVERIES} as recoveries, y.total as "yearTotal", ${AGREEMENTS} as "agreementTexts"
    from award w
    join action t on t.id = w.action_id
    join organisation o on o.id = t.organisation_id
    join envelope e on e.id = w.envelope_id
    join organisation f on f.id = e.funder_id
    left join contract_funder cf on cf.contract_id = e.contract_id and cf.organisation_id = e.funder_id
    left join action_part p on p.id = w.part_id
    left join application a on a.id = p.application_id
    left join submission s on s.application_id = a.id
    left join request r on r.part_id = w.part_id and r.funder_id = e.funder_id
    join lateral (select sum(d.amount_cents) as decided, coalesce(sum(d.amount_cents) filter (where d.act_id is not null), 0) as granted
      from decision d where d.award_id = w.id having count(*) > 0) d on true
    join lateral (select d.act_id, d.reason from decision d where d.award_id = w.id and d.act_id is not null
      order by d.decided_at desc, d.id desc limit 1) k on true
    join funder_act x on x.id = k.act_id
    left join lateral (select z.reason from retention z where z.part_id = w.part_id and z.envelope_id = e.id
      order by z.retained_at desc, z.id desc limit 1) c on true
    left join notification n on n.award_id = w.id
    left join letter l on l.id = n.letter_id
    left join lateral (select y.id, y.kind, y.reason, y.answered_on from beneficiary_answer y where y.award_id = w.id
      order by y.answered_at desc, y.id desc limit 1) b on true
    left join lateral (${OBLIGATIONS}) g on true
    left join lateral (${YEAR_TOTAL}) y on true
    where ${visible('t', scope)} ${where(by)}
    order by w.year desc, o.name collate "und-x-icu", t.title collate "und-x-icu", cf.position, e.code, w.id`
  return withStages(db, rows, today)
}

/** These stand only inside the statement above, whose awards are those of the scope. */
const OBLIGATIONS = sql`
  select sum(j.net) as obligated, json_agg(json_build_object('id', j.id, 'number', j.number, 'amount', j.net, 'on', j.obligated_on,
    'paid', (select coalesce(sum(m.amount_cents), 0) from payment m where m.obligation_id = j.id)) order by j.obligated_on, j.id) as list
  from (select b.id, b.number, b.obligated_on,
      b.amount_cents + (select coalesce(sum(h.amount_cents), 0) from obligation h where h.withdraws_id = b.id) as net
    from obligation b where ${wholeDatabase} and b.award_id = w.id and b.withdraws_id is null) j where j.net > 0`

const PAYMENTS = sql`coalesce((
  select json_agg(json_build_object('id', m.id, 'obligationId', m.obligation_id, 'amount', m.amount_cents, 'on', m.paid_on, 'override', m.suspension_override,
    'number', m.number) order by m.paid_on, m.id) from payment m where ${wholeDatabase} and m.award_id = w.id and m.reverses_id is null
    and not exists (select 1 from payment v where v.reverses_id = m.id)), '[]')`

/** Awards of every contract add up, seen or not: the law counts them all. */
const YEAR_TOTAL = sql`
  select sum(u.amount_cents) as total from decision u join award h on h.id = u.award_id join envelope q on q.id = h.envelope_id join action i on i.id = h.action_id
  where ${wholeDatabase} and i.organisation_id = t.organisation_id and q.funder_id = e.funder_id and h.year = w.year`

/** Of the same action and funder: a year where something stays decided expects its final account. */
const ACCOUNTS = sql`coalesce((
  select json_agg(json_build_object('year', h.year, 'depositedOn', (
      select v.deposited_on from report i join report_deposit v on v.report_id = i.id
      where i.action_id = w.action_id and i.year = h.year and i.kind = 'final')) order by h.year)
  from (select h.year from award h join envelope q on q.id = h.envelope_id
    where ${wholeDatabase} and h.action_id = w.action_id and q.funder_id = e.funder_id and h.year <= w.year
    group by h.year having sum((select coalesce(sum(u.amount_cents), 0) from decision u where u.award_id = h.id)) > 0) h), '[]')`

async function withStages(db: Db, rows: z.infer<typeof AwardRow>[], today: Day): Promise<AwardState[]> {
  const suspends = new Map<string, boolean>()
  for (const { funderId } of rows) {
    if (suspends.has(funderId)) continue
    suspends.set(funderId, await funderApplies(db, 'payment-needs-final-report', { funderId, on: today }))
  }
  return rows.map((row) => {
    const years = suspendingYears(row.accounts, { ruleApplies: suspends.get(row.funderId) ?? false, today })
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
  })
}

/** One award of the scope, or undefined: not there and not visible are told apart nowhere. */
export async function findAwardState(db: Db, scope: Scope, id: string, today: Day): Promise<AwardState | undefined> {
  return (await awardStates(db, scope, { ids: [id] }, today))[0]
}
