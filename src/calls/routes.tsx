import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { applicationRoutes } from './application-routes.tsx'
import { callRoutes } from './call-routes.tsx'
import { sectionRoutes } from './section-routes.tsx'

/** Calls for projects, and applications while they are written. */
export const callsRoutes = new Hono<AppEnv>()

callsRoutes.route('/', callRoutes)
callsRoutes.route('/', applicationRoutes)
callsRoutes.route('/', sectionRoutes)
