import { type Cents, cents, splitByShares, sumCents } from '#platform/money.ts'

export interface TerritoryShare {
  qpvId: string
  /** Between 0 and 1. */
  share: number
}

export interface TerritoryAmount {
  qpvId: string
  amount: Cents
}

/**
 * What one movement of an award adds in each neighbourhood, so that the movements of an award always sum, neighbourhood by
 * neighbourhood, to its total split with the largest remainder. Splitting each movement alone would drift by cents; and the shares
 * may have changed since (an import of Dauphin), so what is already `held` is read, not computed again.
 */
export function splitMovement(shares: readonly TerritoryShare[], held: readonly TerritoryAmount[], movement: Cents): TerritoryAmount[] {
  const followed = (shares.length > 0 ? [...shares] : sharesOf(held)).sort((a, b) => (a.qpvId < b.qpvId ? -1 : 1))
  if (followed.length === 0) return []
  const total = cents(sumCents(held.map(({ amount }) => amount)) + movement)
  const parts = splitByShares(
    total,
    followed.map(({ share }) => share),
  )
  const becomes = new Map(followed.map(({ qpvId }, index) => [qpvId, parts[index] ?? 0]))
  const was = new Map(held.map(({ qpvId, amount }) => [qpvId, amount]))
  return [...new Set([...becomes.keys(), ...was.keys()])].map((qpvId) => ({
    qpvId,
    amount: cents((becomes.get(qpvId) ?? 0) - (was.get(qpvId) ?? 0)),
  }))
}

/** A part whose shares are gone stays where its money was. */
function sharesOf(held: readonly TerritoryAmount[]): TerritoryShare[] {
  const total = sumCents(held.map(({ amount }) => amount))
  return held.filter(({ amount }) => amount > 0).map(({ qpvId, amount }) => ({ qpvId, share: amount / total }))
}
