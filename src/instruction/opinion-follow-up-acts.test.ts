import { describe, expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { queueJob, runPendingJobs } from '#platform/jobs.ts'
import { listMails } from '#platform/mail.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { askOpinions, giveOpinion } from './opinion-acts.ts'
import { remindDue, remindOpinions, withdrawAsk } from './opinion-follow-up-acts.ts'
import { listAwaited } from './opinion-follow-up-store.ts'
import { opinionJobs } from './opinion-jobs.ts'
import { upsertSettings } from './opinion-settings-store.ts'
import { listOpinions, missingOpinions } from './opinion-store.ts'

const DUE = addDays(TODAY, 10)
const publicUrl = 'https://pilotis.example'

async function asked(db: Db): Promise<{ world: World; partIds: string[]; requestIds: string[] }> {
  const world = await aWorld(db)
  const partIds = [(await aPart(db, world, { title: 'Vélo-école' })).partId, (await aPart(db, world, { title: 'Ludothèque' })).partId]
  const input = { contractId: world.contractId, partIds, organisationIds: [world.organisations.caf], dueOn: DUE, publicUrl }
  await askOpinions(db, world.mandates.lead, input, TODAY)
  await db.run`delete from mail`
  const rows = await listAwaited(db, world.mandates.lead.scope, world.contractId)
  return { world, partIds, requestIds: rows.map(({ requestId }) => requestId) }
}

describe('PRJ-06: reminders', () => {
  dbTest('by hand, all that is late goes in one mail a person, never twice the same day', async ({ db }) => {
    const { world } = await asked(db)
    const remind = (on = addDays(DUE, 1)) => remindOpinions(db, world.mandates.lead, { contractId: world.contractId, publicUrl }, on)
    expect(await remind(DUE)).toEqual({ reminded: 0, mails: 0, alreadyToday: 0, unreachable: [] })
    expect(await remind()).toEqual({ reminded: 2, mails: 1, alreadyToday: 0, unreachable: [] })
    expect(await remind()).toEqual({ reminded: 0, mails: 0, alreadyToday: 2, unreachable: [] })
    const [mail] = await listMails(db)
    expect(mail?.subject).toBe('Rappel\u00A0: votre avis est attendu sur 2 dossiers, 2 en retard')
    expect(mail?.body).toContain('Vélo-école')
    expect(await remind(addDays(DUE, 2))).toMatchObject({ reminded: 2 })
  })

  dbTest('one ask is reminded alone; that of another contract or out of sight is not found', async ({ db }) => {
    const { world, requestIds } = await asked(db)
    const remind = (ids: string[]) =>
      remindOpinions(db, world.mandates.lead, { contractId: world.contractId, requestIds: ids, publicUrl }, TODAY)
    expect(await remind(requestIds.slice(0, 1))).toMatchObject({ reminded: 1 })
    await expect(remind([newId()])).rejects.toThrow(NotFound)
  })

  dbTest('the job reminds on the days that the contract set, and once', async ({ db }) => {
    const { world } = await asked(db)
    const { lead } = world.mandates
    expect(await remindDue(db, { publicUrl }, addDays(DUE, -4))).toMatchObject({ reminded: 0 })
    expect(await remindDue(db, { publicUrl }, addDays(DUE, -3))).toMatchObject({ reminded: 2, mails: 1 })
    expect(await remindDue(db, { publicUrl }, addDays(DUE, -3))).toMatchObject({ reminded: 0, mails: 0 })
    const settings = { remindBefore: [], remindAfter: [5], linkDays: 15, afterCommittee: 'noted' as const }
    await db.transaction((tx) => upsertSettings(tx, { contractId: world.contractId, validFrom: DUE, setBy: lead.id }, settings))
    expect(await remindDue(db, { publicUrl }, addDays(DUE, 1))).toMatchObject({ reminded: 0 })
    expect(await remindDue(db, { publicUrl }, addDays(DUE, 5))).toMatchObject({ reminded: 2 })
  })

  dbTest('an opinion given, or asked no more, is reminded to nobody', async ({ db }) => {
    const { world, partIds, requestIds } = await asked(db)
    const [row] = await listOpinions(db, world.mandates.caf.scope, partIds.slice(0, 1))
    const opinion = { id: newId(), requestId: row?.requestId ?? '', applicationId: row?.applicationId ?? '', seenId: undefined }
    await giveOpinion(db, world.mandates.caf, { ...opinion, kind: 'favourable', reason: 'Utile.', proposed: undefined }, TODAY)
    const left = requestIds.find((id) => id !== row?.requestId) ?? ''
    await withdrawAsk(db, world.mandates.lead, { requestId: left, reason: 'Doublon.' }, TODAY)
    expect(await remindDue(db, { publicUrl }, addDays(DUE, 1))).toMatchObject({ reminded: 0, mails: 0 })
  })

  dbTest('an organisation that nobody can be written to is said, and stays to be reminded', async ({ db }) => {
    const { world, partIds } = await asked(db)
    await db.run`update mandate set valid_to = ${TODAY} where organisation_id = ${world.organisations.caf}`
    const result = await remindOpinions(db, world.mandates.lead, { contractId: world.contractId, publicUrl }, addDays(DUE, 1))
    expect(result).toEqual({ reminded: 0, mails: 0, alreadyToday: 0, unreachable: ['CAF'] })
    expect(partIds).toHaveLength(2)
  })

  dbTest('who was asked by a link is reminded by a new link, which opens the same files', async ({ db }) => {
    const { world, partIds } = await asked(db)
    const input = { contractId: world.contractId, partIds, organisationIds: [world.organisations.caf], dueOn: DUE, publicUrl }
    await askOpinions(db, world.mandates.lead, { ...input, linkEmail: 'accueil@caf.example' }, TODAY)
    await db.run`delete from mail`
    const result = await remindOpinions(db, world.mandates.lead, { contractId: world.contractId, publicUrl }, addDays(DUE, 1))
    expect(result).toMatchObject({ reminded: 2, mails: 2 })
    const mail = (await listMails(db)).find(({ recipient }) => recipient === 'accueil@caf.example')
    expect(mail?.body).toMatch(/\/avis\/[\w-]{32}\n/)
  })

  dbTest('the job runs by itself and writes in the journal', async ({ db }) => {
    await asked(db)
    const jobs = opinionJobs(db, { publicUrl, now: () => new Date(`${addDays(DUE, 1)}T08:00:00Z`) })
    await db.transaction((tx) => queueJob(tx, 'opinions.remind'))
    expect(await runPendingJobs(db, jobs)).toBe(1)
    expect(await db.run`select 1 from journal where act = 'opinion.reminded' and person_id is null`).toBe(2)
  })
})

describe('PRJ-06: an ask taken back', () => {
  dbTest('needs a reason, ends the reading given for it, is told, and is missing nowhere', async ({ db }) => {
    const { world, partIds, requestIds } = await asked(db)
    const { lead, caf } = world.mandates
    const requestId = requestIds[0] ?? ''
    expect(await withdrawAsk(db, lead, { requestId, reason: ' ' }, TODAY)).toEqual({ done: false, reasons: ['reason-missing'] })
    expect(await listOpinions(db, caf.scope, partIds)).toHaveLength(2)
    expect(await withdrawAsk(db, lead, { requestId, reason: 'Demandé par erreur.' }, TODAY)).toMatchObject({ done: true })
    expect(await withdrawAsk(db, lead, { requestId, reason: 'Encore.' }, TODAY)).toEqual({ done: false, reasons: ['already-withdrawn'] })
    expect(await missingOpinions(db, partIds)).toHaveLength(1)
    expect(await listOpinions(db, caf.scope, partIds)).toHaveLength(1)
    expect((await listMails(db))[0]?.body).toContain('Demandé par erreur.')
    await expect(withdrawAsk(db, world.mandates.region, { requestId: newId(), reason: 'x' }, TODAY)).rejects.toThrow(NotFound)
  })

  dbTest('may be asked again, by a new row; one that was given stays', async ({ db }) => {
    const { world, partIds, requestIds } = await asked(db)
    const { lead, caf } = world.mandates
    for (const requestId of requestIds) await withdrawAsk(db, lead, { requestId, reason: 'Trop tôt.' }, TODAY)
    const input = { contractId: world.contractId, partIds, organisationIds: [world.organisations.caf], dueOn: DUE, publicUrl }
    expect(await askOpinions(db, lead, input, TODAY)).toMatchObject({ done: true, value: { asked: 2, alreadyAsked: 0 } })
    const [row] = await listOpinions(db, caf.scope, partIds)
    const { requestId, applicationId } = row ?? { requestId: '', applicationId: '' }
    const opinion = {
      id: newId(),
      requestId,
      applicationId,
      kind: 'favourable' as const,
      reason: 'Utile.',
      proposed: undefined,
      seenId: undefined,
    }
    await giveOpinion(db, caf, opinion, TODAY)
    expect(await withdrawAsk(db, lead, { requestId, reason: 'Trop tard.' }, TODAY)).toEqual({ done: false, reasons: ['already-given'] })
  })
})
