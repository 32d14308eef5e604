import { z } from 'zod'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { AFTER_COMMITTEE, type OpinionSettings, USUAL_SETTINGS } from './opinion-settings.ts'

const Settings = z.object({
  remindBefore: z.array(z.number().int()),
  remindAfter: z.array(z.number().int()),
  linkDays: z.number().int(),
  afterCommittee: z.enum(AFTER_COMMITTEE),
})

/** What a contract chose that holds on a day; the habits of the program when it chose nothing. */
export async function settingsOn(db: Db, contractId: string, on: Day): Promise<OpinionSettings> {
  const chosen = await db.maybe(Settings)`
    select to_json(remind_before) as "remindBefore", to_json(remind_after) as "remindAfter", link_days as "linkDays", after_committee as "afterCommittee"
    from opinion_setting where contract_id = ${contractId} and valid_from <= ${on} order by valid_from desc limit 1`
  return chosen ?? USUAL_SETTINGS
}

/** From a day on; chosen again for the same day, the last choice holds. */
export async function upsertSettings(
  tx: Tx,
  of: { contractId: string; validFrom: Day; setBy: string },
  { remindBefore, remindAfter, linkDays, afterCommittee }: OpinionSettings,
): Promise<void> {
  await tx.run`
    insert into opinion_setting (contract_id, valid_from, remind_before, remind_after, link_days, after_committee, set_by)
    values (${of.contractId}, ${of.validFrom}, ${[...remindBefore]}::integer[], ${[...remindAfter]}::integer[], ${linkDays}, ${afterCommittee}, ${of.setBy})
    on conflict (contract_id, valid_from) do update set remind_before = excluded.remind_before, remind_after = excluded.remind_after,
      link_days = excluded.link_days, after_committee = excluded.after_committee, set_by = excluded.set_by`
}
