import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { queueJob } from '#platform/jobs.ts'
import { record } from '#platform/journal.ts'
import { queueMail } from '#platform/mail.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type ApplicationFile, findApplication } from './application-store.ts'
import { findCallById, lockCall } from './call-store.ts'
import { nextSubmissionNumber } from './dauphin-new-store.ts'
import { lockOwnApplication } from './draft-store.ts'
import { grantFundersReading } from './reading-store.ts'
import { RECEIPT_JOB } from './receipt-jobs.ts'
import type { SubmissionRefusal } from './submission-check.ts'
import { asksTheState, listObstacles } from './submission-file-store.ts'
import { submissionMail } from './submission-mail.ts'
import { submissionPaths } from './submission-paths.ts'
import { findEmail, insertSubmission } from './submission-store.ts'

export interface SubmissionInput {
  applicationId: string
  /** For the link of the mail. */
  publicUrl?: string
}

/**
 * Sends a draft: numbered in its call, dated, with the framing note in force, opened to its funders; receipt and mail are
 * queued with it. Refused with every reason at once (listObstacles gives their words). Sent twice, it has one number.
 */
export async function submitApplication(
  db: Db,
  by: Mandate,
  input: SubmissionInput,
  today: Day,
): Promise<Result<{ number: number }, SubmissionRefusal>> {
  return db.transaction(async (tx) => {
    const { submissionNumber, state } = await lockOwnApplication(tx, by, input.applicationId)
    if (submissionNumber !== null && state === 'submitted') return done({ number: submissionNumber })
    const file = await getFile(tx, by, input.applicationId)
    const obstacles = await listObstacles(tx, file, today)
    if (obstacles.length > 0) return refused(...new Set(obstacles.map(({ reason }) => reason)))
    return done({ number: await number(tx, by, { file, publicUrl: input.publicUrl }, today) })
  })
}

async function getFile(tx: Tx, by: Mandate, id: string): Promise<ApplicationFile> {
  const file = await findApplication(tx, by.scope, id)
  if (!file) throw new NotFound()
  return file
}

async function number(
  tx: Tx,
  by: Mandate,
  { file, publicUrl }: { file: ApplicationFile; publicUrl: string | undefined },
  today: Day,
): Promise<number> {
  await lockCall(tx, { id: file.callId, contractId: file.contractId })
  const call = await findCallById(tx, file.callId)
  if (!call || call.framingVersion === null) throw new Error(`the call of ${file.id} has no framing note`)
  const given = await nextSubmissionNumber(tx, call.id)
  const { framingVersion } = call
  await insertSubmission(tx, {
    applicationId: file.id,
    callId: call.id,
    number: given,
    submittedOn: today,
    submittedBy: by.id,
    framingVersion,
  })
  await grantFundersReading(tx, [file.id])
  await record(tx, by, 'application.submitted', file.id, { number: given, framingVersion })
  await queueJob(tx, RECEIPT_JOB, { applicationId: file.id })
  const email = await findEmail(tx, by.personId)
  const receiptUrl = publicUrl === undefined ? undefined : `${publicUrl}${submissionPaths.submission(file.id)}`
  if (email)
    await queueMail(tx, { to: email, ...submissionMail({ file, number: given, toState: await asksTheState(tx, file), today, receiptUrl }) })
  return given
}
