import type { Hono } from 'hono'
import { accountRoutes } from '#access/account-routes.tsx'
import { demonstrationRoutes } from '#access/demonstration-routes.tsx'
import type { AppEnv } from '#access/http.ts'
import { mandateClaimRoutes } from '#access/mandate-claim-routes.tsx'
import { organisationRoutes } from '#access/organisation-routes.tsx'
import { signInRoutes } from '#access/sign-in-routes.tsx'
import { decisionHistoryPanel } from '#agreement/decision-history-panel.tsx'
import { agreementRoutes } from '#agreement/routes.tsx'
import { depositRoutes } from '#calls/deposit-routes.tsx'
import { callsRoutes } from '#calls/routes.tsx'
import { contractRoutes } from '#contract/routes.tsx'
import { agendaRoutes } from '#funding/agenda-routes.tsx'
import { committeeRoutes } from '#funding/committee-routes.tsx'
import { decidedPanel } from '#funding/decided-panel.tsx'
import { decisionRoutes } from '#funding/decision-routes.tsx'
import { envelopeRoutes } from '#funding/envelope-routes.tsx'
import { itemRoutes } from '#funding/item-routes.tsx'
import { liveRoutes } from '#funding/live-routes.ts'
import { programmingRoutes } from '#funding/programming-routes.tsx'
import { retentionRoutes } from '#funding/retention-routes.tsx'
import { instructionRoutes } from '#instruction/routes.tsx'
import { overviewRoutes } from '#overview/routes.tsx'
import { contractMoneyPanel } from '#transparency/contract-money-panel.tsx'
import { transparencyRoutes } from '#transparency/routes.tsx'

/** Each capability mounts its routes here, in the order of an action's life. */
export function mountCapabilities(app: Hono<AppEnv>): void {
  app.route('/', signInRoutes)
  app.route('/', accountRoutes)
  app.route('/', demonstrationRoutes)
  app.route('/', organisationRoutes)
  app.route('/', mandateClaimRoutes)
  app.route('/', depositRoutes)
  app.route('/', callsRoutes)
  app.route('/', instructionRoutes([decidedPanel, decisionHistoryPanel]))
  app.route('/', programmingRoutes)
  app.route('/', committeeRoutes)
  app.route('/', agendaRoutes)
  app.route('/', itemRoutes)
  app.route('/', retentionRoutes)
  app.route('/', liveRoutes)
  app.route('/', decisionRoutes)
  app.route('/', envelopeRoutes)
  app.route('/', agreementRoutes)
  app.route('/', contractRoutes([contractMoneyPanel]))
  app.route('/', transparencyRoutes())
  app.route('/', overviewRoutes())
}
