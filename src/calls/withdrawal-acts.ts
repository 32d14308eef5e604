import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { isDecided } from './decided-store.ts'
import { lockOwnApplication } from './draft-store.ts'
import { insertWithdrawal } from './submission-store.ts'
import { withdrawable } from './withdrawal-period.ts'

export type WithdrawalRefusal = 'not-submitted' | 'reason-missing' | 'already-decided' | 'past-year'

export const WITHDRAWAL_REFUSALS = {
  'not-submitted': 'Cette demande n’est pas déposée\u00A0: supprimez plutôt le brouillon',
  'reason-missing': 'Dites pourquoi vous retirez cette demande\u00A0: les financeurs le liront',
  'already-decided': 'Une aide est déjà décidée pour cette demande\u00A0: renoncez-y depuis «\u00A0Mes subventions\u00A0»',
  'past-year': 'L’année de cet appel est passée\u00A0: cette demande ne se retire plus',
} satisfies Record<WithdrawalRefusal, string>

/** Takes back a submitted application, for good, with its reason. Sent twice, it is withdrawn once. */
export async function withdrawApplication(
  db: Db,
  by: Mandate,
  input: { applicationId: string; reason: string },
  today: Day,
): Promise<Result<undefined, WithdrawalRefusal>> {
  return db.transaction(async (tx) => {
    const { state, year } = await lockOwnApplication(tx, by, input.applicationId)
    if (state === 'withdrawn') return done(undefined)
    const reason = input.reason.trim()
    const reasons: WithdrawalRefusal[] = []
    if (state === 'draft') reasons.push('not-submitted')
    const may = withdrawable({ decided: await isDecided(tx, input.applicationId), year }, today)
    if (may !== 'withdrawable') reasons.push(may)
    if (reason === '') reasons.push('reason-missing')
    if (reasons.length > 0) return refused(...reasons)
    await insertWithdrawal(tx, { applicationId: input.applicationId, withdrawnOn: today, withdrawnBy: by.id, reason })
    await record(tx, by, 'application.withdrawn', input.applicationId, { reason })
    return done(undefined)
  })
}
