import type { Tx } from '#platform/db.ts'

/** Lets an organisation read a file or an action besides its applicant. Granted twice, it is granted once. */
export async function grantReading(tx: Tx, of: { subjectId: string; organisationId: string; reason: string }): Promise<void> {
  await tx.run`
    insert into reading_right (subject_id, organisation_id, reason)
    values (${of.subjectId}, ${of.organisationId}, ${of.reason}) on conflict do nothing`
}
