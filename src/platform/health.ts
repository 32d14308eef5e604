import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from './db.ts'

/** `GET /sante`: 200 when program and database are well, 503 otherwise. Stands before everything that needs the database. */
export function healthRoutes(database: Database): Hono {
  const routes = new Hono()
  const publicRoute = Object.assign(async (_: unknown, next: () => Promise<void>) => next(), { permission: 'public' as const })
  routes.get('/sante', publicRoute, async (c) => {
    try {
      await database.one(z.object({ well: z.number() }))`select 1 as well`
      return c.json({ status: 'well' })
    } catch (error) {
      console.error('health:', error)
      return c.json({ status: 'database-away' }, 503)
    }
  })
  return routes
}
