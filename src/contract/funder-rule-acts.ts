import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import type { FunderRule } from './store.ts'

export type FunderRuleRefusal = 'not-a-funder' | 'in-the-past' | 'same-day'

export const FUNDER_RULE_REFUSALS = {
  'not-a-funder': 'Seul un financeur du contrat fixe ses propres règles.',
  'in-the-past': 'Une règle ne change pas le passé\u00A0: choisissez aujourd’hui ou une date à venir.',
  'same-day': 'Cette règle change déjà à cette date\u00A0: choisissez-en une autre.',
} satisfies Record<FunderRuleRefusal, string>

export interface FunderRuleInput {
  id: string
  rule: FunderRule
  active: boolean
  validFrom: Day
  source: string
}

/** A funder sets one of its own rules from a day on; what applied before still applies to the days before. */
export async function setFunderRule(db: Db, by: Mandate, input: FunderRuleInput, today: Day): Promise<Result<string, FunderRuleRefusal>> {
  return db.transaction(async (tx) => {
    if (by.function === 'porteur') return refused('not-a-funder')
    if (input.validFrom < today) return refused('in-the-past')
    const inserted = await tx.run`
      insert into funder_rule (id, funder_id, rule, active, valid_from, source)
      select ${input.id}, f.organisation_id, ${input.rule}, ${input.active}, ${input.validFrom}, ${input.source}
      from contract_funder f where f.organisation_id = ${by.organisationId} and f.contract_id = ${by.contractId}
      on conflict (funder_id, rule, valid_from) do nothing`
    if (inserted === 0) return refused((await isFunder(tx, by)) ? 'same-day' : 'not-a-funder')
    const { rule, active, validFrom, source } = input
    await record(tx, by, 'funder-rule.set', input.id, { rule, active, validFrom, source })
    return done(input.id)
  })
}

async function isFunder(db: Db, by: Mandate): Promise<boolean> {
  const found = await db.run`select 1 from contract_funder where organisation_id = ${by.organisationId} and contract_id = ${by.contractId}`
  return found > 0
}
