import type { Mandate } from '#access/mandate.ts'
import { wholeDatabase } from '#access/scope.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type GenderState, genderState, PERSONS_NEEDED } from './gender-agreement.ts'
import { criteriaNeededOn, insertAssessment, insertPresence, listAssessments, listSettledMarkers, replaceMarker } from './gender-store.ts'
import { type GenderAnswers, type Marker, walkTree } from './gender-tree.ts'
import { listAskableParts } from './opinion-asking-store.ts'

export interface AssessInput {
  /** Made by the page: the same form sent twice makes one row. */
  id: string
  partId: string
  answers: GenderAnswers
  /** What shows each criterion. */
  evidence: string
  comment: string
}

export type AssessRefusal = 'unanswered' | 'criteria-unanswered'

export const ASSESS_REFUSALS = {
  unanswered: 'Répondez aux questions jusqu’au bout\u00A0: le marqueur se déduit des réponses, il ne se saisit pas.',
  'criteria-unanswered': 'Répondez par oui ou par non à chacun des trois critères.',
} satisfies Record<AssessRefusal, string>

/** One instructor’s own answers on parts, all or nothing; the marker is theirs together, once a second person agrees (EGA-04). */
export async function assessParts(
  db: Db,
  by: Mandate,
  input: { contractId: string; assessments: readonly AssessInput[] },
  today: Day,
): Promise<Result<GenderState[], `${string}:${AssessRefusal}`>> {
  return db.transaction(async (tx) => {
    const criteriaNeeded = await criteriaNeededOn(tx, { contractId: input.contractId, on: today })
    const parts = await lockParts(tx, by, { contractId: input.contractId, partIds: input.assessments.map(({ partId }) => partId) })
    const reasons = input.assessments.flatMap((one) =>
      refuseAnswers(one.answers, criteriaNeeded).map((reason) => `${one.partId}:${reason}` as const),
    )
    if (reasons.length > 0) return refused(...reasons)
    const states: GenderState[] = []
    for (const one of input.assessments) {
      const applicationId = parts.get(one.partId)
      if (applicationId === undefined) throw new NotFound()
      await keep(tx, by, { ...one, applicationId, together: false, present: [], criteriaNeeded }, today)
      states.push(await settle(tx, by, { partId: one.partId, applicationId, criteriaNeeded }, today))
    }
    return done(states)
  })
}

export interface DiscussionInput extends AssessInput {
  contractId: string
  /** The persons who discussed, among those who answered. */
  presentIds: readonly string[]
}

export type DiscussionRefusal = AssessRefusal | 'comment-missing' | 'too-few-present' | 'not-present'

export const DISCUSSION_REFUSALS = {
  ...ASSESS_REFUSALS,
  'comment-missing': 'Écrivez ce que la discussion a retenu',
  'too-few-present': 'Choisissez au moins deux personnes parmi celles qui ont répondu',
  'not-present': 'Vous ne pouvez enregistrer qu’une discussion à laquelle vous avez pris part',
} satisfies Record<DiscussionRefusal, string>

/** The answers agreed by those who differed: their first answers stay, and this set counts (EGA-04). */
export async function recordDiscussion(
  db: Db,
  by: Mandate,
  input: DiscussionInput,
  today: Day,
): Promise<Result<GenderState, DiscussionRefusal>> {
  return db.transaction(async (tx) => {
    const criteriaNeeded = await criteriaNeededOn(tx, { contractId: input.contractId, on: today })
    const applicationId = (await lockParts(tx, by, { contractId: input.contractId, partIds: [input.partId] })).get(input.partId)
    if (applicationId === undefined) throw new NotFound()
    const answered = new Set((await listAssessments(tx, by.scope, [input.partId])).map(({ personId }) => personId))
    const present = [...new Set(input.presentIds)].filter((id) => answered.has(id))
    const reasons: DiscussionRefusal[] = [
      ...refuseAnswers(input.answers, criteriaNeeded),
      ...(input.comment === '' ? (['comment-missing'] as const) : []),
      ...(present.length < PERSONS_NEEDED ? (['too-few-present'] as const) : []),
      ...(present.includes(by.personId) ? [] : (['not-present'] as const)),
    ]
    if (reasons.length > 0) return refused(...reasons)
    await keep(tx, by, { ...input, applicationId, together: true, present, criteriaNeeded }, today)
    return done(await settle(tx, by, { partId: input.partId, applicationId, criteriaNeeded }, today))
  })
}

