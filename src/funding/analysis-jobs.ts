import type { Database } from '#platform/db.ts'
import type { JobHandlers } from '#platform/jobs.ts'
import { countryFacts, deleteOldMarks } from './analysis-country-store.ts'

/** Marks of changed years are of no use after two days. */
export function analysisJobs(database: Database): JobHandlers {
  return { 'analysis.prune': { cron: '17 3 * * *', run: async () => void (await deleteOldMarks(database)) } }
}

/** A database of many contracts is read once when the program starts, so that the first who asks for the country does not wait. */
export function readCountryAhead(database: Database): void {
  if (database.engine !== 'postgres') return
  countryFacts(database).catch((error: unknown) => console.error('country:', error))
}
