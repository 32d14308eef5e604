import { Hono } from 'hono'
import { type AppEnv, allow } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { NotFound } from '#platform/errors.ts'
import { actRoutes } from './act-routes.tsx'
import { askingRoutes } from './asking-routes.tsx'
import type { FilePanel } from './file-panel.tsx'
import { fileRoutes, showFileWith } from './file-routes.tsx'
import { givenYears } from './given-years.ts'
import { MyOpinionsPage } from './MyOpinionsPage.tsx'
import { listMyOpinions } from './my-opinions-store.ts'
import { instructionPaths } from './paths.ts'
import { pieceRoutes } from './piece-routes.tsx'

/** Examining: the files, their completeness, their opinions; the panels are what later steps say on the page of a file. */
export function instructionRoutes(panels: readonly FilePanel[]): Hono<AppEnv> {
  const showFile = showFileWith(panels)
  return new Hono<AppEnv>()
    .route('/', opinionRoutes)
    .route('/', fileRoutes(showFile))
    .route('/', actRoutes(showFile))
    .route('/', askingRoutes)
    .route('/', pieceRoutes)
}

const opinionRoutes = new Hono<AppEnv>()

opinionRoutes.get(instructionPaths.myOpinions, allow('opinion:give'), async (c) => {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const opinions = await listMyOpinions(db, mandate.scope, contract.id)
  const wanted = c.req.query('rendus')
  const years = givenYears(opinions)
  // « oui », or a year without opinions: the latest year.
  const given = wanted === undefined ? undefined : (years.find((year) => String(year) === wanted) ?? years[0] ?? 'none')
  return c.html(<MyOpinionsPage {...{ frame, today, opinions, years, given, mayAsk: may(mandate, 'opinion:ask') }} />)
})
