import { z } from 'zod'
import type { HeldThing, HeldThings } from '#access/held-thing.ts'
import type { Mandate } from '#access/mandate.ts'
import { may } from '#access/permissions.ts'
import { visible } from '#access/scope.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'
import { listMyOpinions } from './my-opinions-store.ts'
import { isAwaited } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'

/** The opinions that the organisation still owes, and the pieces that this mandate asked and waits for. */
export const heldAsks: HeldThings = async (db, mandate) => [...(await opinions(db, mandate)), ...(await pieces(db, mandate))]

async function opinions(db: Db, mandate: Mandate): Promise<HeldThing[]> {
  if (!may(mandate, 'opinion:give') || mandate.contractId === null) return []
  const asked = await listMyOpinions(db, mandate.scope, mandate.contractId)
  return asked.filter(isAwaited).map(({ requestId, applicationId, title, organisationName, dueOn }) => ({
    kind: 'Avis à rendre',
    subjectId: requestId,
    label: `${title || 'Sans titre'}, ${organisationName}`,
    href: `${instructionPaths.file(applicationId)}?avis=${requestId}#vous`,
    dueOn,
  }))
}

const Piece = z.object({ id: idColumn, applicationId: idColumn, label: z.string(), organisationName: z.string(), dueOn: dayColumn })

async function pieces(db: Db, mandate: Mandate): Promise<HeldThing[]> {
  if (!may(mandate, 'completeness:state')) return []
  const asked = await db.rows(Piece)`
    select r.id, r.application_id as "applicationId", r.label, o.name as "organisationName", r.due_on as "dueOn"
    from piece_request r
    join application a on a.id = r.application_id
    join organisation o on o.id = a.organisation_id
    where r.asked_by = ${mandate.id} and ${visible('a', mandate.scope)}
      and not exists (select 1 from piece_answer w where w.piece_request_id = r.id)
      and not exists (select 1 from application_withdrawal t where t.application_id = a.id)
    order by r.due_on, r.id`
  return asked.map(({ id, applicationId, label, organisationName, dueOn }) => ({
    kind: 'Pièces demandées, attendues',
    subjectId: id,
    label: `${label}, ${organisationName}`,
    href: instructionPaths.file(applicationId),
    dueOn,
  }))
}
