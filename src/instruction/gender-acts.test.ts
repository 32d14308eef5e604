import { beforeEach, describe, expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { type AssessInput, assessParts, recordDiscussion, setThreshold } from './gender-acts.ts'
import { criteriaNeededOn, listAssessments, listSettledMarkers, partMarkers } from './gender-store.ts'
import type { GenderAnswers } from './gender-tree.ts'

beforeEach(() => expect.hasAssertions())

const mixed = (c1: boolean, c2: boolean, c3: boolean): GenderAnswers => ({
  mixedPublic: true,
  mainGoal: false,
  criteria: { C1: c1, C2: c2, C3: c3 },
})
const DEDICATED: GenderAnswers = { mixedPublic: false, mainGoal: true }
const INCOHERENT: GenderAnswers = { mixedPublic: false, mainGoal: false, coherentPublic: false }

const set = (partId: string, answers: GenderAnswers): AssessInput => ({ id: newId(), partId, answers, evidence: '', comment: '' })

type Key = 'lead' | 'state' | 'epci' | 'caf' | 'porteur'

async function assess(db: Db, world: World, as: Key, of: { partId: string; answers: GenderAnswers }): ReturnType<typeof assessParts> {
  const assessments = [set(of.partId, of.answers)]
  return assessParts(db, world.mandates[as], { contractId: world.contractId, assessments }, TODAY)
}

async function markerOf(db: Db, partId: string): Promise<number | undefined> {
  return (await partMarkers(db, [partId])).get(partId)
}

describe('EGA-04: given together', () => {
  dbTest('one person’s answers leave the part not assessed; a second who agrees settles it', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    expect(await assess(db, world, 'state', { partId, answers: INCOHERENT })).toEqual({ done: true, value: [{ state: 'one' }] })
    expect(await assess(db, world, 'state', { partId, answers: INCOHERENT })).toEqual({ done: true, value: [{ state: 'one' }] })
    expect(await markerOf(db, partId)).toBeUndefined()
    expect(await assess(db, world, 'lead', { partId, answers: INCOHERENT })).toMatchObject({ value: [{ state: 'settled', marker: 0 }] })
    expect(await markerOf(db, partId)).toBe(0)
  })

  dbTest('those who differ leave it open, their first answers are kept, and a recorded discussion settles it', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    await assess(db, world, 'state', { partId, answers: DEDICATED })
    expect(await assess(db, world, 'lead', { partId, answers: mixed(true, true, true) })).toEqual({
      done: true,
      value: [{ state: 'diverging' }],
    })
    expect(await markerOf(db, partId)).toBeUndefined()
    const { state, lead } = world.mandates
    const comment = 'Public mixte en fait.'
    const input = {
      ...set(partId, mixed(true, true, true)),
      contractId: world.contractId,
      comment,
      presentIds: [state.personId, lead.personId],
    }
    expect(await recordDiscussion(db, lead, input, TODAY)).toMatchObject({ done: true, value: { state: 'settled', marker: 1 } })
    expect(await markerOf(db, partId)).toBe(1)
    const kept = await listAssessments(db, lead.scope, [partId])
    expect(kept.map(({ marker, together }) => [marker, together])).toEqual([
      [2, false],
      [1, false],
      [1, true],
    ])
    expect(kept[2]?.present).toHaveLength(2)
  })

  dbTest('a discussion needs answers, a sentence, two who answered and its author among them', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    await assess(db, world, 'state', { partId, answers: DEDICATED })
    const { lead, porteur } = world.mandates
    const input = { ...set(partId, {}), contractId: world.contractId, presentIds: [lead.personId, porteur.personId] }
    expect(await recordDiscussion(db, lead, input, TODAY)).toEqual({
      done: false,
      reasons: ['unanswered', 'comment-missing', 'too-few-present', 'not-present'],
    })
    expect(await listAssessments(db, lead.scope, [partId])).toHaveLength(1)
  })

  dbTest('EGA-01: a later answer that differs ends the marker, which stays in the history with its dates', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    for (const as of ['state', 'lead'] as const) await assess(db, world, as, { partId, answers: DEDICATED })
    expect(await assess(db, world, 'epci', { partId, answers: INCOHERENT })).toEqual({ done: true, value: [{ state: 'diverging' }] })
    expect(await markerOf(db, partId)).toBeUndefined()
    await assess(db, world, 'epci', { partId, answers: DEDICATED })
    expect(await markerOf(db, partId)).toBe(2)
    expect(await listSettledMarkers(db, world.mandates.lead.scope, [partId])).toMatchObject([
      { marker: 2, endedOn: TODAY },
      { marker: 2, endedOn: null },
    ])
  })
})

