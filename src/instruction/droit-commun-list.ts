import { ROUTES, type Route } from './droit-commun-route.ts'

/** What the list of routes may keep: a route, or what was opened by an override. */
export const ROUTE_FILTERS = [...ROUTES, 'override'] as const
export type RouteFilter = (typeof ROUTE_FILTERS)[number]

/** What each is called in the address, which is in French. */
export const ROUTE_FILTER_NAMES = {
  'to-try': 'a-essayer',
  waiting: 'en-attente',
  'droit-commun': 'droit-commun',
  mixed: 'mixte',
  specific: 'specifique',
  'none-fits': 'sans-ligne',
  override: 'derogation',
} satisfies Record<RouteFilter, string>

export function readRouteFilter(text: string | undefined): RouteFilter | undefined {
  return ROUTE_FILTERS.find((filter) => ROUTE_FILTER_NAMES[filter] === text)
}

export function keepsRoute(filter: RouteFilter | undefined, of: { route: Route; overridden: boolean }): boolean {
  if (filter === undefined) return true
  return filter === 'override' ? of.overridden : of.route === filter
}
