import { describe, expect } from 'vitest'
import { z } from 'zod'
import { addDays, type Day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { dbTest } from '#platform/test-database.ts'
import { type BegunDraft, begunDraft, completeDraft, typeAll } from '#testing/draft.ts'
import { aPart, TODAY } from '#testing/world.ts'
import { findApplication } from './application-store.ts'
import { expectReports, listWaivers } from './deposit-condition-store.ts'
import { saveField } from './field-acts.ts'
import { reopenApplication } from './reopening-acts.ts'
import { submitApplication } from './submission-acts.ts'
import { listObstacles } from './submission-file-store.ts'
import { setDauphinNumber } from './submission-number-acts.ts'
import { findSubmission, listWithoutDauphinNumber } from './submission-store.ts'
import { waiveCondition } from './waiver-acts.ts'
import { listWaitingConditions } from './waiver-store.ts'
import { withdrawApplication } from './withdrawal-acts.ts'

const submit = (db: Db, draft: BegunDraft, today: Day = TODAY) => submitApplication(db, draft.by, { applicationId: draft.id }, today)

async function sent(db: Db): Promise<BegunDraft> {
  const draft = await completeDraft(db)
  const result = await submit(db, draft)
  if (!result.done) throw new Error(result.reasons.join())
  return draft
}

dbTest('a submission is numbered, dated, keeps its framing note (PRJ-02) and opens the file to its funders', async ({ db }) => {
  const { id, by, world } = await sent(db)
  expect(await findSubmission(db, by.scope, id)).toMatchObject({ number: 1, submittedOn: TODAY, framingVersion: 1, receiptFileId: null })
  const { region, caf, state, epci, lead, otherPorteur } = world.mandates
  for (const reader of [region, state, epci, lead]) expect(await findApplication(db, reader.scope, id)).toBeDefined()
  for (const stranger of [caf, otherPorteur]) expect(await findApplication(db, stranger.scope, id)).toBeUndefined()
})

dbTest('the same form sent twice has one number, one receipt and one mail', async ({ db }) => {
  const draft = await sent(db)
  expect(await submit(db, draft)).toEqual({ done: true, value: { number: 1 } })
  expect(await listMails(db)).toHaveLength(1)
  const jobs = await db.rows(z.object({ name: z.string() }))`select name from pgboss.job where name = 'receipt.produce'`
  expect(jobs).toHaveLength(1)
})

dbTest('the mail says that the receipt is not a deposit with the State', async ({ db }) => {
  await sent(db)
  const [mail] = await listMails(db)
  expect(mail?.body).toContain('ne vaut pas dépôt auprès de l’État')
  expect(mail?.body).toContain('sous le numéro 1')
})

dbTest('numbers follow one another in a call', async ({ db }) => {
  const draft = await completeDraft(db)
  await aPart(db, draft.world, { callId: draft.call.id })
  expect(await submit(db, draft)).toEqual({ done: true, value: { number: 2 } })
})

dbTest('after its submission an application is no more changed by its organisation', async ({ db }) => {
  const { id, by, partId } = await sent(db)
  const input = { applicationId: id, subjectId: partId, field: 'title', baseRevision: 1, raw: 'Autre titre' }
  expect(await saveField(db, by, input, TODAY)).toEqual({ saved: false, refusal: 'not-a-draft' })
})

describe('the dates of the call (PRJ-01)', () => {
  dbTest('a deposit is taken until the last day and refused the day after', async ({ db }) => {
    const draft = await completeDraft(db)
    const { opensOn, closesOn } = draft.call
    expect(await submit(db, draft, addDays(opensOn, -1))).toEqual({ done: false, reasons: ['not-yet'] })
    expect(await submit(db, draft, addDays(closesOn, 1))).toEqual({ done: false, reasons: ['closed'] })
    expect((await submit(db, draft, closesOn)).done).toBe(true)
  })

  dbTest('the day before the last is open too', async ({ db }) => {
    const draft = await completeDraft(db)
    expect((await submit(db, draft, addDays(draft.call.closesOn, -1))).done).toBe(true)
  })

  dbTest('a deposit reopened with a reason is taken until the day given, and not after', async ({ db }) => {
    const draft = await completeDraft(db)
    const late = addDays(draft.call.closesOn, 5)
    const until = addDays(late, 2)
    const input = { id: newId(), applicationId: draft.id, until, reason: 'Panne du réseau' }
    expect((await reopenApplication(db, draft.world.mandates.lead, input, late)).done).toBe(true)
    expect(await submit(db, draft, addDays(until, 1))).toEqual({ done: false, reasons: ['closed'] })
    expect((await submit(db, draft, until)).done).toBe(true)
  })

  dbTest('a reopening says its reason, is not in the past, and is of a draft', async ({ db }) => {
    const draft = await completeDraft(db)
    const by = draft.world.mandates.lead
    const input = { id: newId(), applicationId: draft.id, until: addDays(TODAY, -1), reason: ' ' }
    expect(await reopenApplication(db, by, input, TODAY)).toEqual({ done: false, reasons: ['reason-missing', 'until-past'] })
    await submit(db, draft)
    const after = { ...input, until: TODAY, reason: 'Motif' }
    expect(await reopenApplication(db, by, after, TODAY)).toEqual({ done: false, reasons: ['already-submitted'] })
  })
})

dbTest('an empty draft is refused with the place of everything that is missing (PRJ-04, PRJ-05)', async ({ db }) => {
  const draft = await begunDraft(db)
  expect(await submit(db, draft)).toEqual({ done: false, reasons: ['incomplete'] })
  const file = await findApplication(db, draft.by.scope, draft.id)
  if (!file) throw new Error('the draft is there')
  const fields = (await listObstacles(db, file, TODAY)).map(({ item }) => item?.field)
  expect(fields).toContain('republicanEngagement')
  expect(fields).toContain('mixedPublic')
})

dbTest('an association without its republican engagement cannot send (PRJ-05)', async ({ db }) => {
  const draft = await completeDraft(db)
  const input = { applicationId: draft.id, subjectId: draft.id, field: 'republicanEngagement', baseRevision: 1, raw: '' }
  await saveField(db, draft.by, input, TODAY)
  expect(await submit(db, draft)).toEqual({ done: false, reasons: ['incomplete'] })
})

async function withExpectedReport(db: Db) {
  const draft = await completeDraft(db)
  const { region } = draft.world.organisations
  const { actionId } = await db.one(
    z.object({ actionId: z.string() }),
  )`select action_id as "actionId" from action_part where id = ${draft.partId}`
  await db.transaction((tx) => expectReports(tx, { actionId, funderId: region, year: 2025 }))
  await db.run`insert into funder_rule (id, funder_id, rule, active, valid_from, source)
    values (${newId()}, ${region}, 'deposit-needs-final-report', true, '2026-01-01', 'délibération fictive')`
  const { id: conditionId } = await db.one(z.object({ id: z.string() }))`select id from deposit_condition where report_kind = 'final'`
  return { draft, conditionId }
}

dbTest('an account that a funder expects holds back the deposit, and says whose, which year and for whom', async ({ db }) => {
  const { draft } = await withExpectedReport(db)
  expect(await submit(db, draft)).toEqual({ done: false, reasons: ['report-expected'] })
  const file = await findApplication(db, draft.by.scope, draft.id)
  if (!file) throw new Error('the draft is there')
  const [obstacle] = await listObstacles(db, file, TODAY)
  expect(obstacle?.sentence).toMatch(
    /^Le compte rendu financier 2025 de «\u00A0Vélo-école pour adultes\u00A0» .* attendu par ce financeur\u00A0: Région/,
  )
})

dbTest('the funder that expects an account, or the project lead, waives it for a reason, and the waiver is listed', async ({ db }) => {
  const { draft, conditionId } = await withExpectedReport(db)
  const { region, caf, lead } = draft.world.mandates
  await db.run`insert into reading_right (subject_id, organisation_id, reason)
    select action_id, organisation.id, 'essai' from action_part, organisation where action_part.id = ${draft.partId} and organisation.legal_form <> 'commune'`
  const input = { id: newId(), conditionId, reason: 'Liquidation du comptable' }
  expect(await waiveCondition(db, caf, input, TODAY)).toEqual({ done: false, reasons: ['not-your-condition'] })
  expect(await waiveCondition(db, region, { ...input, reason: '' }, TODAY)).toEqual({ done: false, reasons: ['reason-missing'] })
  expect(await listWaitingConditions(db, lead.scope, { contractId: draft.world.contractId, on: TODAY })).toHaveLength(1)
  expect((await waiveCondition(db, region, input, TODAY)).done).toBe(true)
  expect((await waiveCondition(db, lead, { ...input, id: newId() }, TODAY)).done).toBe(true)
  expect(await listWaivers(db, draft.world.mandates.lead.scope, draft.world.contractId)).toEqual([
    expect.objectContaining({ conditionId, reason: 'Liquidation du comptable' }),
  ])
  await db.run`delete from reading_right where organisation_id = ${caf.organisationId}`
  expect(await listWaivers(db, caf.scope, draft.world.contractId)).toEqual([])
  expect((await submit(db, draft)).done).toBe(true)
})

dbTest('an application is withdrawn with a reason, once, and cannot be sent again', async ({ db }) => {
  const draft = await sent(db)
  const withdraw = (reason: string) => withdrawApplication(db, draft.by, { applicationId: draft.id, reason }, TODAY)
  expect(await withdraw(' ')).toEqual({ done: false, reasons: ['reason-missing'] })
  expect((await withdraw('Le local a fermé')).done).toBe(true)
  expect((await withdraw('Encore')).done).toBe(true)
  expect((await findSubmission(db, draft.by.scope, draft.id))?.withdrawalReason).toBe('Le local a fermé')
  expect(await submit(db, draft)).toEqual({ done: false, reasons: ['withdrawn'] })
})

dbTest('a draft is not withdrawn', async ({ db }) => {
  const draft = await begunDraft(db)
  const input = { applicationId: draft.id, reason: 'Motif' }
  expect(await withdrawApplication(db, draft.by, input, TODAY)).toEqual({ done: false, reasons: ['not-submitted'] })
})

dbTest(
  'a request to the State is listed until it has its Dauphin number, given by its organisation or the project lead',
  async ({ db }) => {
    const { id, by, world, call } = await sent(db)
    const { lead, state } = world.mandates
    const waiting = async () => (await listWithoutDauphinNumber(db, state.scope, world.contractId)).map((row) => row.id)
    expect(await waiting()).toEqual([id])
    const set = (as: typeof by, number: string) => setDauphinNumber(db, as, { applicationId: id, number }, TODAY)
    expect(await set(by, '12345')).toEqual({ done: false, reasons: ['not-a-number'] })
    await aPart(db, world, { callId: call.id, dauphinNumber: 'DA62270001' })
    expect(await set(by, 'DA62270001')).toEqual({ done: false, reasons: ['number-taken'] })
    expect(await set(by, ' da 6227 0002 ')).toEqual({ done: true, value: { number: 'DA62270002' } })
    expect(await waiting()).toEqual([])
    expect((await set(lead, 'DA62270003')).done).toBe(true)
  },
)

dbTest('a draft has no Dauphin number', async ({ db }) => {
  const draft = await begunDraft(db)
  await typeAll(db, draft, draft.partId, { title: 'Jardin' })
  const result = await setDauphinNumber(db, draft.by, { applicationId: draft.id, number: 'DA62270001' }, TODAY)
  expect(result).toEqual({ done: false, reasons: ['not-submitted'] })
})
