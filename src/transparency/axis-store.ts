import { z } from 'zod'
import { published } from '#access/scope.ts'
import { centsColumn, countColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const AxisTotal = z.object({ code: z.string(), label: z.string(), actions: countColumn, decided: centsColumn })
/** What touches one transversal axis: an action may be in several, so that these lines are never added up. */
export type AxisTotal = z.infer<typeof AxisTotal>

/** Public actions and what was decided for them, axis by axis, in a year of a contract (CON-02). */
export function listAxisTotals(db: Db, by: { contractId: string; year: number }): Promise<AxisTotal[]> {
  return db.rows(AxisTotal)`
    with known as (
      select w.part_id, ac.id as action_id, (select sum(d.amount_cents) from decision d where d.award_id = w.id) as cents
      from award w join action ac on ac.id = w.action_id
      join organisation o on o.id = ac.organisation_id and o.legal_form <> 'natural-person'
      where ac.contract_id = ${by.contractId} and w.year = ${by.year} and ${published('w')})
    select x.code, x.label, count(distinct k.action_id) as actions, coalesce(sum(k.cents), 0)::bigint as decided
    from transversal_axis x left join part_axis pa on pa.axis_id = x.id left join known k on k.part_id = pa.part_id
    where x.contract_id = ${by.contractId}
    group by x.id order by x.position`
}

const PublicAmount = z.object({
  id: idColumn,
  pillar: z.enum(['cohesion', 'employment', 'environment', 'transversal']).nullable(),
  decided: centsColumn,
})
/** A public action of a year with its pillar and what was decided for it: what totals need, and no more. */
export type PublicAmount = z.infer<typeof PublicAmount>

export function listPublicAmounts(db: Db, by: { contractId: string; year: number }): Promise<PublicAmount[]> {
  return db.rows(PublicAmount)`
    select ac.id, f.pillar, sum(d.amount_cents)::bigint as decided
    from award w
    join action ac on ac.id = w.action_id
    join organisation o on o.id = ac.organisation_id and o.legal_form <> 'natural-person'
    join decision d on d.award_id = w.id
    left join action_part p on p.id = w.part_id
    left join orientation f on f.id = p.orientation_id
    where ac.contract_id = ${by.contractId} and w.year = ${by.year} and ${published('w')}
    group by ac.id, f.pillar`
}