dbTest('EGA-01: the database holds one marker at most for an action, 0, 1 or 2', async ({ db }) => {
  const world = await aWorld(db)
  const { partId, applicationId } = await aPart(db, world)
  for (const as of ['state', 'lead'] as const) await assess(db, world, as, { partId, answers: DEDICATED })
  const insert = (marker: number, endedOn: string | null) =>
    db.transaction(
      (tx) => tx.run`insert into gender_marker (id, part_id, application_id, marker, criteria_needed, way, settled_on, settled_by, ended_on)
        values (${newId()}, ${partId}, ${applicationId}, ${marker}, 3, 'agreement', ${TODAY}, ${world.mandates.lead.id}, ${endedOn})`,
    )
  await expect(insert(1, null)).rejects.toThrow('gender_marker_current')
  await expect(insert(3, TODAY)).rejects.toThrow('check')
  expect(await markerOf(db, partId)).toBe(2)
})

describe('EGA-02: derived from answers', () => {
  dbTest('answers that stop on the way are refused, and nothing is kept of the whole form', async ({ db }) => {
    const world = await aWorld(db)
    const [one, other] = [await aPart(db, world), await aPart(db, world)]
    const assessments = [set(one.partId, DEDICATED), set(other.partId, { mixedPublic: true, mainGoal: false, criteria: { C1: false } })]
    const result = await assessParts(db, world.mandates.state, { contractId: world.contractId, assessments }, TODAY)
    expect(result).toEqual({ done: false, reasons: [`${other.partId}:criteria-unanswered`] })
    expect(await assess(db, world, 'state', { partId: one.partId, answers: {} })).toEqual({
      done: false,
      reasons: [`${one.partId}:unanswered`],
    })
    expect(await listAssessments(db, world.mandates.state.scope, [one.partId, other.partId])).toEqual([])
  })

  dbTest('the database refuses a marker that its answers do not give', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    await assess(db, world, 'state', { partId, answers: DEDICATED })
    await expect(db.transaction((tx) => tx.run`update gender_assessment set marker = 0 where part_id = ${partId}`)).rejects.toThrow()
  })

  dbTest('the threshold is a dated setting: three by default, and a marker keeps the one it was given with', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    const answers = mixed(true, true, false)
    for (const as of ['state', 'lead'] as const) await assess(db, world, as, { partId, answers })
    expect(await markerOf(db, partId)).toBe(0)
    const { contractId } = world
    const input = { id: newId(), contractId, criteriaNeeded: 2, reason: 'Décision du comité', validFrom: TODAY }
    for (const _ of [1, 2]) expect((await setThreshold(db, world.mandates.lead, input, TODAY)).done).toBe(true)
    expect(await setThreshold(db, world.mandates.lead, { ...input, id: newId() }, TODAY)).toEqual({ done: false, reasons: ['same-day'] })
    const past = { ...input, id: newId(), validFrom: addDays(TODAY, -1) }
    expect(await setThreshold(db, world.mandates.lead, past, TODAY)).toEqual({ done: false, reasons: ['in-the-past'] })
    expect(await criteriaNeededOn(db, { contractId, on: addDays(TODAY, -1) })).toBe(3)
    expect(await criteriaNeededOn(db, { contractId, on: TODAY })).toBe(2)
    expect(await markerOf(db, partId)).toBe(0)
    const again = await aPart(db, world)
    for (const as of ['state', 'lead'] as const) await assess(db, world, as, { partId: again.partId, answers })
    expect(await markerOf(db, again.partId)).toBe(1)
    const [marker] = await listSettledMarkers(db, world.mandates.lead.scope, [partId])
    expect(marker).toMatchObject({ criteriaNeeded: 3 })
  })
})

describe('who may', () => {
  dbTest('the same form sent twice keeps one set of answers', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    const assessments = [set(partId, DEDICATED)]
    for (const _ of [1, 2]) await assessParts(db, world.mandates.state, { contractId: world.contractId, assessments }, TODAY)
    expect(await listAssessments(db, world.mandates.lead.scope, [partId])).toHaveLength(1)
  })

  dbTest('a draft, and a file outside the scope, are not found; an applicant reads nothing', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    const draft = await aPart(db, world, { submitted: false })
    await expect(assess(db, world, 'caf', { partId, answers: DEDICATED })).rejects.toThrow(NotFound)
    await expect(assess(db, world, 'lead', { partId: draft.partId, answers: DEDICATED })).rejects.toThrow(NotFound)
    for (const as of ['state', 'lead'] as const) await assess(db, world, as, { partId, answers: DEDICATED })
    expect(await listAssessments(db, world.mandates.porteur.scope, [partId])).toEqual([])
    expect(await listSettledMarkers(db, world.mandates.porteur.scope, [partId])).toEqual([])
  })
})
