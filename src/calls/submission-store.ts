import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'

const SubmissionRow = z.object({
  applicationId: idColumn,
  callId: idColumn,
  number: z.number(),
  submittedOn: dayColumn,
  framingVersion: z.number(),
  receiptFileId: idColumn.nullable(),
  withdrawnOn: dayColumn.nullable(),
  withdrawalReason: z.string().nullable(),
})
/** What was sent, and whether it was withdrawn since. */
export type Submission = z.infer<typeof SubmissionRow>

export function findSubmission(db: Db, scope: Scope, applicationId: string): Promise<Submission | undefined> {
  return db.maybe(SubmissionRow)`
    select s.application_id as "applicationId", s.call_id as "callId", s.number, s.submitted_on as "submittedOn",
      s.framing_version as "framingVersion", s.receipt_file_id as "receiptFileId", w.withdrawn_on as "withdrawnOn", w.reason as "withdrawalReason"
    from submission s
    join application a on a.id = s.application_id
    left join application_withdrawal w on w.application_id = a.id
    where s.application_id = ${applicationId} and ${visible('a', scope)}`
}

export interface NewSubmission {
  applicationId: string
  callId: string
  number: number
  submittedOn: Day
  submittedBy: string
  framingVersion: number
}

export async function insertSubmission(tx: Tx, row: NewSubmission): Promise<void> {
  await tx.run`
    insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
    values (${row.applicationId}, ${row.callId}, ${row.number}, ${row.submittedOn}, ${row.submittedBy}, ${row.framingVersion})`
}

/** The first receipt made is the one kept; answers whether it is this one. */
export async function updateReceipt(tx: Tx, of: { applicationId: string; fileId: string }): Promise<boolean> {
  const count = await tx.run`
    update submission s set receipt_file_id = ${of.fileId}
    where s.application_id = ${of.applicationId} and s.receipt_file_id is null and ${wholeDatabase}`
  return count === 1
}

export async function insertWithdrawal(
  tx: Tx,
  row: { applicationId: string; withdrawnOn: Day; withdrawnBy: string; reason: string },
): Promise<void> {
  await tx.run`
    insert into application_withdrawal (application_id, withdrawn_on, withdrawn_by, reason)
    values (${row.applicationId}, ${row.withdrawnOn}, ${row.withdrawnBy}, ${row.reason})`
}

/** The Dauphin number of a submitted application; the same one twice in a call is refused by the database. */
export async function updateDauphinNumber(tx: Tx, row: { applicationId: string; callId: string; number: string }): Promise<void> {
  await tx.run`update application set dauphin_number = ${row.number} where id = ${row.applicationId} and call_id = ${row.callId}`
}

const Taken = z.object({ taken: z.boolean(), imported: z.boolean() })

/** Whether another application of the call has this number, and whether the portal has already spoken of this one. */
export function getDauphinNumberUse(tx: Tx, of: { applicationId: string; callId: string; number: string }): Promise<z.infer<typeof Taken>> {
  return tx.one(Taken)`
    select exists (select 1 from application o
        where o.call_id = ${of.callId} and o.dauphin_number = ${of.number} and o.id <> ${of.applicationId} and ${wholeDatabase}) as taken,
      exists (select 1 from dauphin_line l where l.application_id = ${of.applicationId} and ${wholeDatabase}) as imported`
}

const WithoutNumber = z.object({
  id: idColumn,
  number: z.number(),
  submittedOn: dayColumn,
  organisationName: z.string(),
  title: z.string(),
  callCode: z.string(),
  callTitle: z.string(),
  asked: centsColumn,
})
export type WithoutNumber = z.infer<typeof WithoutNumber>

/** Submitted requests to the State that have no Dauphin number yet: the State cannot notify them. */
export function listWithoutDauphinNumber(db: Db, scope: Scope, contractId: string): Promise<WithoutNumber[]> {
  return db.rows(WithoutNumber)`
    select a.id, s.number, s.submitted_on as "submittedOn", o.name as "organisationName", c.code as "callCode", c.title as "callTitle",
      (select p.title from action_part p where p.application_id = a.id order by p.position limit 1) as title, sum(r.asked_cents) as asked
    from application a
    join submission s on s.application_id = a.id
    join call c on c.id = a.call_id
    join organisation o on o.id = a.organisation_id
    join request r on r.application_id = a.id and r.asked_cents > 0
    join contract_funder f on f.contract_id = a.contract_id and f.organisation_id = r.funder_id and f.budget_account = '74etat'
    where a.contract_id = ${contractId} and a.dauphin_number is null and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    group by a.id, s.number, s.submitted_on, o.name, c.code, c.title
    order by s.submitted_on, s.number`
}

export async function findEmail(tx: Tx, personId: string): Promise<string | undefined> {
  const person = await tx.maybe(z.object({ email: z.string() }))`select email from person where id = ${personId}`
  return person?.email
}
