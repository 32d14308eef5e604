import { type AxisNames, type Facts, noAxisNames, noNames, toFacts } from './analysis-columns.ts'
import { type AnalysedMoney, type AnalysedPart, factRows, type Ranks } from './analysis-rows.ts'

export const newRanks = (): Ranks => ({
  axes: noAxisNames(),
  contracts: noNames(),
  organisations: noNames(),
  nextAction: 0,
  nextPlace: 0,
})

/** Facts read at once and analysed alone: one contract. */
export function buildFacts({ parts, money }: { parts: readonly AnalysedPart[]; money: readonly AnalysedMoney[] }): {
  facts: Facts
  names: AxisNames
} {
  const ranks = newRanks()
  return { facts: toFacts(factRows(parts, money, ranks)), names: ranks.axes }
}
