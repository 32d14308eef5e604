import { z } from 'zod'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { Actor } from '#platform/journal.ts'
import { FUNCTIONS } from './permissions.ts'
import type { Scope } from './scope.ts'

const MandateRow = z.object({
  id: idColumn,
  personId: idColumn,
  personName: z.string(),
  function: z.enum(FUNCTIONS),
  organisationId: idColumn,
  organisationName: z.string(),
  contractId: idColumn.nullable(),
  validFrom: dayColumn,
  validTo: dayColumn.nullable(),
})

/** What a person acts under: one function, one organisation, one scope. Permissions and sight are this mandate's only. */
export interface Mandate extends z.infer<typeof MandateRow>, Actor {
  id: string
  personId: string
  scope: Scope
}

/** The mandates of a person on a day, the oldest first. */
export async function listMandates(db: Db, personId: string, today: Day): Promise<Mandate[]> {
  const rows = await db.rows(MandateRow)`
    select m.id, m.person_id as "personId", p.name as "personName", m.function, m.organisation_id as "organisationId",
      o.name as "organisationName", m.contract_id as "contractId", m.valid_from as "validFrom", m.valid_to as "validTo"
    from mandate m
    join person p on p.id = m.person_id
    join organisation o on o.id = m.organisation_id
    where m.person_id = ${personId} and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    order by m.valid_from, m.id`
  return rows.map(withScope)
}

export function withScope(row: z.infer<typeof MandateRow>): Mandate {
  return { ...row, scope: { personId: row.personId, organisationId: row.organisationId, function: row.function } }
}
