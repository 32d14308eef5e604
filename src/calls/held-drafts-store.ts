import { z } from 'zod'
import type { HeldThings } from '#access/held-thing.ts'
import { may } from '#access/permissions.ts'
import { visible } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import { applicationPaths } from './calls-paths.ts'

const Draft = z.object({ id: idColumn, title: z.string(), callTitle: z.string(), closesOn: dayColumn })

/** The applications that this mandate began and did not send, in calls that are still open. */
export const heldDrafts: HeldThings = async (db, mandate, today) => {
  if (!may(mandate, 'application:write')) return []
  const drafts = await db.rows(Draft)`
    select a.id, coalesce((select nullif(p.title, '') from action_part p where p.application_id = a.id order by p.position limit 1), 'Sans titre') as title,
      c.title as "callTitle", c.closes_on as "closesOn"
    from application a
    join call c on c.id = a.call_id
    where a.created_by = ${mandate.id} and c.closes_on >= ${today} and ${visible('a', mandate.scope)}
      and not exists (select 1 from submission s where s.application_id = a.id)
    order by c.closes_on, a.id`
  return drafts.map(({ id, title, callTitle, closesOn }) => ({
    kind: 'Brouillons de demande',
    subjectId: id,
    label: `${title}, ${callTitle}`,
    href: applicationPaths.application(id),
    dueOn: closesOn,
  }))
}
