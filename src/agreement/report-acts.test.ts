import { expect } from 'vitest'
import { z } from 'zod'
import { day } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { cents, euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward, type MadeAward } from '#testing/award.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { findAwardState } from './award-state-store.ts'
import { type DepositInput, depositReport, saveReport } from './report-acts.ts'
import { findDepositedReport, findReport } from './report-store.ts'

const aReport = (award: MadeAward, change: Partial<DepositInput> = {}): DepositInput => ({
  id: newId(),
  actionId: award.actionId,
  year: 2027,
  kind: 'final',
  revision: 0,
  achievements: 'Vingt ateliers au jardin',
  difficulties: '',
  indicatorReached: '28 jardiniers réguliers',
  lines: [
    { account: '601', amount: euros(8000) },
    { account: '756', amount: euros(1000) },
  ],
  publics: [{ ageBand: '26-59', women: 18, men: 9 }],
  certifiedBy: 'La présidente',
  certified: true,
  publicUrl: 'https://pilotis.example',
  ...change,
})

dbTest('PRJ-10: one final account is handed in for all the funders, frees the deposits and tells each', async ({ db }) => {
  const world = await aWorld(db)
  const { partId } = await aPart(db, world)
  const award = await anAward(db, world, { partId })
  await anAward(db, world, { partId, funder: 'epci', amount: euros(2000) })
  const by = world.mandates.porteur
  const result = await depositReport(db, by, aReport(award), day('2028-02-01'))
  if (!result.done) throw new Error(result.reasons.join())
  const open = await db.rows(z.object({ id: z.string() }))`select id from deposit_condition where settled_on is null`
  expect(open).toEqual([])
  expect((await listMails(db)).map(({ subject }) => subject)).toEqual([
    'Bilan final déposé\u00A0: Jardin nourricier',
    'Bilan final déposé\u00A0: Jardin nourricier',
  ])
  expect(await findDepositedReport(db, world.mandates.epci.scope, result.value)).toMatchObject({ depositedOn: '2028-02-01', revision: 1 })
  expect(await findAwardState(db, by.scope, award.awardId, day('2028-02-01'))).toMatchObject({ finalDepositedOn: '2028-02-01' })
  expect(await depositReport(db, by, aReport(award), TODAY)).toEqual(result)
  const other = aReport(award, { revision: 1, achievements: 'Un autre texte' })
  expect(await depositReport(db, by, other, TODAY)).toEqual({ done: false, reasons: ['already-deposited'] })
})

dbTest('an interim account frees its own condition only', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const interim = aReport(award, { kind: 'interim', indicatorReached: '', lines: [], publics: [] })
  expect(await depositReport(db, world.mandates.porteur, interim, TODAY)).toMatchObject({ done: true })
  const open = await db.rows(z.object({ kind: z.string() }))`select report_kind as kind from deposit_condition where settled_on is null`
  expect(open).toEqual([{ kind: 'final' }])
})

dbTest('PRJ-10: a final account that lacks its public, its indicator or the reason of its gaps is refused whole', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const poor = aReport(award, { indicatorReached: '', publics: [], lines: [{ account: '601', amount: euros(1000) }], certified: false })
  expect(await depositReport(db, world.mandates.porteur, poor, TODAY)).toEqual({
    done: false,
    reasons: ['indicator-missing', 'public-missing', 'gaps-unexplained', 'not-certified'],
  })
  expect(await findReport(db, world.mandates.porteur.scope, poor)).toBeUndefined()
})

dbTest('two people on one account: the second is told, the first text stays, and the second is kept in the journal', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const by = world.mandates.porteur
  const first = aReport(award, { achievements: 'Le texte de l’une' })
  expect(await saveReport(db, by, first)).toEqual({ done: true, value: { revision: 1 } })
  const second = aReport(award, { achievements: 'Le texte de l’autre', lines: [{ account: '601', amount: cents(1) }] })
  expect(await saveReport(db, by, second)).toEqual({ done: false, reasons: ['stale-revision'] })
  expect(await findReport(db, by.scope, first)).toMatchObject({ achievements: 'Le texte de l’une', revision: 1 })
  const kept = await db.one(z.object({ payload: z.object({ typed: z.object({ achievements: z.string() }) }) }))`
    select payload from journal where act = 'report.set-aside'`
  expect(kept.payload.typed.achievements).toBe('Le texte de l’autre')
  expect(await saveReport(db, by, { ...second, revision: 1 })).toEqual({ done: true, value: { revision: 2 } })
  expect(await saveReport(db, by, { ...second, revision: 1 })).toEqual({ done: true, value: { revision: 3 } })
})

dbTest('an account is of one’s own action, with money notified and kept', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  await expect(saveReport(db, world.mandates.otherPorteur, aReport(award))).rejects.toThrow(NotFound)
  const silent = await anAward(db, world, { notifiedOn: null, part: { title: 'Non notifiée' } })
  await expect(saveReport(db, world.mandates.porteur, aReport(silent))).rejects.toThrow(NotFound)
  const refusedOne = await anAward(db, world, { amount: cents(0), part: { title: 'Refusée' } })
  await expect(saveReport(db, world.mandates.porteur, aReport(refusedOne))).rejects.toThrow(NotFound)
})

dbTest('a draft is not read by the funders', async ({ db }) => {
  const world = await aWorld(db)
  const award = await anAward(db, world)
  const draft = aReport(award)
  await saveReport(db, world.mandates.porteur, draft)
  expect(await findDepositedReport(db, world.mandates.state.scope, draft.id)).toBeUndefined()
})