/** EGA-02: nothing is typed without its answers; each of the criteria asked has its own yes or no (EGA-03). */
function refuseAnswers(answers: GenderAnswers, criteriaNeeded: number): AssessRefusal[] {
  const { path, marker } = walkTree(answers, criteriaNeeded)
  const atCriteria =
    path.length === 3 ? path[2]?.question === 'Q3A' : path.length === 2 && answers.mixedPublic === true && !answers.mainGoal
  const { C1, C2, C3 } = answers.criteria ?? {}
  if (atCriteria && [C1, C2, C3].includes(undefined)) return ['criteria-unanswered']
  return marker === null ? ['unanswered'] : []
}

/** The parts that can be examined, held in the order of their ids: two persons who answer at once queue up here. Answers their applications. */
async function lockParts(
  tx: Tx,
  by: Mandate,
  of: { contractId: string; partIds: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  await tx.run`select 1 from action_part where id = any(${of.partIds}::uuid[]) and ${wholeDatabase} order by id for update`
  const parts = await listAskableParts(tx, by.scope, of)
  if (parts.length !== new Set(of.partIds).size) throw new NotFound()
  return new Map(parts.map(({ partId, applicationId }) => [partId, applicationId]))
}

interface Kept extends AssessInput {
  applicationId: string
  together: boolean
  present: readonly string[]
  criteriaNeeded: number
}

async function keep(tx: Tx, by: Mandate, one: Kept, today: Day): Promise<void> {
  const { marker } = walkTree(one.answers, one.criteriaNeeded)
  if (marker === null) throw new Error('a refused set of answers is not kept')
  const { id, partId, applicationId, together, present, criteriaNeeded } = one
  const made = await insertAssessment(tx, { ...one, personId: by.personId, marker, on: today, by: by.id })
  if (made === 0) return
  if (together) await insertPresence(tx, id, present)
  await record(tx, by, together ? 'marker.discussed' : 'marker.assessed', applicationId, {
    assessmentId: id,
    partId,
    marker,
    criteriaNeeded,
  })
}

/** Brings the marker of a part in line with its answers: given, ended, or as it was. */
async function settle(
  tx: Tx,
  by: Mandate,
  of: { partId: string; applicationId: string; criteriaNeeded: number },
  today: Day,
): Promise<GenderState> {
  const state = genderState(await listAssessments(tx, by.scope, [of.partId]))
  const current = (await listSettledMarkers(tx, by.scope, [of.partId])).find(({ endedOn }) => endedOn === null)
  const settled: { marker: Marker; way: 'agreement' | 'discussion' } | undefined = state.state === 'settled' ? state : undefined
  if (settled?.marker === current?.marker && settled?.way === current?.way) return state
  const { partId, applicationId, criteriaNeeded } = of
  const next = settled && { partId, applicationId, marker: settled.marker, way: settled.way, criteriaNeeded, on: today, by: by.id }
  await replaceMarker(tx, { partId, applicationId, on: today }, next)
  await record(tx, by, settled ? 'marker.settled' : 'marker.reopened', applicationId, { partId, marker: settled?.marker ?? null })
  return state
}

export type ThresholdRefusal = 'in-the-past' | 'same-day'

export const THRESHOLD_REFUSALS = {
  'in-the-past': 'Le seuil ne change pas le passé\u00A0: choisissez aujourd’hui ou une date à venir',
  'same-day': 'Le seuil change déjà à cette date\u00A0: choisissez-en une autre',
} satisfies Record<ThresholdRefusal, string>

/** How many criteria make a « oui » from a day on; markers already given keep the threshold they were given with (EGA-02). */
export async function setThreshold(
  db: Db,
  by: Mandate,
  input: { id: string; contractId: string; criteriaNeeded: number; reason: string; validFrom: Day },
  today: Day,
): Promise<Result<undefined, ThresholdRefusal>> {
  return db.transaction(async (tx) => {
    if (input.validFrom < today) return refused('in-the-past')
    const { id, contractId, criteriaNeeded, reason, validFrom } = input
    const again = await tx.run`select 1 from gender_threshold where id = ${id}`
    if (again > 0) return done(undefined)
    const made = await tx.run`
      insert into gender_threshold (id, contract_id, criteria_needed, reason, valid_from, set_by)
      values (${id}, ${contractId}, ${criteriaNeeded}, ${reason}, ${validFrom}, ${by.id}) on conflict (contract_id, valid_from) do nothing`
    if (made === 0) return refused('same-day')
    await record(tx, by, 'marker-threshold.set', id, { contractId, criteriaNeeded, reason, validFrom })
    return done(undefined)
  })
}
