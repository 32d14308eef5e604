import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { letterRoutes } from './letter-routes.tsx'

/** What follows the decision: letters, answers, payments, accounts. */
export const agreementRoutes = new Hono<AppEnv>()
agreementRoutes.route('/', letterRoutes)
