import { z } from 'zod'
import type { Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'

const Address = z.object({ email: z.string() })

/** The addresses of those who act for an organisation on a day: its porteurs, or its officers on a contract. */
export async function listAddresses(db: Db, of: { organisationId: string; on: Day; contractId?: string }): Promise<string[]> {
  const contractId = of.contractId ?? null
  const rows = await db.rows(Address)`
    select distinct p.email from mandate m join person p on p.id = m.person_id
    where m.organisation_id = ${of.organisationId} and m.valid_from <= ${of.on} and (m.valid_to is null or m.valid_to >= ${of.on})
      and ((${contractId}::uuid is null and m.function = 'porteur')
        or (m.contract_id = ${contractId}::uuid and m.function in ('state-instructor', 'funder')))
    order by p.email`
  return rows.map(({ email }) => email)
}
