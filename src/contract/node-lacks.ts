import type { Day } from '#platform/day.ts'

interface Uses {
  actions: number
  commitments: number
  indicators: number
  budgets: number
}

export type Lack = keyof Uses

export const LACKS = {
  actions: 'une action',
  commitments: 'un engagement',
  indicators: 'un indicateur',
  budgets: 'un budget',
} satisfies Record<Lack, string>

/** What does not hang on a node (CON-03). */
export function lacksOf(node: Uses): Lack[] {
  return (['actions', 'commitments', 'indicators', 'budgets'] as const).filter((use) => node[use] === 0)
}

/** The nodes in force on a day on which something does not hang. */
export function bareNodes<N extends Uses & { validFrom: Day; validTo: Day | null }>(nodes: readonly N[], on: Day): N[] {
  return nodes.filter((node) => node.validFrom <= on && (node.validTo === null || node.validTo > on) && lacksOf(node).length > 0)
}
