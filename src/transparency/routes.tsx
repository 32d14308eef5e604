import { Hono } from 'hono'
import { type AppEnv, allow } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { idField } from '#platform/form.ts'
import { ActionPage } from './ActionPage.tsx'
import { ActionsPage } from './ActionsPage.tsx'
import { ApiPage } from './ApiPage.tsx'
import { DESCRIPTION, publicApi } from './api.ts'
import { operationsOf } from './api-operations.ts'
import { countryRoutes } from './country-routes.tsx'
import { DataPage } from './DataPage.tsx'
import { filesOfQpvPanel } from './files-of-qpv-panel.tsx'
import { type NeighbourhoodPanel, neighbourhoodRoutes } from './neighbourhood-routes.tsx'
import { exportSubsidies } from './scdl.document.ts'
import { SCDL_FIELDS } from './scdl-fields.ts'
import { listPublicActions, listPublicYears } from './store.ts'

/** The pages that anybody reads without an account, the open data and the API. */
export function transparencyRoutes(panels: readonly NeighbourhoodPanel[] = []): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.route('/', neighbourhoodRoutes([filesOfQpvPanel, ...panels]))
  routes.route('/', countryRoutes())
  actionPages(routes)
  dataPages(routes)
  routes.route('/', publicApi())
  return routes
}

function actionPages(routes: Hono<AppEnv>): void {
  routes.get('/actions', allow('public'), async (c) => {
    const contract = c.var.contract
    if (!contract) throw new NotFound()
    const years = await listPublicYears(c.var.db, contract.id)
    const asked = Number(c.req.query('annee'))
    const year = years.includes(asked) ? asked : years[0]
    const actions = year === undefined ? [] : await listPublicActions(c.var.db, { contractId: contract.id, year })
    return c.html(<ActionsPage frame={c.var.frame} {...{ contract, years, year, actions }} />)
  })
  routes.get('/actions/:id{[0-9a-f-]{36}}', allow('public'), async (c) => {
    const contract = c.var.contract
    const id = idField.safeParse(c.req.param('id'))
    const years = contract && id.success ? await listPublicActions(c.var.db, { contractId: contract.id, actionId: id.data }) : []
    const [latest] = years
    if (!latest) throw new NotFound()
    return c.html(<ActionPage frame={c.var.frame} action={latest} years={years} />)
  })
}

function dataPages(routes: Hono<AppEnv>): void {
  routes.get('/donnees', allow('public'), async (c) => {
    const years = c.var.contract ? await listPublicYears(c.var.db, c.var.contract.id) : []
    return c.html(<DataPage frame={c.var.frame} years={years} fields={SCDL_FIELDS} contractCode={c.var.contract?.code} />)
  })
  routes.get('/donnees/:file{subventions-[0-9]{4}\\.csv}', allow('public'), async (c) => {
    const file = c.req.param('file')
    const { csv } = await exportSubsidies(c.var.db, { year: Number(file.slice('subventions-'.length, -'.csv'.length)) })
    return c.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${file}"` })
  })
  routes.get('/donnees/dictionnaire.json', allow('public'), (c) =>
    c.json({ schema: 'SCDL subventions 2.1.1', fields: SCDL_FIELDS.map(({ name, required, meaning }) => ({ name, required, meaning })) }),
  )
  routes.get('/api', allow('public'), (c) => {
    const example = c.var.contract ? `/api/v1/contracts/${c.var.contract.code}/actions` : '/api/v1/contracts'
    return c.html(
      <ApiPage frame={c.var.frame} operations={operationsOf(publicApi().getOpenAPI31Document(DESCRIPTION))} example={example} />,
    )
  })
}
