import { test as base } from '@playwright/test'
import { JourneyServer } from './journey-server.ts'

/**
 * A journey in a browser: each file has a server and a world of its own, opened on the first day of the demonstration, so that files
 * run in any order and beside each other. The project says on which database.
 */
export const test = base.extend<object, { server: JourneyServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the fixture signature of Playwright
    async ({}, use, { project }) => {
      const server = new JourneyServer(project.name)
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 240_000 }, // the first of all may have to build the world
  ],
  baseURL: async ({ server }, use, { file }) => use(await server.addressFor(file)),
})
