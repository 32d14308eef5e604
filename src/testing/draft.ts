import type { Mandate } from '#access/mandate.ts'
import { type CallEdition, createCall } from '#calls/call-acts.ts'
import type { Call } from '#calls/call-store.ts'
import { startApplication } from '#calls/draft-acts.ts'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { aWorld, TODAY, type World } from './world.ts'

/** A call with the real form, made by its act. */
export async function aCall(db: Db, world: World, wish: Partial<CallEdition> = {}): Promise<Call> {
  const input: CallEdition = {
    id: newId(),
    code: 'aap-essai',
    title: 'Appel à projets 2027',
    year: 2027,
    door: 'pilotis-first',
    opensOn: day('2026-11-02'),
    closesOn: day('2027-01-31'),
    framing: 'Note de cadrage.',
    ...wish,
  }
  const result = await createCall(db, world.mandates.lead, input, TODAY)
  if (!result.done) throw new Error(result.reasons.join())
  return result.value
}

export interface BegunDraft {
  world: World
  call: Call
  by: Mandate
  id: string
  partId: string
}

/** A world where an association has just begun an application, still empty, with one part. */
export async function begunDraft(db: Db): Promise<BegunDraft> {
  const world = await aWorld(db)
  const call = await aCall(db, world)
  const ids = { id: newId(), partId: newId() }
  const by = world.mandates.porteur
  const result = await startApplication(db, by, { ...ids, callId: call.id }, TODAY)
  if (!result.done) throw new Error(result.reasons.join())
  return { world, call, by, ...ids }
}
