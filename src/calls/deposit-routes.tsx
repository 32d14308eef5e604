import { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import { attachmentRoutes } from './attachment-routes.tsx'
import { copySheetRoutes } from './copy-sheet-routes.tsx'
import { dauphinRoutes } from './dauphin-routes.tsx'
import { reopeningRoutes } from './reopening-routes.tsx'
import { submissionRoutes } from './submission-routes.tsx'
import { waiverRoutes } from './waiver-routes.tsx'

/** Everything about a deposit: sending, receipt, attachments, copy sheet, exceptions, and the State’s portal. */
export const depositRoutes = new Hono<AppEnv>()
for (const routes of [attachmentRoutes, copySheetRoutes, dauphinRoutes, reopeningRoutes, submissionRoutes, waiverRoutes]) {
  depositRoutes.route('/', routes)
}
