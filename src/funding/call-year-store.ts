import { z } from 'zod'
import type { Db } from '#platform/db.ts'

/** The years for which the contract opened a call, the latest first. */
export async function listCallYears(db: Db, contractId: string): Promise<number[]> {
  const rows = await db.rows(z.object({ year: z.number() }))`
    select distinct year from call where contract_id = ${contractId} order by year desc`
  return rows.map(({ year }) => year)
}
