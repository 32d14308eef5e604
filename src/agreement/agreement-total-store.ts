import { z } from 'zod'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'
import { listYearTexts, type YearTextRow } from './award-ground-store.ts'

const Parties = z.object({ organisationId: idColumn, name: z.string(), legalForm: z.enum(LEGAL_FORMS) })

/** The organisation of an agreement to be; undefined unless the funder decided something for it that the scope sees. */
export function findParties(
  db: Db,
  scope: Scope,
  of: { funderId: string; organisationId: string },
): Promise<z.infer<typeof Parties> | undefined> {
  return db.maybe(Parties)`
    select o.id as "organisationId", o.name, o.legal_form as "legalForm" from organisation o
    where o.id = ${of.organisationId} and exists (select 1 from award w join action t on t.id = w.action_id join envelope e on e.id = w.envelope_id
      where t.organisation_id = o.id and e.funder_id = ${of.funderId} and ${visible('t', scope)})`
}

/** What a funder decided for an organisation, by year: every award of every contract, seen or not. */
export async function listYearTotals(db: Db, of: { funderId: string; organisationId: string }): Promise<Map<number, Cents>> {
  const rows = await db.rows(z.object({ year: z.number(), total: centsColumn }))`
    select w.year, sum(d.amount_cents) as total
    from award w join envelope e on e.id = w.envelope_id join action t on t.id = w.action_id join decision d on d.award_id = w.id
    where ${wholeDatabase} and e.funder_id = ${of.funderId} and t.organisation_id = ${of.organisationId} group by w.year`
  return new Map(rows.map(({ year, total }) => [year, total]))
}

const Award = z.object({ id: idColumn, title: z.string(), decided: centsColumn })
const Beneficiary = z.object({
  organisationId: idColumn,
  organisationName: z.string(),
  legalForm: z.enum(LEGAL_FORMS),
  year: z.number(),
  yearTotal: centsColumn,
  awards: z.array(Award),
})
/** What one funder decided for one organisation in a year, award by award, and the texts that cover it. */
export type BeneficiaryYear = z.infer<typeof Beneficiary> & { texts: YearTextRow[] }

/** Largest total first. The total counts awards that the scope may not see; their lines are not shown. */
export async function listBeneficiaryYears(db: Db, scope: Scope, by: { funderId: string; year: number }): Promise<BeneficiaryYear[]> {
  const rows = await db.rows(Beneficiary)`
    select o.id as "organisationId", o.name as "organisationName", o.legal_form as "legalForm", w.year, w.total as "yearTotal", w.awards
    from (
      select c.organisation_id, c.year, sum(c.cents) as total,
        json_agg(json_build_object('id', c.id, 'title', c.title, 'decided', c.cents) order by c.cents desc, c.id) filter (where c.seen) as awards
      from (
        select h.id, t.organisation_id, t.title, h.year, (select sum(d.amount_cents) from decision d where d.award_id = h.id) as cents,
          ${visible('t', scope)} as seen
        from award h join action t on t.id = h.action_id join envelope q on q.id = h.envelope_id
        where q.funder_id = ${by.funderId} and h.year = ${by.year} and t.organisation_id = any(array(
          select known.organisation_id from action known where ${visible('known', scope)}))) c
      where c.cents > 0 group by c.organisation_id, c.year having bool_or(c.seen)) w
    join organisation o on o.id = w.organisation_id
    order by w.total desc, o.name collate "und-x-icu"`
  const organisationIds = rows.map(({ organisationId }) => organisationId)
  const texts = Map.groupBy(await listYearTexts(db, organisationIds), ({ organisationId }) => organisationId)
  return rows.map((row) => {
    const own = (texts.get(row.organisationId) ?? []).filter(({ funderId, year }) => funderId === by.funderId && year === by.year)
    return { ...row, texts: own }
  })
}
