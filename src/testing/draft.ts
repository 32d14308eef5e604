import type { Mandate } from '#access/mandate.ts'
import { type CallEdition, createCall } from '#calls/call-acts.ts'
import type { Call } from '#calls/call-store.ts'
import { startApplication } from '#calls/draft-acts.ts'
import { saveFields } from '#calls/field-acts.ts'
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

const OF_THE_APPLICATION = {
  contactName: 'Personne fictive',
  contactEmail: 'contact@association.example',
  republicanEngagement: 'oui',
  republicanEngagementSignedOn: '01/09/2026',
}

const OF_THE_PART = {
  title: 'Vélo-école pour adultes',
  summary: 'Deux ateliers par semaine.',
  need: 'Quarante personnes attendent une place.',
  initiator: 'organisation',
  theme: '1.5',
  means: 'Une animatrice et six bénévoles.',
  'qpv.QN06201F': '50',
  'qpv.QN06203F': '50',
  'public.26-59.women': '30',
  'public.26-59.men': '15',
  startsOn: '01/03/2027',
  endsOn: '31/12/2027',
  expectedResult: 'Des adultes se déplacent seuls.',
  indicator: 'Personnes qui circulent seules',
  indicatorTarget: '30',
  mixedPublic: 'oui',
  equalityGoal: 'non',
  sexedDiagnosis: 'oui',
  balancedParticipation: 'oui',
  sexedIndicators: 'oui',
  'budget.601': '2 400',
  'budget.641': '7 600',
  'budget.756': '1 000',
  'budget.864': '3 000',
  'budget.870': '3 000',
  floor: '8 000',
}

/** What an association could type so that nothing is missing: 10 000 € of charges and of products. */
export function completeAnswers({ organisations, orientations }: World): {
  application: Record<string, string>
  part: Record<string, string>
} {
  const asked = {
    [`asked.${organisations.state}`]: '5 000',
    [`asked.${organisations.epci}`]: '3 000',
    [`asked.${organisations.region}`]: '1 000',
    [`asked.${organisations.caf}`]: '0',
  }
  return { application: OF_THE_APPLICATION, part: { ...OF_THE_PART, ...asked, orientation: orientations.cohesion } }
}

/** Types these answers in one subject of a draft, over nothing. */
export async function typeAll(db: Db, draft: BegunDraft, subjectId: string, raws: Record<string, string>): Promise<void> {
  const fields = Object.entries(raws).map(([field, raw]) => ({ field, raw, baseRevision: 0 }))
  await saveFields(db, draft.by, { applicationId: draft.id, subjectId, fields }, TODAY)
}

/** A draft that lacks nothing but to be sent. */
export async function completeDraft(db: Db): Promise<BegunDraft> {
  const draft = await begunDraft(db)
  const { application, part } = completeAnswers(draft.world)
  await typeAll(db, draft, draft.id, application)
  await typeAll(db, draft, draft.partId, part)
  return draft
}
