import { defineConfig } from '@playwright/test'

/**
 * The journeys run in a browser against the program as it is built, on the embedded database and, where
 * TEST_DATABASE_URL names one, on PostgreSQL. Each server has a world of its own, made new for the run.
 * Files run in the order of their names, in one world whose day never comes back: those up to `member-…` happen on
 * 14 January 2027 and leave the call open; `one-file-…` goes through the year; those after it happen in January 2028.
 */
const executablePath = process.env['CHROMIUM_PATH']
const databases = process.env['TEST_DATABASE_URL'] ? ['embedded', 'postgresql'] : ['embedded']

// Chosen once by the first process; Playwright's workers read this file again and must find the same.
process.env['E2E_FIRST_PORT'] ||= String(20_000 + Math.floor(Math.random() * 20_000))
const firstPort = Number(process.env['E2E_FIRST_PORT'])
const portOf = (database: string): number => firstPort + databases.indexOf(database)

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  workers: 1,
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], // Chromium has no sandbox under root, as in most CI
    },
  },
  projects: [
    // What the operator sees in a terminal: no browser, processes of its own.
    { name: 'operator', testMatch: '**/operator-*.e2e.ts' },
    ...databases.map((database) => ({
      name: database,
      // Screens and forms do not depend on the database: every journey on the embedded one, the main one on both.
      ...(database === 'embedded' ? { testIgnore: '**/operator-*.e2e.ts' } : { testMatch: '**/one-file-*.e2e.ts' }),
      use: { baseURL: `http://localhost:${portOf(database)}` },
    })),
  ],
  webServer: databases.map((database) => ({
    command: `node e2e/start-server.ts ${database}`,
    url: `http://localhost:${portOf(database)}/sante`,
    env: { PORT: String(portOf(database)) },
    timeout: 180_000,
    stdout: 'pipe' as const,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  })),
})
