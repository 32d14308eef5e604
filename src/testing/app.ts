import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { AppEnv } from '#access/http.ts'
import type { Mandate } from '#access/mandate.ts'
import { createApp } from '#app.tsx'
import type { Day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { TODAY } from './world.ts'

const ORIGIN = 'http://pilotis.example'

export interface TestApp {
  app: Hono<AppEnv>
  filesFolder: string
  get(path: string): Promise<Response>
  /** Posts a form as a browser would, with its origin. Lists give several values of one name; a File makes it multipart. */
  post(path: string, fields?: Record<string, string | string[] | File>): Promise<Response>
  send(method: string, path: string, body: unknown): Promise<Response>
}

/** The whole program in memory over a test database, signed in under a mandate (or nobody), on a chosen day. */
export function testApp(db: Database, as: Mandate | undefined, today: Day = TODAY, antivirusCommand?: string): TestApp {
  const filesFolder = mkdtempSync(join(tmpdir(), 'pilotis-files-'))
  const app = createApp({
    database: db,
    filesFolder,
    publicUrl: ORIGIN,
    antivirusCommand,
    now: () => new Date(`${today}T09:00:00Z`),
    whoIs: async () =>
      as && { personId: as.personId, name: as.personName, email: `${as.personId}@pilotis.example`, signInId: as.id, mandateId: as.id },
  })
  const call = async (path: string, init: RequestInit): Promise<Response> => app.request(`${ORIGIN}${path}`, init)
  return {
    app,
    filesFolder,
    get: (path) => call(path, {}),
    post: (path, fields = {}) =>
      call(path, { method: 'POST', headers: { origin: ORIGIN, referer: `${ORIGIN}${path}` }, body: formOf(fields) }),
    send: (method, path, body) =>
      call(path, { method, headers: { origin: ORIGIN, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }
}

function formOf(fields: Record<string, string | string[] | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
  }
  return form
}
