import { type Day, daysBetween } from '#platform/day.ts'

export type CallPeriod = { phase: 'not-yet' | 'open' | 'closed'; daysLeft: number }

/** Where a call stands on a day. Both its first and its last day are open; `daysLeft` counts to the last one. */
export function callPeriod(call: { opensOn: Day; closesOn: Day }, today: Day): CallPeriod {
  const daysLeft = Math.max(0, daysBetween(today, call.closesOn))
  if (today < call.opensOn) return { phase: 'not-yet', daysLeft }
  return { phase: today > call.closesOn ? 'closed' : 'open', daysLeft }
}

/** Said wherever a call that is over refuses something; who opens it again, and how. */
export const CALL_CLOSED = 'L’appel est clos. Si vous avez un motif sérieux, demandez à l’équipe du contrat de ville de rouvrir votre dépôt'

export const DOORS = ['pilotis-first', 'dauphin-first'] as const
export type Door = (typeof DOORS)[number]

/** How one applies, as written on the pages of a call. */
export const DOOR_NAMES = {
  'pilotis-first': 'Dépôt sur Pilotis',
  'dauphin-first': 'Dépôt sur Dauphin',
} satisfies Record<Door, string>
