import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { findContract } from '#contract/store.ts'
import { KitPage } from '#platform/kit/KitPage.tsx'
import { AccessibilityPage } from './AccessibilityPage.tsx'
import { GlossaryPage } from './GlossaryPage.tsx'
import { PrivacyPage } from './PrivacyPage.tsx'
import { overviewPaths } from './paths.ts'
import { securityText } from './security-text.ts'

/** Half a year: RFC 9116 wants less than a whole one, counted from each reading. */
const SECURITY_TEXT_MS = 180 * 86_400_000

/** What the law and good use ask of a public site; and, beside the sources only, the page of the kit. */
export function legalRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(overviewPaths.accessibility, allow('public'), async (c) =>
    c.html(<AccessibilityPage frame={c.var.frame} entity={await entityOf(c)} address={c.var.publicUrl} />),
  )
  routes.get(overviewPaths.privacy, allow('public'), async (c) =>
    c.html(<PrivacyPage frame={c.var.frame} entity={await entityOf(c)} demonstration={c.var.demonstration} />),
  )
  routes.get(overviewPaths.glossary, allow('public'), (c) => c.html(<GlossaryPage frame={c.var.frame} />))
  routes.get(overviewPaths.securityText, allow('public'), (c) => {
    // The real clock: a researcher reads it on a real day, whatever the day of a demonstration.
    const settings = { publicUrl: c.var.publicUrl, contact: process.env['SECURITY_CONTACT'], privacyPath: overviewPaths.privacy }
    return c.text(securityText(settings, new Date(Date.now() + SECURITY_TEXT_MS).toISOString()))
  })
  if (besideTheSources()) routes.get(overviewPaths.kit, allow('public'), (c) => c.html(<KitPage />))
  return routes
}

/** `npm run dev` and the tests say so; `npm start` does not. */
function besideTheSources(): boolean {
  return ['development', 'test'].includes(process.env['NODE_ENV'] ?? '')
}

/** Who answers for the site: the body that carries the contract. */
async function entityOf(c: AppContext): Promise<string> {
  const contract = c.var.contract ? await findContract(c.var.db, c.var.contract.code) : undefined
  return contract?.carrierName ?? 'La collectivité qui porte le contrat de ville'
}
