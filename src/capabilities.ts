import type { Hono } from 'hono'
import { accountRoutes } from '#access/account-routes.tsx'
import { demonstrationRoutes } from '#access/demonstration-routes.tsx'
import type { AppEnv } from '#access/http.ts'
import { mandateClaimRoutes } from '#access/mandate-claim-routes.tsx'
import { organisationRoutes } from '#access/organisation-routes.tsx'
import { signInRoutes } from '#access/sign-in-routes.tsx'
import { callsRoutes } from '#calls/routes.tsx'
import { contractRoutes } from '#contract/routes.tsx'
import { programmingRoutes } from '#funding/programming-routes.tsx'
import { instructionRoutes } from '#instruction/routes.tsx'
import { transparencyRoutes } from '#transparency/routes.tsx'

/** Each capability mounts its routes here, in the order of an action's life. */
export function mountCapabilities(app: Hono<AppEnv>): void {
  app.route('/', signInRoutes)
  app.route('/', accountRoutes)
  app.route('/', demonstrationRoutes)
  app.route('/', organisationRoutes)
  app.route('/', mandateClaimRoutes)
  app.route('/', callsRoutes)
  app.route('/', instructionRoutes)
  app.route('/', programmingRoutes)
  app.route('/', contractRoutes())
  app.route('/', transparencyRoutes())
}
