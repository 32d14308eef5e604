import type { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { mandateClaimRoutes } from '#access/mandate-claim-routes.tsx'
import { organisationRoutes } from '#access/organisation-routes.tsx'

/** Each capability mounts its routes here, in the order of an action's life. */
export function mountCapabilities(app: Hono<AppEnv>): void {
  app.route('/', organisationRoutes)
  app.route('/', mandateClaimRoutes)
}
