import { join } from 'node:path'
import type { Database } from '#platform/db.ts'
import type { Environment } from '#platform/environment.ts'
import { createApp } from './app.tsx'

export interface Program {
  fetch: (request: Request) => Response | Promise<Response>
  /** Ends what runs beside the requests: jobs, listeners. */
  stop(): Promise<void>
}

/** Puts together the pages and what runs beside them, over an open database. */
export async function startProgram(environment: Environment, database: Database): Promise<Program> {
  const app = createApp({
    database,
    filesFolder: join(environment.dataDir, 'files'),
    publicUrl: environment.publicUrl,
    now: () => new Date(),
    whoIs: async () => undefined,
  })
  return { fetch: app.fetch, stop: async () => {} }
}
