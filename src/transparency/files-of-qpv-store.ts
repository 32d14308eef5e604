import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import type { Db } from '#platform/db.ts'

const CallCount = z.object({ code: z.string(), title: z.string(), files: z.number() })

/** How many files the scope may see in a neighbourhood, call by call, the latest first. */
export function countFilesOfQpv(db: Db, scope: Scope, qpvId: string): Promise<z.infer<typeof CallCount>[]> {
  return db.rows(CallCount)`
    select c.code, c.title, count(distinct a.id) as files
    from application a
    join call c on c.id = a.call_id
    join action_part p on p.application_id = a.id
    join part_territory t on t.part_id = p.id and t.qpv_id = ${qpvId}
    left join submission s on s.application_id = a.id
    where ${visible('a', scope)} and (s.application_id is not null or a.origin = 'dauphin')
    group by c.id
    order by c.year desc, c.code`
}
