import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { fileRoutes } from './file-routes.tsx'

/** Examining: the files, their completeness, their opinions. */
export const instructionRoutes = new Hono<AppEnv>()
instructionRoutes.route('/', fileRoutes)
