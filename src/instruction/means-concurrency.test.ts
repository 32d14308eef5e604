import { expect, test } from 'vitest'
import { addDays } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { aLine } from '#testing/means.ts'
import { aMandate, aPart, aWorld, TODAY } from '#testing/world.ts'
import { answerTries, tryLines } from './droit-commun-acts.ts'
import { listMyTries } from './droit-commun-asking-store.ts'
import { assessParts } from './gender-acts.ts'
import { listAssessments, listSettledMarkers, partMarkers } from './gender-store.ts'

test('PRJ-07, EGA-04: two people at once: one try a line, every answer kept, and one marker settled', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  await aLine(db, world)
  const { partId } = await aPart(db, world)
  const { lead, state, caf } = world.mandates
  const { contractId } = world
  const asking = { contractId, partIds: [partId], dueOn: addDays(TODAY, 9), publicUrl: 'https://pilotis.example' }
  const asked = await Promise.all([lead, state, lead].map((by) => tryLines(db, by, asking, TODAY)))
  expect(asked.filter((result) => result.done && result.value.asked === 1)).toHaveLength(1)
  expect(await listMails(db)).toHaveLength(1)

  const colleague = await aMandate(db, { name: 'Collègue', organisationId: caf.organisationId, function: 'funder', contractId })
  const tryId = (await listMyTries(db, caf.scope, contractId))[0]?.id ?? ''
  const answer = { tryId, outcome: 'no' as const, amount: null, means: '', reason: 'Hors champ' }
  await Promise.all([caf, colleague, caf].map((by) => answerTries(db, by, { answers: [{ ...answer, id: newId() }] }, TODAY)))
  expect(await db.run`select 1 from droit_commun_answer`).toBe(3)

  const answers = { mixedPublic: true, mainGoal: true }
  const assess = (by: typeof lead) =>
    assessParts(db, by, { contractId, assessments: [{ id: newId(), partId, answers, evidence: '', comment: '' }] }, TODAY)
  const states = await Promise.all([lead, state].map(assess))
  expect(states.map((result) => (result.done ? result.value[0]?.state : 'refused')).toSorted()).toEqual(['one', 'settled'])
  expect(await listAssessments(db, lead.scope, [partId])).toHaveLength(2)
  expect(await listSettledMarkers(db, lead.scope, [partId])).toHaveLength(1)
  expect((await partMarkers(db, [partId])).get(partId)).toBe(2)
})
