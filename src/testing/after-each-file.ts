import { afterAll } from 'vitest'
import { closeFreshDatabases } from '#platform/test-database.ts'

// Workers keep their modules from one test file to the next, so the closing is asked again in each.
afterAll(closeFreshDatabases)
