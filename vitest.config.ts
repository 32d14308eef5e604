import { defineConfig } from 'vitest/config'

/** The tests that speak to the database are run a second time on PostgreSQL when one is given (house-style §8). */
const onPostgres = [
  'src/**/*store*.test.ts',
  'src/**/*acts*.test.ts',
  'src/**/*concurren*.test.ts',
  'src/platform/{db,jobs,journal,migrate}*.test.ts',
  'src/testing/*.test.ts',
  'e2e/durability/*.test.ts',
]

// Databases that a run makes on a PostgreSQL server bear its name, and are dropped at its end.
process.env['PILOTIS_TEST_RUN'] ??= `pilotis_test_${Date.now().toString(36)}${process.pid.toString(36)}`

export default defineConfig({
  // The pages are hono/jsx: said here too, so that a test never depends on how tsconfig.json is found.
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // PGlite takes a core and some 200 MB for each file: two at once is what a small machine bears.
    maxWorkers: 2,
    // Half the time of a run was spent loading the same modules and opening the same database for each file.
    isolate: false,
    setupFiles: ['src/testing/after-each-file.ts'],
    globalSetup: ['src/testing/one-run.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'db/**/*.test.ts', 'e2e/durability/*.test.ts', 'bench/*.test.ts'],
          env: { PILOTIS_TEST_ENGINE: 'pglite' },
        },
      },
      ...(process.env['TEST_DATABASE_URL']
        ? [{ extends: true as const, test: { name: 'postgres', include: onPostgres, env: { PILOTIS_TEST_ENGINE: 'postgres' } } }]
        : []),
    ],
  },
})
