import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { callPeriod } from '#calls/call-period.ts'
import { listCalls } from '#calls/call-store.ts'
import { findContract } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import type { Html } from '#platform/kit/html.ts'
import { publicPaths } from '#transparency/paths.ts'
import { FrontPage } from './FrontPage.tsx'
import { FunderHomePage } from './FunderHomePage.tsx'
import { firstDayRoutes } from './first-day-routes.tsx'
import { loadFunderHome } from './funder-home-store.ts'
import { LeadHomePage } from './LeadHomePage.tsx'
import { loadLeadHome } from './lead-home-store.ts'
import { legalRoutes } from './legal-routes.tsx'
import { PlaceHomePage } from './PlaceHomePage.tsx'
import { PorteurHomePage } from './PorteurHomePage.tsx'
import { overviewPaths } from './paths.ts'
import { loadPlaceHome } from './place-home-store.ts'
import { loadPorteurHome } from './porteur-home-store.ts'
import { WelcomePage } from './WelcomePage.tsx'

/** The front page, the home of each function, the pages that the law asks for. */
export function overviewRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(overviewPaths.front, allow('public'), async (c) =>
    c.var.person ? c.redirect(overviewPaths.home, 303) : c.html(await frontPage(c)),
  )
  routes.get(overviewPaths.publicPages, allow('public'), (c) => {
    if (!c.var.contract) throw new NotFound()
    return c.redirect(publicPaths.contract(c.var.contract.code), 303)
  })
  routes.get(overviewPaths.home, allow('signed-in'), async (c) => c.html(await homePage(c)))
  routes.route('/', firstDayRoutes())
  routes.route('/', legalRoutes())
  return routes
}

async function frontPage(c: AppContext): Promise<Html> {
  const { db, today, demonstration, frame } = c.var
  const contract = c.var.contract ? await findContract(db, c.var.contract.code) : undefined
  const calls = contract ? await listCalls(db, contract.id) : []
  const shown = calls.filter((call) => callPeriod(call, today).phase !== 'closed')
  return <FrontPage {...{ frame, today, contract, demonstration }} calls={shown} />
}

async function homePage(c: AppContext): Promise<Html> {
  const { db, today, frame, contract, mandateInUse: mandate } = c.var
  if (!mandate) return <WelcomePage frame={frame} />
  if (mandate.function === 'porteur') {
    const home = await loadPorteurHome(db, mandate, { contractId: contract?.id, today })
    return <PorteurHomePage frame={frame} today={today} organisationName={mandate.organisationName} home={home} />
  }
  if (!contract) throw new NotFound()
  const of = { contractId: contract.id, today }
  if (mandate.function === 'elected' || mandate.function === 'council') {
    return <PlaceHomePage frame={frame} today={today} contractName={contract.name} home={await loadPlaceHome(db, mandate, of)} />
  }
  if (mandate.function === 'project-lead') return <LeadHomePage frame={frame} today={today} home={await loadLeadHome(db, mandate, of)} />
  const home = await loadFunderHome(db, mandate, of)
  return <FunderHomePage frame={frame} today={today} organisationName={mandate.organisationName} home={home} />
}
