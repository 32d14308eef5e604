import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import type { SettingCode } from './programming-setting.ts'

export interface SettingInput {
  id: string
  contractId: string
  code: SettingCode
  /** As it is kept: a share between 0 and 1, or MM-DD. */
  value: string
  validFrom: Day
  source: string
}

export type SettingFlaw = 'day-taken'

/** A contract sets what it aims at from a day on. The same form sent twice sets it once; a day has one value: another day changes it. */
export async function setProgrammingTarget(db: Db, by: Mandate, input: SettingInput, today: Day): Promise<Result<string, SettingFlaw>> {
  return db.transaction(async (tx) => {
    const { id, contractId, code, value, validFrom, source } = input
    const set = await tx.run`
      insert into programming_setting (id, contract_id, code, value, valid_from, source, recorded_on, recorded_by)
      values (${id}, ${contractId}, ${code}, ${value}, ${validFrom}, ${source}, ${today}, ${by.id}) on conflict do nothing`
    if (set === 0) {
      const same = await tx.run`select id from programming_setting where id = ${id}`
      return same === 1 ? done(id) : refused('day-taken')
    }
    await record(tx, by, 'programming-target.set', id, { code, value, validFrom, source })
    return done(id)
  })
}
