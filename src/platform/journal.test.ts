import { expect } from 'vitest'
import { newId } from './ids.ts'
import { checkJournal, record, sealJournal } from './journal.ts'
import { dbTest } from './test-database.ts'

const NOBODY = { personId: null, id: null }

dbTest('the sealed journal checks, also after a payload is erased, and tells a changed one', async ({ db }) => {
  await db.transaction(async (tx) => {
    await record(tx, NOBODY, 'file.submitted', newId(), { b: 1, a: { y: 'é', x: [1, null] } })
    await record(tx, NOBODY, 'file.decided', newId(), { cents: 5 })
  })
  expect(await sealJournal(db)).toBe(2)
  expect(await sealJournal(db)).toBe(0)
  expect(await checkJournal(db)).toEqual([])
  await db.run`update journal set payload = null, salt = null where act = 'file.submitted'`
  expect(await checkJournal(db)).toEqual([])
  await db.run`alter table journal disable trigger user`
  await db.run`update journal set payload = '{"cents":6}' where act = 'file.decided'`
  expect(await checkJournal(db)).toHaveLength(1)
  await db.run`update journal set subject_id = null, payload = '{"cents":5}' where act = 'file.decided'`
  expect(await checkJournal(db)).toHaveLength(1)
})

dbTest('the journal refuses a change and a removal', async ({ db }) => {
  await record(await inTransaction(db), NOBODY, 'file.submitted', null)
  await expect(db.transaction((tx) => tx.run`update journal set act = 'file.refused'`)).rejects.toThrow(/only grows/)
  await expect(db.transaction((tx) => tx.run`delete from journal`)).rejects.toThrow(/only grows/)
})

dbTest('a seal cannot be skipped: a missing line is told', async ({ db }) => {
  for (let line = 0; line < 3; line += 1) await db.transaction((tx) => record(tx, NOBODY, 'file.seen', null, { line }))
  await sealJournal(db)
  await db.run`alter table journal_seal disable trigger user`
  await db.run`delete from journal_seal where position = 2`
  expect(await checkJournal(db)).toHaveLength(2)
})

/** The test itself runs inside a transaction. */
async function inTransaction(db: Parameters<typeof sealJournal>[0]): Promise<Parameters<typeof record>[0]> {
  return { ...db, inTransaction: true, script: async () => {} }
}
