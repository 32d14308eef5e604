import { z } from 'zod'
import { dayColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { type ProgrammingSetting, SETTING_CODES } from './programming-setting.ts'

const Setting = z.object({ code: z.enum(SETTING_CODES), value: z.string(), validFrom: dayColumn, source: z.string() })

/** Every value that a contract set, the latest first. */
export function listProgrammingSettings(db: Db, contractId: string): Promise<ProgrammingSetting[]> {
  return db.rows(Setting)`
    select code, value, valid_from as "validFrom", source from programming_setting where contract_id = ${contractId}
    order by code, valid_from desc`
}
