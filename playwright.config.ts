import { defineConfig } from '@playwright/test'

/**
 * The journeys run in a browser against the program as it is built, on the embedded database and, where TEST_DATABASE_URL names one,
 * on PostgreSQL. Each file has a server and a world of its own (`e2e/journey.ts`), so that files run in any order, two at once.
 */
const executablePath = process.env['CHROMIUM_PATH']
const databases = process.env['TEST_DATABASE_URL'] ? ['embedded', 'postgresql'] : ['embedded']

/** What shows the same on both: the screens, refusals of bad input, a form without script, a sign-in ended. */
const ON_EMBEDDED_ONLY = [
  'every-screen',
  'bad-input',
  'inhabitant',
  'association-writes',
  'member-ends',
  'colleagues',
  'project-lead-reopens',
  'association-hands',
  'instructor-gives',
  'funder-opens',
].map((name) => `**/${name}*`)

// Chosen once by the first process; Playwright's workers read this file again and must find the same.
process.env['E2E_RUN'] ||= `pilotis_journeys_${process.pid}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './e2e/worlds.ts',
  // Two leave a fifth of two cores idle; a browser and its server weigh some 500 MB together.
  workers: 3,
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 20_000,
    // Recording each step costs a third of the time: asked for when one looks for a fault.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
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
      // The work of each role is walked on both; how screens fit and what is refused does not depend on the database.
      testIgnore: database === 'embedded' ? ['**/operator-*'] : ['**/operator-*', ...ON_EMBEDDED_ONLY],
    })),
  ],
})
