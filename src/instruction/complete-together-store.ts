import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'

const ChosenFile = z.object({ id: idColumn, complete: z.boolean().nullable(), awaited: z.boolean() })

/** The files of these parts that can be examined, held until the end of the act, with the latest statement and whether a piece is awaited. */
export async function lockChosen(tx: Tx, scope: Scope, partIds: readonly string[]): Promise<z.infer<typeof ChosenFile>[]> {
  await tx.run`
    select 1 from application a
    where ${visible('a', scope)} and exists (select 1 from action_part p where p.application_id = a.id and p.id = any(${partIds}::uuid[]))
    order by a.id for update of a`
  return tx.rows(ChosenFile)`
    select a.id,
      (select k.complete from completeness k where k.application_id = a.id order by k.stated_at desc, k.id desc limit 1) as complete,
      exists (select 1 from piece_request r where r.application_id = a.id
        and not exists (select 1 from piece_answer w where w.piece_request_id = r.id)) as awaited
    from application a
    where ${visible('a', scope)}
      and exists (select 1 from action_part p where p.application_id = a.id and p.id = any(${partIds}::uuid[]))
      and (a.origin = 'dauphin' or exists (select 1 from submission s where s.application_id = a.id))
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)
    order by a.id`
}

/** One statement a file, for files that had none. */
export async function insertAllComplete(
  tx: Tx,
  { stated, statedOn, statedBy }: { stated: readonly { id: string; applicationId: string }[]; statedOn: Day; statedBy: string },
): Promise<void> {
  const [ids, applicationIds] = [stated.map(({ id }) => id), stated.map(({ applicationId }) => applicationId)]
  await tx.run`
    insert into completeness (id, application_id, complete, note, stated_on, stated_at, stated_by)
    select wanted.id, wanted.application_id, true, '', ${statedOn}::date, clock_timestamp(), ${statedBy}::uuid
    from unnest(${ids}::uuid[], ${applicationIds}::uuid[]) as wanted (id, application_id)`
}
