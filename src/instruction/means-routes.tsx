import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { droitCommunAnswerRoutes } from './droit-commun-answer-routes.tsx'
import { droitCommunListRoutes } from './droit-commun-list-routes.tsx'
import { droitCommunRoutes } from './droit-commun-routes.tsx'
import { genderListRoutes } from './gender-list-routes.tsx'
import { genderRoutes } from './gender-routes.tsx'
import { genderSupportRoutes } from './gender-support-routes.tsx'

/** Ordinary policy first, and the gender marker. */
export const meansRoutes = new Hono<AppEnv>()
  .route('/', droitCommunAnswerRoutes)
  .route('/', droitCommunListRoutes)
  .route('/', droitCommunRoutes)
  .route('/', genderListRoutes)
  .route('/', genderSupportRoutes)
  .route('/', genderRoutes)
