import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { FUNDER_RULES } from './store.ts'

const FunderRuleRow = z.object({ id: idColumn, rule: z.enum(FUNDER_RULES), active: z.boolean(), validFrom: dayColumn, source: z.string() })
export type FunderRuleRow = z.infer<typeof FunderRuleRow>

/** Every rule a funder set for itself, the latest first. */
export function listFunderRules(db: Db, funderId: string): Promise<FunderRuleRow[]> {
  return db.rows(FunderRuleRow)`
    select id, rule, active, valid_from as "validFrom", source from funder_rule where funder_id = ${funderId} order by valid_from desc, rule`
}
