import type { Mandate } from '#access/mandate.ts'
import { keepOverride } from '#instruction/droit-commun-acts.ts'
import { specificRouteOpen } from '#instruction/droit-commun-read-store.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import type { Cents } from '#platform/money.ts'
import { findEnvelope } from './envelope-store.ts'

interface Choice {
  partId: string
  envelopeId: string
  cents: Cents
  reason: string
}

/**
 * Whether specific money may be chosen for a part (PRJ-07): freely once ordinary policy was tried; before, only with a reason, which is
 * kept as an override of the route. Nothing retained, or money of another kind, chooses no route.
 */
export async function passSpecificRoute(tx: Tx, by: Mandate, choice: Choice, today: Day): Promise<boolean> {
  const { partId, envelopeId, cents, reason } = choice
  if (cents === 0 || (await findEnvelope(tx, envelopeId))?.kind !== 'specific') return true
  const route = (await specificRouteOpen(tx, [partId], today)).get(partId)
  if (route?.open !== false) return true
  if (reason.trim() === '') return false
  await keepOverride(tx, by, { partId, reason: reason.trim() }, today)
  return true
}
