import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { listMails } from '#platform/mail.ts'
import { cents } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { findAwardState } from './award-state-store.ts'
import { notifyAwards } from './letter-acts.ts'

const filesFolder = mkdtempSync(join(tmpdir(), 'pilotis-letters-'))
const input = (awardIds: string[]) => ({ awardIds, filesFolder, publicUrl: 'https://pilotis.example', demonstration: true })
const Count = z.object({ n: z.number() })
const notifications = async (db: Db) => (await db.one(Count)`select count(*) as n from notification`).n

dbTest('PRJ-08: a notification keeps its letter, tells the organisation once, and sent twice tells it once', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world, { notifiedOn: null })
  const by = world.mandates.state
  expect(await notifyAwards(db, by, input([awardId]), TODAY)).toEqual({ done: true, value: { notified: 1, already: 0, byPost: [] } })
  expect(await notifyAwards(db, by, input([awardId]), TODAY)).toEqual({ done: true, value: { notified: 0, already: 1, byPost: [] } })
  const mails = await listMails(db)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.body).toContain(`https://pilotis.example/subventions/${awardId}`)
  const file = await db.one(z.object({ hash: z.string(), name: z.string() }))`
    select s.hash, s.name from notification n join letter l on l.id = n.letter_id join stored_file s on s.id = l.file_id where n.award_id = ${awardId}`
  expect(file.name).toBe('attribution-2027-1.pdf')
  const bytes = await readFile(join(filesFolder, file.hash.slice(0, 2), file.hash.slice(2, 4), file.hash))
  expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.7/)
  expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(await findAwardState(db, by.scope, awardId, TODAY)).toMatchObject({ notifiedOn: TODAY, stage: 'to-answer' })
})

dbTest('a State request without its Dauphin number is not notified by the State, and holds back the whole batch', async ({ db }) => {
  const world = await aWorld(db)
  const ready = await anAward(db, world, { notifiedOn: null })
  const held = await anAward(db, world, { notifiedOn: null, part: { title: 'Sans numéro', dauphinNumber: undefined } })
  await db.run`update application set dauphin_number = null where id = ${held.applicationId}`
  expect(await notifyAwards(db, world.mandates.state, input([ready.awardId, held.awardId]), TODAY)).toEqual({
    done: false,
    reasons: [`dauphin-number-missing@${held.awardId}`],
  })
  expect([await notifications(db), (await listMails(db)).length]).toEqual([0, 0])
  const byEpci = await anAward(db, world, { notifiedOn: null, funder: 'epci', partId: held.partId })
  expect(await notifyAwards(db, world.mandates.epci, input([byEpci.awardId]), TODAY)).toMatchObject({ done: true })
})

dbTest('a funder does not notify the award of another, and one stranger stops the batch', async ({ db }) => {
  const world = await aWorld(db)
  const state = await anAward(db, world, { notifiedOn: null })
  const epci = await anAward(db, world, { notifiedOn: null, funder: 'epci', partId: state.partId })
  await expect(notifyAwards(db, world.mandates.epci, input([epci.awardId, state.awardId]), TODAY)).rejects.toThrow(NotFound)
  expect(await notifications(db)).toBe(0)
})

dbTest('several decisions to one organisation make one mail, and who has no address is told by post', async ({ db }) => {
  const world = await aWorld(db)
  const awards = [
    await anAward(db, world, { notifiedOn: null }),
    await anAward(db, world, { notifiedOn: null, amount: cents(0), part: { title: 'Refusée' } }),
    await anAward(db, world, { notifiedOn: null, part: { organisationId: world.organisations.otherPorteur, title: 'Ailleurs' } }),
  ]
  await db.run`update mandate set valid_to = ${TODAY}::date - 1 where organisation_id = ${world.organisations.otherPorteur}`
  const result = await notifyAwards(db, world.mandates.state, input(awards.map(({ awardId }) => awardId)), TODAY)
  expect(result).toEqual({ done: true, value: { notified: 3, already: 0, byPost: ['Commune de Liévin'] } })
  const mails = await listMails(db)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.body).toContain('ses 2 décisions')
  expect(mails[0]?.body).toContain('demande refusée')
})

test('the same awards notified five times at once are told once', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const awardIds: string[] = []
  for (const title of ['Un', 'Deux', 'Trois']) awardIds.push((await anAward(db, world, { notifiedOn: null, part: { title } })).awardId)
  const orders = [awardIds, [...awardIds].reverse(), awardIds, [...awardIds].reverse(), awardIds]
  const results = await Promise.all(orders.map((ids) => notifyAwards(db, world.mandates.state, input(ids), TODAY)))
  expect(results.map((result) => (result.done ? result.value.notified : -1)).sort()).toEqual([0, 0, 0, 0, 3])
  expect([await notifications(db), (await listMails(db)).length]).toEqual([3, 1])
})
