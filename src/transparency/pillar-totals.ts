import { type Cents, sumCents } from '#platform/money.ts'

export const PILLAR_KEYS = ['cohesion', 'environment', 'employment', 'transversal', 'none'] as const
export type PillarKey = (typeof PILLAR_KEYS)[number]

export interface PillarTotal {
  pillar: PillarKey
  actions: number
  decided: Cents
}

/** Each action counts in one pillar, that of its orientation: the lines add up to the whole, whatever axes it touches (CON-02). */
export function pillarTotals(actions: readonly { pillar: Exclude<PillarKey, 'none'> | null; decided: Cents }[]): PillarTotal[] {
  return PILLAR_KEYS.map((key) => {
    const own = actions.filter(({ pillar }) => (pillar ?? 'none') === key)
    return { pillar: key, actions: own.length, decided: sumCents(own.map(({ decided }) => decided)) }
  }).filter(({ pillar, actions: count }) => pillar !== 'none' || count > 0)
}
