import type { Hono } from 'hono'
import { accountRoutes } from '#access/account-routes.tsx'
import { demonstrationRoutes } from '#access/demonstration-routes.tsx'
import { handOverRoutes } from '#access/hand-over-routes.tsx'
import { heldClaims } from '#access/held-claims.ts'
import type { AppEnv } from '#access/http.ts'
import { mandateClaimRoutes } from '#access/mandate-claim-routes.tsx'
import { organisationRoutes } from '#access/organisation-routes.tsx'
import { signInRoutes } from '#access/sign-in-routes.tsx'
import { decisionHistoryPanel } from '#agreement/decision-history-panel.tsx'
import { heldAwards } from '#agreement/held-awards-store.ts'
import { agreementRoutes } from '#agreement/routes.tsx'
import { depositRoutes } from '#calls/deposit-routes.tsx'
import { heldDrafts } from '#calls/held-drafts-store.ts'
import { callsRoutes } from '#calls/routes.tsx'
import { commitmentsPanel, documentCommitmentsPanel } from '#commitments/panels.tsx'
import { commitmentRoutes } from '#commitments/routes.tsx'
import { contractRoutes } from '#contract/routes.tsx'
import { agendaRoutes } from '#funding/agenda-routes.tsx'
import { analysisRoutes } from '#funding/analysis-routes.tsx'
import { committeeRoutes } from '#funding/committee-routes.tsx'
import { decidedPanel } from '#funding/decided-panel.tsx'
import { decisionRoutes } from '#funding/decision-routes.tsx'
import { envelopeRoutes } from '#funding/envelope-routes.tsx'
import { heldMoney } from '#funding/held-money-store.ts'
import { itemRoutes } from '#funding/item-routes.tsx'
import { liveRoutes } from '#funding/live-routes.ts'
import { programmingRoutes } from '#funding/programming-routes.tsx'
import { retentionRoutes } from '#funding/retention-routes.tsx'
import { targetRoutes } from '#funding/target-routes.tsx'
import { droitCommunPanel } from '#instruction/droit-commun-panel.tsx'
import { genderPanel } from '#instruction/gender-panel.tsx'
import { heldAsks } from '#instruction/held-asks-store.ts'
import { meansRoutes } from '#instruction/means-routes.tsx'
import { instructionRoutes } from '#instruction/routes.tsx'
import { bookRoutes } from '#overview/book-routes.tsx'
import { exportRoutes } from '#overview/export-routes.tsx'
import { guideRoutes } from '#overview/guide-routes.tsx'
import { overviewRoutes } from '#overview/routes.tsx'
import { droitCommunLineRoutes } from '#resources/droit-commun-line-routes.tsx'
import { contractMoneyPanel } from '#transparency/contract-money-panel.tsx'
import { transparencyRoutes } from '#transparency/routes.tsx'

/** Each capability mounts its routes here, in the order of an action's life. */
export function mountCapabilities(app: Hono<AppEnv>): void {
  app.route('/', signInRoutes)
  app.route('/', accountRoutes)
  app.route('/', demonstrationRoutes)
  app.route('/', organisationRoutes)
  app.route('/', mandateClaimRoutes)
  app.route('/', handOverRoutes([heldClaims, heldDrafts, heldAsks, heldMoney, heldAwards]))
  app.route('/', depositRoutes)
  app.route('/', callsRoutes)
  app.route('/', instructionRoutes([droitCommunPanel, genderPanel, decidedPanel, decisionHistoryPanel]))
  app.route('/', droitCommunLineRoutes)
  app.route('/', meansRoutes)
  app.route('/', programmingRoutes)
  app.route('/', analysisRoutes)
  app.route('/', targetRoutes)
  app.route('/', committeeRoutes)
  app.route('/', agendaRoutes)
  app.route('/', itemRoutes)
  app.route('/', retentionRoutes)
  app.route('/', liveRoutes)
  app.route('/', decisionRoutes)
  app.route('/', envelopeRoutes)
  app.route('/', agreementRoutes)
  app.route('/', contractRoutes([contractMoneyPanel, commitmentsPanel], [documentCommitmentsPanel]))
  app.route('/', commitmentRoutes)
  app.route('/', transparencyRoutes())
  app.route('/', bookRoutes)
  app.route('/', exportRoutes)
  app.route('/', guideRoutes)
  app.route('/', overviewRoutes())
}
