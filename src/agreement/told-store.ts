import { z } from 'zod'
import { withoutInterest } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

const Address = z.object({ email: z.string() })

/**
 * The addresses of those who act for an organisation on a day: its porteurs, or its officers on a contract, less those who
 * declared an interest in the beneficiary `about` which they are told.
 */
export async function listAddresses(
  db: Db,
  of: { organisationId: string; on: Day; contractId?: string; about?: string },
): Promise<string[]> {
  const contractId = of.contractId ?? null
  const mayKnow = of.about ? withoutInterest(sql`p.id`, sql`${of.about}::uuid`) : sql`true`
  const rows = await db.rows(Address)`
    select distinct p.email from mandate m join person p on p.id = m.person_id
    where m.organisation_id = ${of.organisationId} and m.valid_from <= ${of.on} and (m.valid_to is null or m.valid_to >= ${of.on})
      and ((${contractId}::uuid is null and m.function = 'porteur')
        or (m.contract_id = ${contractId}::uuid and m.function in ('state-instructor', 'funder')))
      and ${mayKnow}
    order by p.email`
  return rows.map(({ email }) => email)
}
