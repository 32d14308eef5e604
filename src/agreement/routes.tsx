import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { agreementPageRoutes } from './agreement-page-routes.tsx'
import { agreementListRoutes } from './agreement-routes.tsx'
import { correctionRoutes } from './correction-routes.tsx'
import { grantRoutes } from './grant-routes.tsx'
import { letterRoutes } from './letter-routes.tsx'
import { paymentImportRoutes } from './payment-import-routes.tsx'
import { paymentLineRoutes } from './payment-line-routes.tsx'
import { paymentRoutes } from './payment-routes.tsx'
import { reportRoutes } from './report-routes.tsx'

/** What follows the decision: letters, answers, payments, accounts. */
export const agreementRoutes = new Hono<AppEnv>()
agreementRoutes.route('/', letterRoutes)
agreementRoutes.route('/', agreementListRoutes)
agreementRoutes.route('/', agreementPageRoutes)
agreementRoutes.route('/', grantRoutes)
agreementRoutes.route('/', paymentImportRoutes)
agreementRoutes.route('/', paymentLineRoutes)
agreementRoutes.route('/', paymentRoutes)
agreementRoutes.route('/', correctionRoutes)
agreementRoutes.route('/', reportRoutes)
