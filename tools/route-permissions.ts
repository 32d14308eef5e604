import type { Violation } from './source-tree.ts'

/** What Hono keeps of each handler; `allow('x')` leaves its permission on the function it makes. */
export type RegisteredHandler = { method: string; path: string; handler: unknown }

export type Route = { method: string; path: string; permissions: string[] }

/** The committed list of the routes, one a line: method, path, permission. */
export const ROUTE_LIST = 'tools/routes.txt'

/**
 * The routes of an app in the order of their paths, each with the permissions of its handlers. What is only passed
 * through (a middleware without permission: session, headers, static files) is not a route.
 */
export function listRoutes(handlers: readonly RegisteredHandler[]): Route[] {
  const routes = new Map<string, Route & { answers: boolean }>()
  for (const { method, path, handler } of handlers) {
    const route = routes.get(`${path} ${method}`) ?? { method, path, permissions: [], answers: false }
    routes.set(`${path} ${method}`, route)
    const inner = unwrap(handler)
    const permission = permissionOf(inner)
    if (permission !== undefined) route.permissions.push(permission)
    if (typeof inner === 'function' && (inner.length < 2 || method !== 'ALL')) route.answers = true
  }
  return [...routes]
    .filter(([, route]) => route.answers)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { method, path, permissions }]) => ({ method, path, permissions }))
}

/** One line a route, as the list keeps it. */
export function describeRoute(route: Route): string {
  return `${route.method.padEnd(6)} ${route.path}  ${route.permissions.join(' + ') || '(none)'}`
}

/** Routes without a permission, routes that the list lacks, lines of the list that no route answers. */
export function checkRoutes(routes: readonly Route[], list: string): Violation[] {
  const listed = list.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const present = routes.map(describeRoute)
  const at = (line: number, message: string): Violation => ({ path: ROUTE_LIST, line, message })
  return [
    ...routes.filter((route) => route.permissions.length === 0).map((route) => at(1, `${route.method} ${route.path} has no permission`)),
    ...present.filter((line) => !listed.includes(line)).map((line) => at(1, `lacks this route, read it twice then add it: ${line}`)),
    ...listed.filter((line) => !present.includes(line)).map((line) => at(list.split('\n').indexOf(line) + 1, `no route answers: ${line}`)),
  ]
}

/** Hono wraps the handlers of an app that is mounted with its own error handler, and keeps the original on the wrapper. */
function unwrap(handler: unknown): unknown {
  const inner = typeof handler === 'function' ? Reflect.get(handler, '__COMPOSED_HANDLER') : undefined
  return inner === undefined ? handler : unwrap(inner)
}

/** `allow('a', 'b')` lets through a mandate that carries one or the other. */
function permissionOf(handler: unknown): string | undefined {
  const permission: unknown = typeof handler === 'function' ? Reflect.get(handler, 'permission') : undefined
  if (Array.isArray(permission)) return permission.join(' or ')
  return typeof permission === 'string' ? permission : undefined
}
