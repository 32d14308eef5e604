import { expect, test } from 'vitest'
import { keepsRoute, ROUTE_FILTER_NAMES, ROUTE_FILTERS, readRouteFilter } from './droit-commun-list.ts'
import { ROUTES } from './droit-commun-route.ts'

test('each filter is read back from its French name, and no two share one', () => {
  expect(ROUTE_FILTERS.map((filter) => readRouteFilter(ROUTE_FILTER_NAMES[filter]))).toEqual([...ROUTE_FILTERS])
  expect(readRouteFilter('autre')).toBeUndefined()
  expect(readRouteFilter(undefined)).toBeUndefined()
})

test('PRJ-07: a filter keeps its own route alone; « dérogation » keeps what was opened by one', () => {
  for (const filter of ROUTES) {
    expect(ROUTES.filter((route) => keepsRoute(filter, { route, overridden: true }))).toEqual([filter])
  }
  expect(keepsRoute('override', { route: 'waiting', overridden: true })).toBe(true)
  expect(keepsRoute('override', { route: 'waiting', overridden: false })).toBe(false)
  expect(keepsRoute(undefined, { route: 'waiting', overridden: false })).toBe(true)
})
