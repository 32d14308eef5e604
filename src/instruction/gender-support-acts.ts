import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { listCandidates, type NewSupport } from './gender-support-store.ts'

/** Records the support given to a carrier whose action has marker 0: a training, a reinforced follow-up (EGA-05). */
export async function recordSupport(db: Db, by: Mandate, input: NewSupport, today: Day): Promise<Result<undefined, 'not-yet-done'>> {
  return db.transaction(async (tx) => {
    const { id, contractId, organisationId, year, nature, doneOn } = input
    const candidates = await listCandidates(tx, by.scope, { contractId, year })
    if (!candidates.some((one) => one.organisationId === organisationId)) throw new NotFound()
    if (doneOn > today) return refused('not-yet-done')
    const made = await tx.run`
      insert into gender_support (id, contract_id, organisation_id, year, nature, done_on, recorded_by)
      values (${id}, ${contractId}, ${organisationId}, ${year}, ${nature}, ${doneOn}, ${by.id}) on conflict (id) do nothing`
    if (made > 0) await record(tx, by, 'support.recorded', organisationId, { year, nature, doneOn })
    return done(undefined)
  })
}

/** How many carriers are to be supported in a year. */
export async function setSupportTarget(
  db: Db,
  by: Mandate,
  input: { contractId: string; year: number; target: number },
  today: Day,
): Promise<Result<undefined>> {
  return db.transaction(async (tx) => {
    const { contractId, year, target } = input
    await tx.run`
      insert into gender_support_plan (contract_id, year, target, set_on, set_by) values (${contractId}, ${year}, ${target}, ${today}, ${by.id})
      on conflict (contract_id, year) do update set target = excluded.target, set_on = excluded.set_on, set_by = excluded.set_by`
    await record(tx, by, 'support.planned', contractId, { year, target })
    return done(undefined)
  })
}
