import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { insertWaiver, lockCondition } from './waiver-store.ts'

export type WaiverRefusal = 'reason-missing' | 'already-handed-in' | 'not-your-condition'

export const WAIVER_REFUSALS = {
  'reason-missing': 'Écrivez le motif de la dérogation\u00A0: il reste dans la liste',
  'already-handed-in': 'Ce compte rendu est arrivé\u00A0: il n’y a plus rien à lever',
  'not-your-condition': 'Seul le financeur qui attend ce compte rendu, ou la cheffe ou le chef de projet, peut y déroger',
} satisfies Record<WaiverRefusal, string>

/** Lifts the wait for an account, for a reason: by the funder that waits for it, or the project lead. Sent twice, it is lifted once. */
export async function waiveCondition(
  db: Db,
  by: Mandate,
  input: { id: string; conditionId: string; reason: string },
  today: Day,
): Promise<Result<undefined, WaiverRefusal>> {
  return db.transaction(async (tx) => {
    const { contractId, scope } = by
    const condition = contractId === null ? undefined : await lockCondition(tx, scope, { conditionId: input.conditionId, contractId })
    if (!condition) throw new NotFound()
    if (condition.waived) return done(undefined)
    const reason = input.reason.trim()
    const reasons: WaiverRefusal[] = []
    if (!mayWaive(by, condition.funderId)) reasons.push('not-your-condition')
    if (reason === '') reasons.push('reason-missing')
    if (condition.settled) reasons.push('already-handed-in')
    if (reasons.length > 0) return refused(...reasons)
    await insertWaiver(tx, { id: input.id, conditionId: input.conditionId, reason, grantedOn: today, grantedBy: by.id })
    await record(tx, by, 'deposit-condition.waived', input.conditionId, { reason, actionId: condition.actionId })
    return done(undefined)
  })
}

export function mayWaive(by: Pick<Mandate, 'function' | 'organisationId'>, funderId: string): boolean {
  return by.function === 'project-lead' || by.organisationId === funderId
}
