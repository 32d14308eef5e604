import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import type { OpinionSettings } from './opinion-settings.ts'
import { upsertSettings } from './opinion-settings-store.ts'

/** From today on, for one contract; what was sent before keeps its own days. */
export function setOpinionSettings(db: Db, by: Mandate, input: OpinionSettings & { contractId: string }, today: Day): Promise<void> {
  return db.transaction(async (tx) => {
    const { contractId, ...settings } = input
    await upsertSettings(tx, { contractId, validFrom: today, setBy: by.id }, settings)
    await record(tx, by, 'opinion-settings.set', contractId, { ...settings, validFrom: today })
  })
}
