import { Badge, type BadgeState } from '#platform/kit/Badge.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { IconName } from '#platform/kit/icons.ts'
import type { Route, TryState } from './droit-commun-route.ts'
import { ROUTE_NAMES, TRY_STATE_NAMES } from './droit-commun-words.ts'

interface Look {
  icon: IconName
  state?: BadgeState
}

export const TRY_STATE_LOOKS = {
  'not-asked': { icon: 'circle-dashed' },
  waiting: { icon: 'hourglass', state: 'asked' },
  silent: { icon: 'clock-alert', state: 'error' },
  yes: { icon: 'circle-check', state: 'success' },
  partial: { icon: 'circle-minus', state: 'warning' },
  no: { icon: 'circle-x' },
  'late-yes': { icon: 'circle-check', state: 'warning' },
} satisfies Record<TryState, Look>

export const ROUTE_LOOKS = {
  'to-try': { icon: 'circle-dashed', state: 'warning' },
  waiting: { icon: 'hourglass', state: 'asked' },
  'droit-commun': { icon: 'circle-check', state: 'success' },
  mixed: { icon: 'circle-check', state: 'info' },
  specific: { icon: 'circle-check' },
  'none-fits': { icon: 'circle-check' },
} satisfies Record<Route, Look>

export function RouteBadge({ route }: { route: Route }): Html {
  return <Badge word={ROUTE_NAMES[route]} {...look(ROUTE_LOOKS[route])} />
}

export function TryBadge({ state }: { state: TryState }): Html {
  return <Badge word={TRY_STATE_NAMES[state]} plain {...look(TRY_STATE_LOOKS[state])} />
}

function look({ icon, state }: Look): Look {
  return state ? { icon, state } : { icon }
}
