import type { Cents } from '#platform/money.ts'
import { CITY_FUNDERS, FUNDER_KEYS, type FunderKey } from '../demo-funders.data.ts'
import type { GeneratedAction } from './generated-action.ts'
import type { Random } from './random.ts'

export type Outcome = 'awarded' | 'refused' | 'withdrawn' | 'inadmissible'

/** A file of a year: who is asked what, and what became of it, or would in a year not yet decided. */
export interface GeneratedFile {
  action: GeneratedAction
  year: number
  renewed: boolean
  outcome: Outcome
  /** Whole euros. */
  asked: Readonly<Partial<Record<FunderKey, number>>>
  awarded: Readonly<Partial<Record<FunderKey, Cents>>>
  /** By a post of the State: its price is fixed. */
  post: boolean
}

/** Posts that the State pays, by the year and in euros (design §7). */
export const POST_PRICES: Readonly<Record<string, number>> = { 'adulte-relais': 22_555.73, fonjep: 7_164 }

export function isPost(action: GeneratedAction): boolean {
  return POST_PRICES[action.kind.key] !== undefined
}

const EDUCATION = ['1.1', '1.3', '1.5a']
const REGIONAL = ['1.4', '2.1', '2.2']

/** The funders that an action asks, the State most often: two on average. */
export function fundersAsked(action: GeneratedAction, random: Random): FunderKey[] {
  if (isPost(action)) return ['state']
  const city = CITY_FUNDERS.find(({ communeCode }) => communeCode === action.communeCode)
  const chances: [FunderKey | undefined, number][] = [
    ['state', 0.91],
    [action.carrier.legalForm === 'commune' ? undefined : city?.key, 0.72],
    ['epci', 0.17],
    ['region', REGIONAL.includes(action.theme) ? 0.34 : 0.07],
    ['department', action.theme === '1.2' || action.theme === '1.3' ? 0.3 : 0.1],
    ['caf', EDUCATION.includes(action.theme) ? 0.4 : 0.05],
  ]
  const asked = chances.flatMap(([funder, chance]) => (funder && random.chance(chance) ? [funder] : []))
  return asked.length > 0 ? asked : ['state']
}

/** Who is asked how much, in the order of the tables. */
export function askedOf(file: GeneratedFile): [funder: FunderKey, euros: number][] {
  return FUNDER_KEYS.flatMap((key) => (file.asked[key] === undefined ? [] : [[key, file.asked[key]]]))
}
