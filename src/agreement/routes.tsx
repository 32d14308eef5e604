import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { grantRoutes } from './grant-routes.tsx'
import { letterRoutes } from './letter-routes.tsx'
import { paymentRoutes } from './payment-routes.tsx'
import { reportRoutes } from './report-routes.tsx'

/** What follows the decision: letters, answers, payments, accounts. */
export const agreementRoutes = new Hono<AppEnv>()
agreementRoutes.route('/', letterRoutes)
agreementRoutes.route('/', grantRoutes)
agreementRoutes.route('/', paymentRoutes)
agreementRoutes.route('/', reportRoutes)
