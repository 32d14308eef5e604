import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertReopening, lockReopenable } from './reopening-store.ts'

export type ReopeningRefusal = 'reason-missing' | 'until-past' | 'already-submitted'

export const REOPENING_REFUSALS = {
  'reason-missing': 'Écrivez le motif de la réouverture\u00A0: il reste dans la liste',
  'until-past': 'Cette date est passée\u00A0: choisissez aujourd’hui ou plus tard',
  'already-submitted': 'Cette demande est déjà déposée\u00A0: il n’y a rien à rouvrir',
} satisfies Record<ReopeningRefusal, string>

export interface ReopeningInput {
  id: string
  applicationId: string
  until: Day
  reason: string
}

/** Lets one application be sent after the closing of its call, until a day, for a reason (PRJ-01). */
export async function reopenApplication(
  db: Db,
  by: Mandate,
  input: ReopeningInput,
  today: Day,
): Promise<Result<{ callId: string }, ReopeningRefusal>> {
  return db.transaction(async (tx) => {
    const { contractId, personId } = by
    const application =
      contractId === null ? undefined : await lockReopenable(tx, { applicationId: input.applicationId, contractId, personId })
    if (!application) throw new NotFound()
    const reason = input.reason.trim()
    const reasons: ReopeningRefusal[] = []
    if (reason === '') reasons.push('reason-missing')
    if (input.until < today) reasons.push('until-past')
    if (application.submitted) reasons.push('already-submitted')
    if (reasons.length > 0) return refused(...reasons)
    const made = await insertReopening(tx, { ...input, reason, reopenedOn: today, reopenedBy: by.id })
    if (made) await record(tx, by, 'application.reopened', input.applicationId, { until: input.until, reason })
    return done({ callId: application.callId })
  })
}
