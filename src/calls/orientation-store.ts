import { z } from 'zod'
import { type Scope, visible, wholeDatabase } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Tx } from '#platform/db.ts'

const Classifiable = z.object({ id: idColumn, orientationId: idColumn.nullable(), decided: z.boolean() })

/** The parts sent, among these, that the scope may see, held until the end of the act. */
export function lockClassified(
  tx: Tx,
  scope: Scope,
  of: { partIds: readonly string[]; contractId: string },
): Promise<z.infer<typeof Classifiable>[]> {
  return tx.rows(Classifiable)`
    select p.id, p.orientation_id as "orientationId",
      exists (select 1 from application_decided d where d.application_id = a.id) as decided
    from action_part p
    join application a on a.id = p.application_id
    join submission s on s.application_id = a.id
    where p.id = any(${[...of.partIds]}::uuid[]) and p.contract_id = ${of.contractId} and ${visible('a', scope)}
    order by p.id for update of p`
}

export async function updateOrientation(tx: Tx, of: { partIds: readonly string[]; orientationId: string }): Promise<void> {
  await tx.run`update action_part set orientation_id = ${of.orientationId} where ${wholeDatabase} and id = any(${[...of.partIds]}::uuid[])`
}
