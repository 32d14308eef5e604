import { z } from 'zod'
import { type Scope, visible } from '#access/scope.ts'
import { idColumn } from '#platform/columns.ts'
import type { Db } from '#platform/db.ts'

const AskedRow = z.object({ callId: idColumn, actionId: idColumn })
/** An action that is in an application of a call, draft or sent, and not withdrawn. */
export type AskedAction = z.infer<typeof AskedRow>

export function listAskedActions(db: Db, scope: Scope, of: { organisationId: string; callIds: readonly string[] }): Promise<AskedAction[]> {
  return db.rows(AskedRow)`
    select distinct a.call_id as "callId", p.action_id as "actionId"
    from action_part p join application a on a.id = p.application_id
    where a.organisation_id = ${of.organisationId} and a.call_id = any(${of.callIds}::uuid[]) and ${visible('a', scope)}
      and not exists (select 1 from application_withdrawal w where w.application_id = a.id)`
}

/** The actions that one of the calls of their contract may still take up: elsewhere they would be asked twice in one call. */
export function freeActions<T extends { id: string; contractId: string }>(
  actions: readonly T[],
  calls: readonly { id: string; contractId: string }[],
  asked: readonly AskedAction[],
): T[] {
  const isAsked = (action: T, call: { id: string }): boolean =>
    asked.some(({ callId, actionId }) => callId === call.id && actionId === action.id)
  return actions.filter((action) => calls.some((call) => call.contractId === action.contractId && !isAsked(action, call)))
}
