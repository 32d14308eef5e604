import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { sweepOrphans } from '#platform/file-store.ts'
import type { JobHandlers } from '#platform/jobs.ts'

/** Each night, what no row names and is older than a day leaves the folder. `now` is the real clock: files age by it. */
export function fileJobs(db: Db, folder: string, now: () => Date): JobHandlers {
  return {
    'files.sweep': {
      cron: '20 3 * * *',
      run: async () => {
        await sweepOrphans(folder, (hash) => isKnown(db, hash), now())
      },
    },
  }
}

async function isKnown(db: Db, hash: string): Promise<boolean> {
  const { known } = await db.one(z.object({ known: z.boolean() }))`
    select exists (select 1 from stored_file where hash = ${hash}) as known`
  return known
}
