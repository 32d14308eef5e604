import type { Mandate } from '#access/mandate.ts'
import type { Funder } from '#contract/store.ts'
import type { Database } from '#platform/db.ts'
import type { Result } from '#platform/result.ts'
import type { FunderKey } from './demo-funders.data.ts'

/** What the makers of the demonstration share. */
export interface DemoWorld {
  db: Database
  filesFolder: string
  contractId: string
  /** By the key of the officer or of the organisation. */
  mandates: ReadonlyMap<string, Mandate>
  funders: Readonly<Record<FunderKey, Funder>>
}

export { FUNDER_KEYS, type FunderKey } from './demo-funders.data.ts'

/** Links of the mails that the acts queue: nobody leaves the demonstration. */
export const DEMO_URL = 'http://localhost:3000'

export function mandateOf(world: DemoWorld, key: string): Mandate {
  const mandate = world.mandates.get(key)
  if (!mandate) throw new Error(`the demonstration has no mandate ${key}`)
  return mandate
}

/** An act of the demonstration never is refused: if it is, a rule or the data changed, and the building stops there. */
export function accomplished<T>(result: Result<T>, what: string): T {
  if (!result.done) throw new Error(`the demonstration cannot ${what}: ${result.reasons.join(', ')}`)
  return result.value
}
