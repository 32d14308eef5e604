import type { Day } from '#platform/day.ts'

/** What the owner of a line answers. */
export const TRY_OUTCOMES = ['yes', 'partial', 'no'] as const
export type TryOutcome = (typeof TRY_OUTCOMES)[number]

/** A line that fits a part, or was tried on it. */
export interface TriedLine {
  /** Null when the line was not tried yet. */
  dueOn: Day | null
  outcome: TryOutcome | null
  answeredOn: Day | null
}

export type TryState = 'not-asked' | 'waiting' | 'silent' | 'yes' | 'partial' | 'no' | 'late-yes'

/** The due day itself is in time. A « oui » that comes after it is money to count on, but no longer closes the route that silence opened. */
export function tryState({ dueOn, outcome, answeredOn }: TriedLine, today: Day): TryState {
  if (dueOn === null) return 'not-asked'
  if (outcome === null) return today > dueOn ? 'silent' : 'waiting'
  if (outcome === 'yes' && answeredOn !== null && answeredOn > dueOn) return 'late-yes'
  return outcome
}

/** Where the money of a part may come from (PRJ-07). */
export const ROUTES = ['to-try', 'waiting', 'droit-commun', 'mixed', 'specific', 'none-fits'] as const
export type Route = (typeof ROUTES)[number]

/**
 * Specific money only once every line that fits was refused, funds a part only, or was not answered in time (PRJ-07, ENG-02).
 * A line that funds the action whole closes the specific route.
 */
export function routeOf(states: readonly TryState[]): Route {
  if (states.length === 0) return 'none-fits'
  if (states.includes('yes')) return 'droit-commun'
  if (states.includes('not-asked')) return 'to-try'
  if (states.includes('waiting')) return 'waiting'
  return states.some((state) => state === 'partial' || state === 'late-yes') ? 'mixed' : 'specific'
}

const OPEN = {
  'to-try': false,
  waiting: false,
  'droit-commun': false,
  mixed: true,
  specific: true,
  'none-fits': true,
} satisfies Record<Route, boolean>

/** Whether specific money may be chosen, by the answers alone: a recorded override opens it too. */
export function opensSpecificRoute(route: Route): boolean {
  return OPEN[route]
}

export interface PartnerCount {
  asked: number
  /** Answered by the due day. */
  inTime: number
  late: number
  /** Due day past without an answer: it counts against the partner. */
  silent: number
  waiting: number
  yes: number
  partial: number
  no: number
}

export function countTries(tries: readonly (TriedLine & { dueOn: Day })[], today: Day): PartnerCount {
  const count = (keep: (tried: TriedLine & { dueOn: Day }) => boolean): number => tries.filter(keep).length
  return {
    asked: tries.length,
    inTime: count(({ answeredOn, dueOn }) => answeredOn !== null && answeredOn <= dueOn),
    late: count(({ answeredOn, dueOn }) => answeredOn !== null && answeredOn > dueOn),
    silent: count(({ answeredOn, dueOn }) => answeredOn === null && today > dueOn),
    waiting: count(({ answeredOn, dueOn }) => answeredOn === null && today <= dueOn),
    yes: count(({ outcome }) => outcome === 'yes'),
    partial: count(({ outcome }) => outcome === 'partial'),
    no: count(({ outcome }) => outcome === 'no'),
  }
}
