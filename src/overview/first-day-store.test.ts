import { expect } from 'vitest'
import type { Mandate } from '#access/mandate.ts'
import { day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward, aPartOfYear } from '#testing/award.ts'
import { theOtherRoles } from '#testing/roles.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { type FirstDayList, readFirstDayQuery } from './first-day-query.ts'
import { countFirstDay, listFirstDay } from './first-day-store.ts'

/** 2026: paid without its account. 2027: one to obligate, one given up, one opinion late, and others that are in no list. */
async function aLateWorld(db: Db): Promise<World> {
  const world = await aWorld(db)
  const old = await anAward(db, world, {
    partId: (await aPartOfYear(db, world, 2026)).partId,
    amount: euros(4000),
    notifiedOn: day('2026-04-02'),
  })
  await obligated(db, world, old.awardId, euros(4000))
  await anAward(db, world, { amount: euros(900), part: { title: 'À engager' } })
  const dropped = await anAward(db, world, { amount: euros(700), part: { title: 'Abandonnée' } })
  await obligated(db, world, dropped.awardId, euros(700))
  await db.run`insert into beneficiary_answer (id, award_id, kind, kept_cents, reason, answered_on, answered_by)
    values (${newId()}, ${dropped.awardId}, 'given-up', 0, 'Plus de salle', ${TODAY}, ${world.mandates.porteur.id})`
  for (const [title, dueOn] of [
    ['Avis en retard', '2027-01-13'],
    ['Avis du jour', TODAY],
  ] as const) {
    const { partId, applicationId } = await aPart(db, world, { title, asked: { caf: euros(500), state: euros(100) } })
    await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
      values (${newId()}, ${partId}, ${applicationId}, ${world.organisations.caf}, '2027-01-02', ${dueOn}, ${world.mandates.lead.id})`
  }
  return world
}

async function obligated(db: Db, world: World, awardId: string, amount: number): Promise<void> {
  await db.run`insert into obligation (id, award_id, number, amount_cents, obligated_on, recorded_by)
    values (${newId()}, ${awardId}, ${newId().slice(-8)}, ${amount}, ${TODAY}, ${world.mandates.state.id})`
}

async function titles(db: Db, world: World, of: { liste: FirstDayList; by?: Mandate; more?: Record<string, string> }): Promise<string[]> {
  const query = readFirstDayQuery({ liste: of.liste, ...of.more })
  const rows = await listFirstDay(db, (of.by ?? world.mandates.lead).scope, { contractId: world.contractId, today: TODAY, query })
  return rows.map(({ title, amount }) => `${title} ${amount / 100}`)
}

dbTest('each list of the first day holds what it says and no more', async ({ db }) => {
  const world = await aLateWorld(db)
  expect(await titles(db, world, { liste: 'bilans-manquants' })).toEqual(['Jardin nourricier 4000'])
  expect(await titles(db, world, { liste: 'a-engager' })).toEqual(['À engager 900'])
  expect(await titles(db, world, { liste: 'abandons' })).toEqual(['Abandonnée 700'])
  expect(await titles(db, world, { liste: 'avis-en-retard' })).toEqual(['Avis en retard 500'])
  const counts = await countFirstDay(db, world.mandates.lead.scope, { contractId: world.contractId, today: TODAY })
  expect(counts).toEqual({ 'bilans-manquants': 1, 'a-engager': 1, abandons: 1, 'avis-en-retard': 1 })
})

dbTest('a final account handed in, an opinion given, a file decided leave their list', async ({ db }) => {
  const world = await aLateWorld(db)
  const [row] = await listFirstDay(db, world.mandates.lead.scope, {
    contractId: world.contractId,
    today: TODAY,
    query: readFirstDayQuery({}),
  })
  const reportId = newId()
  await db.run`insert into report (id, action_id, part_id, year, kind) select ${reportId}, w.action_id, w.part_id, w.year, 'final' from award w where w.id = ${row?.id}`
  expect(await titles(db, world, { liste: 'bilans-manquants' })).toHaveLength(1)
  await db.run`insert into report_deposit (report_id, deposited_on, deposited_by, certified_by)
    values (${reportId}, ${TODAY}, ${world.mandates.porteur.id}, 'La présidente')`
  expect(await titles(db, world, { liste: 'bilans-manquants' })).toEqual([])
  await db.run`insert into application_decided (application_id, decided_on) select application_id, ${TODAY} from opinion_request on conflict do nothing`
  expect(await titles(db, world, { liste: 'avis-en-retard' })).toEqual([])
})

dbTest('the filters of the address narrow a list by year, funder and words, without accents', async ({ db }) => {
  const world = await aLateWorld(db)
  expect(await titles(db, world, { liste: 'a-engager', more: { q: 'a engager' } })).toHaveLength(1)
  expect(await titles(db, world, { liste: 'a-engager', more: { q: '100%' } })).toEqual([])
  expect(await titles(db, world, { liste: 'a-engager', more: { annee: '2026' } })).toEqual([])
  expect(await titles(db, world, { liste: 'a-engager', more: { ['financeur']: world.organisations.state } })).toHaveLength(1)
  expect(await titles(db, world, { liste: 'a-engager', more: { ['financeur']: world.organisations.caf } })).toEqual([])
})

dbTest('a list shows what the mandate sees: nothing to a funder that was not asked', async ({ db }) => {
  const world = await aLateWorld(db)
  expect(await titles(db, world, { liste: 'a-engager', by: world.mandates.region })).toEqual([])
})

dbTest('the page and its spreadsheet open for those who follow files, and are refused to the others', async ({ db }) => {
  const world = await aLateWorld(db)
  const { delegate, ars } = await theOtherRoles(db, world)
  const page = await testApp(db, delegate).get('/suivi?liste=abandons&annee=2027')
  expect([page.status, (await page.text()).includes('Abandonnée')]).toEqual([200, true])
  const sheet = await testApp(db, world.mandates.lead).get('/suivi/tableur?liste=avis-en-retard')
  expect([sheet.status, sheet.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="avis-en-retard.xlsx"'])
  expect((await testApp(db, ars).get('/suivi')).status).toBe(403)
  expect((await testApp(db, world.mandates.porteur).get('/suivi/tableur')).status).toBe(403)
})
