import { type Cents, cents, sumCents } from '#platform/money.ts'

/** What one action received in a place, the year shown and the year before. */
export interface PlaceAction {
  actionId: string
  title: string
  organisationName: string
  qpvs: string
  now: Cents
  before: Cents
}

export type PlaceChange = 'new' | 'kept' | 'stopped'

export const PLACE_CHANGE_WORDS = { new: 'Nouvelle', kept: 'Reconduite', stopped: 'Arrêtée' } satisfies Record<PlaceChange, string>

/** New: nothing the year before. Stopped: nothing the year shown. An action without money in both years is in neither list. */
export function placeChange({ now, before }: { now: Cents; before: Cents }): PlaceChange {
  if (now > 0) return before > 0 ? 'kept' : 'new'
  return 'stopped'
}

export interface PlaceSums {
  now: Cents
  before: Cents
  /** now − before. */
  difference: Cents
  actions: number
  added: number
  stopped: number
}

/** The sums of a place: each euro once, since an award is split between neighbourhoods. */
export function placeSums(actions: readonly PlaceAction[]): PlaceSums {
  const now = sumCents(actions.map((one) => one.now))
  const before = sumCents(actions.map((one) => one.before))
  const changes = actions.map(placeChange)
  return {
    now,
    before,
    difference: cents(now - before),
    actions: changes.filter((change) => change !== 'stopped').length,
    added: changes.filter((change) => change === 'new').length,
    stopped: changes.filter((change) => change === 'stopped').length,
  }
}

/** Cents an inhabitant, to the nearest cent; undefined when the inhabitants are not known. */
export function perInhabitant(amount: Cents, inhabitants: number | null): Cents | undefined {
  return inhabitants === null || inhabitants <= 0 ? undefined : cents(Math.round(amount / inhabitants))
}
