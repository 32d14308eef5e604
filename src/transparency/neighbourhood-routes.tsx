import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { findContract, listContracts } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import type { Html } from '#platform/kit/html.ts'
import { findQpv, listCommunePlaces, listPerimeters, type Qpv } from '#territory/store.ts'
import { filterNeighbourhoods, neighbourhoodQuery } from './neighbourhood-list.ts'
import { employmentOf, neighbourhoodRows, populationsOf } from './neighbourhood-rows.ts'
import { findContractOfQpv, listNeighbourhoodFigures, listNeighbourhoods, listPeers } from './neighbourhood-store.ts'
import { QpvPage } from './QpvPage.tsx'
import { QpvsPage } from './QpvsPage.tsx'
import { listPublicActions, listQpvTotals } from './store.ts'

/** What a capability adds to the page of a neighbourhood for the mandate in use; null when it has nothing to say. Given by capabilities.ts. */
export type NeighbourhoodPanel = (c: AppContext, qpv: Qpv) => Promise<Html | null>

/** The neighbourhoods of each contract, and the page of each. */
export function neighbourhoodRoutes(panels: readonly NeighbourhoodPanel[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/quartiers', allow('public'), async (c) => c.html(await listPage(c)))
  routes.get('/quartiers/:code', allow('public'), async (c) => {
    const qpv = await findQpv(c.var.db, c.req.param('code'))
    if (!qpv) throw new NotFound()
    return c.html(await neighbourhoodPage(c, qpv, panels))
  })
  return routes
}

async function listPage(c: AppContext): Promise<Html> {
  const { db, frame } = c.var
  const code = c.req.query('contrat') ?? c.var.contract?.code
  const contract = code === undefined ? undefined : await findContract(db, code)
  if (!contract) throw new NotFound()
  const qpvs = await listNeighbourhoods(db, contract.id)
  const [contracts, figures, perimeters, places] = await Promise.all([
    listContracts(db),
    listNeighbourhoodFigures(db, qpvs),
    listPerimeters(
      db,
      qpvs.map(({ id }) => id),
    ),
    listCommunePlaces(db, qpvs[0]?.epciSiren ?? ''),
  ])
  const query = neighbourhoodQuery((name) => c.req.query(name))
  const all = neighbourhoodRows(qpvs, figures)
  return <QpvsPage {...{ frame, contract, contracts, query, all, perimeters, places }} rows={filterNeighbourhoods(all, query)} />
}

async function neighbourhoodPage(c: AppContext, qpv: Qpv, panels: readonly NeighbourhoodPanel[]): Promise<Html> {
  const { db, frame, today } = c.var
  const [contract, peers] = await Promise.all([findContractOfQpv(db, qpv.id), listPeers(db, qpv)])
  const [figures, perimeters, places, totals, said] = await Promise.all([
    listNeighbourhoodFigures(db, peers),
    listPerimeters(
      db,
      peers.map(({ id }) => id),
    ),
    listCommunePlaces(db, qpv.epciSiren),
    contract ? listQpvTotals(db, { contractId: contract.id, qpvCode: qpv.code }) : [],
    c.var.mandateInUse ? Promise.all(panels.map((panel) => panel(c, qpv))) : [],
  ])
  const asked = Number(c.req.query('annee'))
  const year = totals.some((one) => one.year === asked) ? asked : totals[0]?.year
  const actions = contract && year !== undefined ? await listPublicActions(db, { contractId: contract.id, qpvCode: qpv.code, year }) : []
  return (
    <QpvPage
      {...{ frame, today, qpv, contract, peers, perimeters, places, totals, year, actions }}
      populations={populationsOf(qpv, figures)}
      lines={employmentOf(qpv, peers, figures)}
      panels={said}
    />
  )
}
