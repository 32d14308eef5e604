import { findToday } from '#access/demonstration-store.ts'
import type { Db } from '#platform/db.ts'
import type { JobHandlers } from '#platform/jobs.ts'
import { remindDue } from './opinion-follow-up-acts.ts'

/** The reminders of the working days, early enough to be read at the opening of the offices. */
export function opinionJobs(db: Db, { publicUrl, now }: { publicUrl: string; now: () => Date }): JobHandlers {
  return {
    'opinions.remind': {
      cron: '10 7 * * 1-5',
      run: async () => {
        // A demonstration lives on its own day, as its pages do.
        await remindDue(db, { publicUrl }, await findToday(db, now()))
      },
    },
  }
}
