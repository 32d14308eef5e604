import type { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'

/** Each capability mounts its routes here, in the order of an action's life. */
export function mountCapabilities(app: Hono<AppEnv>): void {
  void app
}
