import { type Cents, cents, splitByShares } from '#platform/money.ts'

export interface TerritoryShare {
  qpvId: string
  /** Between 0 and 1. */
  share: number
}

/**
 * What one movement of an award adds in each neighbourhood, so that the movements of an award always sum, neighbourhood by
 * neighbourhood, to its total split with the largest remainder. Splitting each movement alone would drift by cents.
 */
export function splitMovement(shares: readonly TerritoryShare[], before: Cents, movement: Cents): { qpvId: string; amount: Cents }[] {
  const ordered = [...shares].sort((a, b) => (a.qpvId < b.qpvId ? -1 : 1))
  const weights = ordered.map(({ share }) => share)
  const was = splitByShares(before, weights)
  const becomes = splitByShares(cents(before + movement), weights)
  return ordered.map(({ qpvId }, index) => ({ qpvId, amount: cents((becomes[index] ?? 0) - (was[index] ?? 0)) }))
}
