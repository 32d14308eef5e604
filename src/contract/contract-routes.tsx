import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { parseDay } from '#platform/day.ts'
import { annexRoutes } from './annex-routes.tsx'
import { avenantRoutes } from './avenant-routes.tsx'
import { ContractPage } from './ContractPage.tsx'
import { ContractsPage } from './ContractsPage.tsx'
import { shownDay } from './contract-end.ts'
import type { ContractPanel, DocumentPanel } from './contract-panel.tsx'
import { loadContractView } from './contract-view-store.ts'
import { documentRoutes } from './document-routes.tsx'
import { frameRoutes } from './frame-routes.tsx'
import { contractAsked, readerOf } from './reader.tsx'
import { type Contract, listContracts } from './store.ts'
import { TextsPage } from './TextsPage.tsx'
import { listTexts } from './text-store.ts'

/** The pages of the contracts, for anybody; what the lead of a contract records in its own. */
export function contractPageRoutes(panels: readonly ContractPanel[], documentPanels: readonly DocumentPanel[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/contrats', allow('public'), async (c) => {
    const contracts = await listContracts(c.var.db)
    return c.html(<ContractsPage frame={c.var.frame} reader={readerOf(c)} contracts={contracts} today={c.var.today} />)
  })
  routes.get('/contrats/:code', allow('public'), async (c) => {
    const contract = await contractAsked(c)
    const view = await loadContractView(c.var.db, contract, readerOf(c, contract.id), dayAsked(c, contract))
    const said = await Promise.all(panels.map((panel) => panel(c, contract)))
    return c.html(<ContractPage frame={c.var.frame} view={view} today={c.var.today} panels={said.filter((panel) => panel !== null)} />)
  })
  routes.get('/textes-de-reference', allow('public'), async (c) =>
    c.html(<TextsPage frame={c.var.frame} reader={readerOf(c)} texts={await listTexts(c.var.db)} />),
  )
  routes.route('/', documentRoutes(documentPanels))
  routes.route('/', avenantRoutes)
  routes.route('/', annexRoutes)
  routes.route('/', frameRoutes)
  return routes
}

/** The day asked in the address; one that cannot be read is that of the contract today. */
function dayAsked(c: AppContext, contract: Contract): ReturnType<typeof shownDay> {
  return parseDay(c.req.query('au') ?? '') ?? shownDay(contract, c.var.today)
}
