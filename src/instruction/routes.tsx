import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { actRoutes } from './act-routes.tsx'
import { askingRoutes } from './asking-routes.tsx'
import { classifyRoutes } from './classify-routes.tsx'
import type { FilePanel } from './file-panel.tsx'
import { fileRoutes, showFileWith } from './file-routes.tsx'
import { myOpinionRoutes } from './my-opinion-routes.tsx'
import { opinionEmailRoutes } from './opinion-email-routes.tsx'
import { opinionFollowUpRoutes } from './opinion-follow-up-routes.tsx'
import { opinionLinkRoutes } from './opinion-link-routes.tsx'
import { pieceRoutes } from './piece-routes.tsx'

/** Examining: the files, their completeness, their opinions; the panels are what later steps say on the page of a file. */
export function instructionRoutes(panels: readonly FilePanel[]): Hono<AppEnv> {
  const showFile = showFileWith(panels)
  return new Hono<AppEnv>()
    .route('/', myOpinionRoutes)
    .route('/', opinionFollowUpRoutes)
    .route('/', opinionEmailRoutes)
    .route('/', opinionLinkRoutes)
    .route('/', fileRoutes(showFile))
    .route('/', classifyRoutes)
    .route('/', actRoutes(showFile))
    .route('/', askingRoutes)
    .route('/', pieceRoutes)
}
