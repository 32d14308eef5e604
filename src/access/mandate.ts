import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { Actor } from '#platform/journal.ts'
import { sql } from '#platform/sql.ts'
import { FUNCTIONS } from './permissions.ts'
import type { Scope } from './scope.ts'

export const MandateRow = z.object({
  id: idColumn,
  personId: idColumn,
  personName: z.string(),
  function: z.enum(FUNCTIONS),
  organisationId: idColumn,
  organisationName: z.string(),
  contractId: idColumn.nullable(),
  validFrom: dayColumn,
  validTo: dayColumn.nullable(),
  /** The neighbourhoods of a mandate narrower than its contract; null when it holds on the whole. */
  qpvIds: z.array(idColumn).nullable(),
})

/** What a person acts under: one function, one organisation, one scope. Permissions and sight are this mandate's only. */
export interface Mandate extends z.infer<typeof MandateRow>, Actor {
  id: string
  personId: string
  scope: Scope
}

/** The mandates of a person on a day, the oldest first. */
export async function listMandates(db: Db, personId: string, today: Day): Promise<Mandate[]> {
  const rows = await db.rows(MandateRow)`${mandateColumns}
    where m.person_id = ${personId} and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    order by m.valid_from, m.id`
  return rows.map(withScope)
}

/** A commune stands for the neighbourhoods it holds, of every generation. */
const MANDATE_QPVS = sql`array(
    select narrow.qpv_id from mandate_territory narrow where narrow.mandate_id = m.id and narrow.qpv_id is not null
    union
    select inside.qpv_id from mandate_territory narrow join qpv_commune inside on inside.commune_code = narrow.commune_code
    where narrow.mandate_id = m.id)`

/** Mandates with their person and organisation; the caller says which. */
export const mandateColumns = sql`
    select m.id, m.person_id as "personId", p.name as "personName", m.function, m.organisation_id as "organisationId",
      o.name as "organisationName", m.contract_id as "contractId", m.valid_from as "validFrom", m.valid_to as "validTo",
      case when exists (select 1 from mandate_territory narrow where narrow.mandate_id = m.id) then ${MANDATE_QPVS} end as "qpvIds"
    from mandate m
    join person p on p.id = m.person_id
    join organisation o on o.id = m.organisation_id`

export function withScope(row: z.infer<typeof MandateRow>): Mandate {
  const { personId, organisationId, contractId, qpvIds } = row
  return { ...row, scope: { personId, organisationId, function: row.function, contractId, qpvIds } }
}
