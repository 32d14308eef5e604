import { addDays, type Day } from '#platform/day.ts'

/** Whether a link still opens what it lists. */
export const LINK_STATES = ['open', 'expired', 'revoked'] as const
export type LinkState = (typeof LINK_STATES)[number]

/** The last day is included: « valable jusqu’au ». A revoked link stays so, expired or not. */
export function linkState({ expiresOn, revokedOn }: { expiresOn: Day; revokedOn: Day | null }, today: Day): LinkState {
  if (revokedOn !== null) return 'revoked'
  return today > expiresOn ? 'expired' : 'open'
}

/** A link lives `linkDays` days after the last due day of what it lists; never less than the day it is sent. */
export function linkExpiry(dueDays: readonly Day[], linkDays: number, today: Day): Day {
  const last = [...dueDays, today].toSorted().at(-1) ?? today
  return addDays(last, linkDays)
}

export const LINK_STATE_WORDS = { open: 'Ouvert', expired: 'Expiré', revoked: 'Révoqué' } satisfies Record<LinkState, string>
