import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

/** What an award is read against: the accounts of its action, the sums and the agreements of its beneficiary with its funder. */

const Account = z.object({ actionId: idColumn, funderId: idColumn, year: z.number(), depositedOn: dayColumn.nullable() })
/** Of an action and a funder: a year where something stays decided expects its final account. */
export type Account = z.infer<typeof Account>

export function listAccounts(db: Db, actionIds: readonly string[]): Promise<Account[]> {
  return db.rows(Account)`
    select h.action_id as "actionId", q.funder_id as "funderId", h.year, min(v.deposited_on) as "depositedOn"
    from award h
    join envelope q on q.id = h.envelope_id
    join decision u on u.award_id = h.id
    left join report i on i.action_id = h.action_id and i.year = h.year and i.kind = 'final'
    left join report_deposit v on v.report_id = i.id
    where ${wholeDatabase} and h.action_id = any(${[...actionIds]}::uuid[])
    group by h.action_id, q.funder_id, h.year having sum(u.amount_cents) > 0
    order by h.year`
}

const YearTotal = z.object({ organisationId: idColumn, funderId: idColumn, year: z.number(), total: centsColumn })
/** All that a funder decided for an organisation in a year: awards of every contract add up, seen or not, as the law counts them. */
export type YearTotal = z.infer<typeof YearTotal>

export function listYearTotals(
  db: Db,
  of: { organisationIds: readonly string[]; funderIds: readonly string[]; years: readonly number[] },
): Promise<YearTotal[]> {
  return db.rows(YearTotal)`
    select i.organisation_id as "organisationId", q.funder_id as "funderId", h.year, sum(u.amount_cents) as total
    from action i
    join award h on h.action_id = i.id
    join envelope q on q.id = h.envelope_id
    join decision u on u.award_id = h.id
    where ${wholeDatabase} and i.organisation_id = any(${[...of.organisationIds]}::uuid[])
      and h.year = any(${[...of.years]}::int[]) and q.funder_id = any(${[...of.funderIds]}::uuid[])
    group by i.organisation_id, q.funder_id, h.year`
}

export const YearTextRow = z.object({
  organisationId: idColumn,
  funderId: idColumn,
  year: z.number(),
  agreementId: idColumn,
  textId: idColumn,
  rank: z.number(),
  amount: centsColumn,
  beneficiarySignedOn: dayColumn.nullable(),
  authoritySignedOn: dayColumn.nullable(),
})
/** A text between a funder and an organisation that sets an amount for a year. */
export type YearTextRow = z.infer<typeof YearTextRow>

/** The latest last. */
export function listYearTexts(db: Db, organisationIds: readonly string[]): Promise<YearTextRow[]> {
  return db.rows(YearTextRow)`
    select g.organisation_id as "organisationId", g.funder_id as "funderId", z.year, g.id as "agreementId", h.id as "textId", h.rank,
      z.amount_cents as amount, one.signed_on as "beneficiarySignedOn", other.signed_on as "authoritySignedOn"
    from agreement g
    join agreement_text h on h.agreement_id = g.id
    join agreement_year z on z.text_id = h.id
    left join agreement_signature one on one.text_id = h.id and one.party = 'beneficiary'
    left join agreement_signature other on other.text_id = h.id and other.party = 'authority'
    where ${wholeDatabase} and g.organisation_id = any(${[...organisationIds]}::uuid[])
    order by g.prepared_on, g.id, h.rank`
}
