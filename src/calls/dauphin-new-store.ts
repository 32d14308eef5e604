import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { type Sql, sql } from '#platform/sql.ts'
import { UNDETAILED_CHARGES } from './budget-accounts.ts'

/** A file that comes from the portal for the first time: application, action, part, budget of one total, submission. */
export interface NewFile {
  applicationId: string
  actionId: string
  partId: string
  budgetId: string
  organisationId: string
  number: string
  submissionNumber: number
  newAction: boolean
  renewed: boolean
  title: string
  summary: string
  theme: string | null
  startsOn: Day | null
  endsOn: Day | null
  totalCents: number | null
}

export interface FilesOfCall {
  callId: string
  contractId: string
  formVersionId: string
  framingVersion: number
  year: number
  today: Day
  by: string
  files: readonly NewFile[]
}

function fileRows(files: readonly NewFile[]): Sql {
  return sql`jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as f("applicationId" uuid, "actionId" uuid, "partId" uuid, "budgetId" uuid,
    "organisationId" uuid, number text, "submissionNumber" integer, "newAction" boolean, renewed boolean, title text, summary text, theme text,
    "startsOn" date, "endsOn" date, "totalCents" bigint)`
}

/** Thousands of files at once: one statement a table. */
export async function insertFiles(tx: Tx, of: FilesOfCall): Promise<void> {
  const files = fileRows(of.files)
  await tx.run`
    insert into application (id, call_id, contract_id, organisation_id, form_version_id, origin, dauphin_number, created_on, created_by)
    select f."applicationId", ${of.callId}::uuid, ${of.contractId}::uuid, f."organisationId", ${of.formVersionId}::uuid, 'dauphin', f.number, ${of.today}::date, ${of.by}::uuid
    from ${files}`
  await tx.run`
    insert into action (id, contract_id, organisation_id, title, first_year, created_on)
    select f."actionId", ${of.contractId}::uuid, f."organisationId", f.title, ${of.year}::integer, ${of.today}::date from ${files} where f."newAction"`
  await tx.run`
    insert into action_part (id, application_id, action_id, contract_id, organisation_id, year, position, renewed, title, summary, theme_code,
      starts_on, ends_on)
    select f."partId", f."applicationId", f."actionId", ${of.contractId}::uuid, f."organisationId", ${of.year}::integer, 1, f.renewed, f.title, f.summary, f.theme,
      f."startsOn", f."endsOn" from ${files}`
  await tx.run`
    insert into budget (id, part_id, version, created_on) select f."budgetId", f."partId", 1, ${of.today}::date from ${files}`
  await tx.run`
    insert into budget_line (budget_id, account, amount_cents)
    select f."budgetId", ${UNDETAILED_CHARGES}::text, f."totalCents" from ${files} where f."totalCents" is not null`
  await tx.run`
    insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
    select f."applicationId", ${of.callId}::uuid, f."submissionNumber", ${of.today}::date, ${of.by}::uuid, ${of.framingVersion}::integer from ${files}`
}

export async function insertTerritories(tx: Tx, rows: readonly { partId: string; code: string; share: number }[]): Promise<void> {
  await tx.run`
    insert into part_territory (part_id, qpv_id, share)
    select t."partId", q.id, t.share
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t("partId" uuid, code text, share numeric) join qpv q on q.code = t.code`
}

export interface NewRequest {
  id: string
  partId: string
  applicationId: string
  funderId: string
  askedCents: number
}

export async function insertRequests(tx: Tx, rows: readonly NewRequest[]): Promise<void> {
  await tx.run`
    insert into request (id, part_id, application_id, funder_id, asked_cents)
    select r.id, r."partId", r."applicationId", r."funderId", r."askedCents"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "partId" uuid, "applicationId" uuid, "funderId" uuid, "askedCents" bigint)`
}

/** The number after the last one given in a call. The caller holds the lock of the call. */
export async function nextSubmissionNumber(tx: Tx, callId: string): Promise<number> {
  const { next } = await tx.one(z.object({ next: z.number() }))`
    select coalesce(max(s.number), 0) + 1 as next from submission s where s.call_id = ${callId} and ${wholeDatabase}`
  return next
}
