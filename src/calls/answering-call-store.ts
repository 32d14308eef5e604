import type { Mandate } from '#access/mandate.ts'
import type { Db } from '#platform/db.ts'
import { type Call, findCall } from './call-store.ts'

/** A call of the contract of a mandate; another contract’s is not found. */
export async function findAnsweringCall(db: Db, by: Pick<Mandate, 'contractId'>, code: string): Promise<Call | undefined> {
  const call = await findCall(db, code)
  return call && call.contractId === by.contractId ? call : undefined
}
