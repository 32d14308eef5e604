import { join } from 'node:path'
import { configureSignIn } from '#access/sign-in.ts'
import { signedInPerson, signInJobs } from '#access/sign-in-acts.ts'
import { receiptJobs } from '#calls/receipt-jobs.ts'
import { analysisJobs, readCountryAhead } from '#funding/analysis-jobs.ts'
import { opinionJobs } from '#instruction/opinion-jobs.ts'
import { exportJobs } from '#overview/export-jobs.ts'
import { EXPORT_KINDS } from '#overview/export-kinds.document.ts'
import { fileJobs } from '#overview/file-jobs.ts'
import type { Database } from '#platform/db.ts'
import type { Environment } from '#platform/environment.ts'
import { type JobHandlers, startJobs } from '#platform/jobs.ts'
import { sealJournal } from '#platform/journal.ts'
import { mailJobs, mailSender } from '#platform/mail.ts'
import { readSecret } from '#platform/secret.ts'
import { createApp } from './app.tsx'

export interface Program {
  fetch: (request: Request) => Response | Promise<Response>
  /** Ends what runs beside the requests: jobs, listeners. */
  stop(): Promise<void>
}

/** Puts together the pages and what runs beside them, over an open database. */
export async function startProgram(environment: Environment, database: Database): Promise<Program> {
  configureSignIn(database, { secret: readSecret(environment), publicUrl: environment.publicUrl })
  const app = createApp({
    database,
    filesFolder: join(environment.dataDir, 'files'),
    publicUrl: environment.publicUrl,
    antivirusCommand: environment.antivirusCommand,
    now: () => new Date(),
    whoIs: (headers) => signedInPerson(database, headers),
  })
  readCountryAhead(database)
  const jobs = await startJobs(database, jobHandlers(environment, database), (error) => console.error('job:', error))
  return { fetch: app.fetch, stop: () => jobs.stop() }
}

function jobHandlers(environment: Environment, database: Database): JobHandlers {
  return {
    ...mailJobs(database, mailSender(environment)),
    ...receiptJobs(database, join(environment.dataDir, 'files')),
    ...signInJobs(database, () => new Date()),
    ...opinionJobs(database, { publicUrl: environment.publicUrl, now: () => new Date() }),
    ...exportJobs(database, join(environment.dataDir, 'files'), EXPORT_KINDS),
    ...fileJobs(database, join(environment.dataDir, 'files'), () => new Date()),
    ...analysisJobs(database),
    'journal.seal': { cron: '*/5 * * * *', run: () => sealAll(database) },
  }
}

async function sealAll(database: Database): Promise<void> {
  while ((await sealJournal(database)) > 0);
}
