import { z } from 'zod'
import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'
import { AGREEMENT_PARTIES } from './agreement-step.ts'

const Year = z.object({ year: z.number(), amount: centsColumn })
const Signature = z.object({ party: z.enum(AGREEMENT_PARTIES), on: dayColumn, signatory: z.string() })
const Text = z.object({
  id: idColumn,
  rank: z.number(),
  reason: z.string(),
  draftedOn: dayColumn,
  years: z.array(Year),
  signatures: z.array(Signature),
  copyFileId: idColumn.nullable(),
})
export type AgreementText = z.infer<typeof Text>

const AgreementRow = z.object({
  id: idColumn,
  number: z.string(),
  kind: z.enum(['annual', 'multi-year']),
  firstYear: z.number(),
  lastYear: z.number(),
  purpose: z.string(),
  preparedOn: dayColumn,
  funderId: idColumn,
  funderName: z.string(),
  byState: z.boolean(),
  organisationId: idColumn,
  organisationName: z.string(),
  legalForm: z.enum(LEGAL_FORMS),
  texts: z.array(Text),
})
/** An agreement with all its texts, the agreement itself first. */
export type Agreement = z.infer<typeof AgreementRow>

const TEXTS = sql`(
  select json_agg(json_build_object('id', x.id, 'rank', x.rank, 'reason', x.reason, 'draftedOn', x.drafted_on, 'copyFileId', c.file_id,
    'years', (select json_agg(json_build_object('year', y.year, 'amount', y.amount_cents) order by y.year) from agreement_year y where y.text_id = x.id),
    'signatures', coalesce((select json_agg(json_build_object('party', s.party, 'on', s.signed_on, 'signatory', s.signatory) order by s.signed_on)
      from agreement_signature s where s.text_id = x.id), '[]')) order by x.rank)
  from agreement_text x left join agreement_copy c on c.text_id = x.id where ${wholeDatabase} and x.agreement_id = g.id)`

export interface AgreementFilter {
  id?: string
  funderId?: string
  organisationId?: string
}

/** Seen by those who see an award between its parties; by a porteur once one of them is notified: before, it knows nothing of them. */
export function listAgreements(db: Db, scope: Scope, by: AgreementFilter): Promise<Agreement[]> {
  const wanted = [
    ...(by.id ? [sql`and g.id = ${by.id}`] : []),
    ...(by.funderId ? [sql`and g.funder_id = ${by.funderId}`] : []),
    ...(by.organisationId ? [sql`and g.organisation_id = ${by.organisationId}`] : []),
  ]
  return db.rows(AgreementRow)`
    select g.id, g.number, g.kind, g.first_year as "firstYear", g.last_year as "lastYear", g.purpose, g.prepared_on as "preparedOn",
      f.id as "funderId", f.name as "funderName", f.legal_form = 'state' as "byState",
      o.id as "organisationId", o.name as "organisationName", o.legal_form as "legalForm", ${TEXTS} as texts
    from agreement g join organisation f on f.id = g.funder_id join organisation o on o.id = g.organisation_id
    where exists (select 1 from award w join action t on t.id = w.action_id join envelope e on e.id = w.envelope_id
        where e.funder_id = g.funder_id and t.organisation_id = g.organisation_id and ${visible('t', scope)}
          and (${scope.function !== 'porteur'} or exists (select 1 from notification n where n.award_id = w.id)))
      ${sql.join(wanted, ' ')}
    order by g.prepared_on desc, o.name collate "und-x-icu", g.id`
}

export async function findAgreement(db: Db, scope: Scope, id: string): Promise<Agreement | undefined> {
  return (await listAgreements(db, scope, { id }))[0]
}

const Published = z.object({
  funderName: z.string(),
  funderSiret: z.string(),
  organisationName: z.string(),
  organisationSiret: z.string(),
  number: z.string(),
  signedOn: dayColumn,
  purpose: z.string(),
  year: z.number(),
  amount: centsColumn,
})
/** A year of a signed agreement, as the public may know it. */
export type PublishedAgreement = z.infer<typeof Published>

/** The year amounts of the latest text signed by both of each agreement one of whose awards is notified. */
export function listPublishedAgreements(db: Db): Promise<PublishedAgreement[]> {
  return db.rows(Published)`
    select f.name as "funderName", f.siret as "funderSiret", o.name as "organisationName", o.siret as "organisationSiret", g.number,
      signed.day as "signedOn", g.purpose, y.year, y.amount_cents as amount
    from agreement g
    join organisation f on f.id = g.funder_id
    join organisation o on o.id = g.organisation_id
    join lateral (select x.id, max(s.signed_on) as day from agreement_text x join agreement_signature s on s.text_id = x.id
      where ${wholeDatabase} and x.agreement_id = g.id group by x.id, x.rank having count(*) = 2 order by x.rank desc limit 1) signed on true
    join agreement_year y on y.text_id = signed.id
    where exists (select 1 from award w join action t on t.id = w.action_id join envelope e on e.id = w.envelope_id
      join notification n on n.award_id = w.id
      where e.funder_id = g.funder_id and t.organisation_id = g.organisation_id and w.year = y.year)
    order by y.year desc, o.name collate "und-x-icu", g.number`
}
