import type { Day } from '#platform/day.ts'

/** One answer to « when does the contract end », and since when it is the answer. */
export interface Term {
  endsOn: Day
  knownOn: Day
}

/** The end of a contract as it stood on a day: that of the latest term then known (CON-01). Before any, the first one planned. */
export function endOn<T extends Term>(terms: readonly T[], on: Day): T | undefined {
  const known = [...terms].sort((a, b) => (a.knownOn < b.knownOn ? -1 : 1))
  return known.filter(({ knownOn }) => knownOn <= on).at(-1) ?? known[0]
}

export type ContractPhase = 'coming' | 'living' | 'closed'

/** The last day counts: a contract that ends today is still living. */
export function contractPhase(contract: { validFrom: Day; validTo: Day }, on: Day): ContractPhase {
  if (on < contract.validFrom) return 'coming'
  return on <= contract.validTo ? 'living' : 'closed'
}

/** The day at which a contract is shown: today while it lives; else its first or its last day. */
export function shownDay(contract: { validFrom: Day; validTo: Day }, today: Day): Day {
  const phase = contractPhase(contract, today)
  return phase === 'living' ? today : phase === 'closed' ? contract.validTo : contract.validFrom
}
