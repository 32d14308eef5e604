import { z } from 'zod'
import { checkDatabase } from '#overview/check-faults-store.ts'
import { idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { sealJournal } from '#platform/journal.ts'

const Kept = z.object({ id: idColumn, number: z.number(), journalled: z.number(), readers: z.number() })

/**
 * What is wrong in a database after the kills, by what was acknowledged and by what `npx pilotis check` recomputes;
 * empty when every acknowledged submission is whole and alone under its number.
 */
export async function faultsAfterKills(db: Db, acknowledged: ReadonlyMap<string, number | undefined>): Promise<string[]> {
  const kept = await db.rows(Kept)`
    select s.application_id as id, s.number,
      (select count(*)::int from journal j where j.subject_id = s.application_id and j.act = 'application.submitted') as journalled,
      (select count(*)::int from reading_right r where r.subject_id = s.application_id) as readers
    from submission s order by s.number`
  while ((await sealJournal(db)) > 0);
  return [...lost(kept, acknowledged), ...halfWritten(kept), ...(await unsubmittedInJournal(db)), ...(await checkDatabase(db))]
}

function lost(kept: z.infer<typeof Kept>[], acknowledged: ReadonlyMap<string, number | undefined>): string[] {
  const numbers = new Map(kept.map(({ id, number }) => [id, number]))
  return [...acknowledged].flatMap(([id, number]) => {
    const found = numbers.get(id)
    if (found === undefined) return [`${id} was acknowledged and is lost`]
    return number === undefined || number === found ? [] : [`${id} was acknowledged as ${number} and is now ${found}`]
  })
}

/** All or nothing: number, journal row and readers come together, and numbers follow one another. */
function halfWritten(kept: z.infer<typeof Kept>[]): string[] {
  return kept.flatMap(({ id, number, journalled, readers }, index) => [
    ...(number === index + 1 ? [] : [`number ${number} is in place ${index + 1}`]),
    ...(journalled === 1 ? [] : [`${id} has ${journalled} rows in the journal`]),
    ...(readers === kept[0]?.readers && readers > 0 ? [] : [`${id} has ${readers} readers`]),
  ])
}

async function unsubmittedInJournal(db: Db): Promise<string[]> {
  const rows = await db.rows(z.object({ id: idColumn }))`
    select j.subject_id as id from journal j left join submission s on s.application_id = j.subject_id
    where j.act = 'application.submitted' and s.application_id is null`
  return rows.map(({ id }) => `${id} is submitted in the journal only`)
}
