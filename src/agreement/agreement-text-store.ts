import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'
import type { AgreementParty } from './agreement-step.ts'

/** Holds the money of one funder and one organisation until the end of the transaction, by the awards between them that the scope sees. */
export async function lockBetween(tx: Tx, scope: Scope, of: { funderId: string; organisationId: string }): Promise<void> {
  await tx.run`
    select w.id from award w join action t on t.id = w.action_id join envelope e on e.id = w.envelope_id
    where e.funder_id = ${of.funderId} and t.organisation_id = ${of.organisationId} and ${visible('t', scope)} order by w.id for update of w`
}

export interface NewAgreement {
  id: string
  funderId: string
  organisationId: string
  number: string
  firstYear: number
  lastYear: number
  purpose: string
  on: Day
  by: string
}

export async function insertAgreement(tx: Tx, row: NewAgreement): Promise<void> {
  const kind = row.firstYear === row.lastYear ? 'annual' : 'multi-year'
  await tx.run`
    insert into agreement (id, funder_id, organisation_id, number, kind, first_year, last_year, purpose, prepared_on, prepared_by)
    values (${row.id}, ${row.funderId}, ${row.organisationId}, ${row.number}, ${kind}, ${row.firstYear}, ${row.lastYear}, ${row.purpose},
      ${row.on}, ${row.by})`
}

export interface YearAmount {
  year: number
  amount: Cents
}

export interface NewText {
  id: string
  agreementId: string
  rank: number
  reason: string
  years: readonly YearAmount[]
  on: Day
  by: string
}

export async function insertAgreementText(tx: Tx, row: NewText): Promise<void> {
  await tx.run`
    insert into agreement_text (id, agreement_id, rank, reason, drafted_on, drafted_by)
    values (${row.id}, ${row.agreementId}, ${row.rank}, ${row.reason}, ${row.on}, ${row.by})`
  for (const { year, amount } of row.years) {
    await tx.run`insert into agreement_year (text_id, year, amount_cents) values (${row.id}, ${year}, ${amount})`
  }
}

export async function insertSignature(
  tx: Tx,
  row: { textId: string; party: AgreementParty; on: Day; signatory: string; by: string },
): Promise<void> {
  await tx.run`
    insert into agreement_signature (text_id, party, signed_on, signatory, recorded_by)
    values (${row.textId}, ${row.party}, ${row.on}, ${row.signatory}, ${row.by})`
}

export async function insertCopy(tx: Tx, row: { textId: string; fileId: string; on: Day; by: string }): Promise<void> {
  await tx.run`
    insert into agreement_copy (text_id, file_id, added_on, added_by) values (${row.textId}, ${row.fileId}, ${row.on}, ${row.by})`
}

/** Whether the funder already uses a number for another agreement. */
export async function agreementNumberUsed(db: Db, by: { funderId: string; number: string }): Promise<boolean> {
  const found = await db.maybe(z.object({ id: idColumn }))`
    select g.id from agreement g where ${wholeDatabase} and g.funder_id = ${by.funderId} and g.number = ${by.number}`
  return found !== undefined
}
