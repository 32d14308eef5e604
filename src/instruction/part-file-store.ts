import { z } from 'zod'
import type { Scope } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { visibleToOfficers } from './droit-commun-try-store.ts'

const PartFile = z.object({ partId: idColumn, applicationId: idColumn, title: z.string() })
/** An action with the file it belongs to. */
export type PartFile = z.infer<typeof PartFile>

export function findPartFiles(db: Db, scope: Scope, partIds: readonly string[]): Promise<PartFile[]> {
  return db.rows(PartFile)`
    select p.id as "partId", a.id as "applicationId", p.title
    from action_part p join application a on a.id = p.application_id
    where p.id = any(${partIds}::uuid[]) and ${visibleToOfficers('a', scope)} order by p.position, p.id`
}
