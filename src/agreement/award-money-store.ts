import { z } from 'zod'
import { wholeDatabase } from '#access/scope.ts'
import { centsColumn, dayColumn, idColumn } from '#platform/columns.ts'
import { sql } from '#platform/sql.ts'

/** These stand only inside the statement of award-state-store.ts: `w` is an award of the scope, `t` its action, `e` its envelope. */

export const Correction = z.object({
  id: idColumn,
  kind: z.enum(['withdrawal', 'reversal']),
  number: z.string(),
  amount: centsColumn,
  on: dayColumn,
  reason: z.string(),
})
/** A counter-row: part of an obligation withdrawn, or a payment undone; `amount` is above zero. */
export type Correction = z.infer<typeof Correction>

export const CORRECTIONS = sql`coalesce((
  select json_agg(json_build_object('id', k.id, 'kind', k.kind, 'number', k.number, 'amount', k.cents, 'on', k.day, 'reason', k.reason) order by k.day, k.id)
  from (select b.id, 'withdrawal' as kind, b.number, -b.amount_cents as cents, b.obligated_on as day, b.reason
      from obligation b where ${wholeDatabase} and b.award_id = w.id and b.withdraws_id is not null
    union all select m.id, 'reversal', g.number, -m.amount_cents, m.paid_on, m.reason
      from payment m join obligation g on g.id = m.obligation_id where m.award_id = w.id and m.reverses_id is not null) k), '[]')`

const Receipt = z.object({ id: idColumn, amount: centsColumn, on: dayColumn })
export const Recovery = z.object({
  id: idColumn,
  number: z.string(),
  amount: centsColumn,
  on: dayColumn,
  reason: z.string(),
  receipts: z.array(Receipt),
})
/** What the beneficiary is asked to give back, and what it gave back. */
export type Recovery = z.infer<typeof Recovery>

export const RECOVERIES = sql`coalesce((
  select json_agg(json_build_object('id', r.id, 'number', r.number, 'amount', r.amount_cents, 'on', r.asked_on, 'reason', r.reason, 'receipts', coalesce((
      select json_agg(json_build_object('id', v.id, 'amount', v.amount_cents, 'on', v.received_on) order by v.received_on, v.id)
      from recovery_receipt v where v.recovery_id = r.id), '[]')) order by r.asked_on, r.id)
  from recovery r where ${wholeDatabase} and r.award_id = w.id), '[]')`

export const YearTextRow = z.object({
  agreementId: idColumn,
  textId: idColumn,
  rank: z.number(),
  amount: centsColumn,
  beneficiarySignedOn: dayColumn.nullable(),
  authoritySignedOn: dayColumn.nullable(),
})

/** Texts between the funder and the organisation that set an amount for the year of the award, the latest last. */
export const AGREEMENTS = sql`coalesce((
  select json_agg(json_build_object('agreementId', g.id, 'textId', h.id, 'rank', h.rank, 'amount', z.amount_cents,
    'beneficiarySignedOn', (select s.signed_on from agreement_signature s where s.text_id = h.id and s.party = 'beneficiary'),
    'authoritySignedOn', (select s.signed_on from agreement_signature s where s.text_id = h.id and s.party = 'authority')) order by g.prepared_on, g.id, h.rank)
  from agreement g join agreement_text h on h.agreement_id = g.id join agreement_year z on z.text_id = h.id and z.year = w.year
  where ${wholeDatabase} and g.funder_id = e.funder_id and g.organisation_id = t.organisation_id), '[]')`
