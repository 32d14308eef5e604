import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertStoredFile } from '#platform/stored-file.ts'
import { findEmail, insertEmail, listAskedOrganisations } from './opinion-email-store.ts'
import { type GivenOpinions, giveOpinions, type OpinionEntry } from './opinion-giving-acts.ts'

export interface EmailInput {
  id: string
  contractId: string
  organisationId: string
  sentOn: Day
  /** Already on the disk. */
  file: { hash: string; size: number; kind: string; name: string }
}

export type EmailRefusal = 'in-the-future'

/** Keeps the e-mail of an organisation that was asked for opinions: the proof of those that will be typed for it. */
export async function recordEmail(db: Db, by: Mandate, input: EmailInput, today: Day): Promise<Result<string, EmailRefusal>> {
  return db.transaction(async (tx) => {
    const { id, contractId, organisationId, sentOn, file } = input
    const asked = await listAskedOrganisations(tx, by.scope, contractId)
    if (!asked.some((one) => one.id === organisationId)) throw new NotFound()
    if (sentOn > today) return refused('in-the-future')
    const fileId = newId()
    await insertStoredFile(tx, { id: fileId, ...file })
    const made = await insertEmail(tx, { id, contractId, organisationId, fileId, sentOn, recordedOn: today, recordedBy: by.id })
    if (made > 0) await record(tx, by, 'opinion-email.recorded', id, { organisationId, sentOn, fileId, hash: file.hash })
    return done(id)
  })
}

/** Types, after an e-mail, the opinions of the organisation that wrote it: all those given, or none. */
export async function typeOpinions(
  db: Db,
  by: Mandate,
  input: { contractId: string; emailId: string; entries: readonly OpinionEntry[] },
  today: Day,
): Promise<GivenOpinions> {
  const email = await findEmail(db, by.scope, { contractId: input.contractId, id: input.emailId })
  if (!email) throw new NotFound()
  const none = { linkId: null, signerName: null, signerFunction: null }
  const { organisationId, id: emailId } = email
  return giveOpinions(
    db,
    { way: 'email', scope: by.scope, organisationId, actor: by, givenBy: by.id, emailId, ...none },
    input.entries,
    today,
  )
}
