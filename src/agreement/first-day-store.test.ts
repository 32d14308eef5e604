import { expect } from 'vitest'
import { day } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { listFirstDay, listMissingReports } from './first-day-store.ts'
import { recordObligation } from './payment-acts.ts'

dbTest('what is left to bind, to pay, to sign and to hand in is listed for its reader, and for no stranger', async ({ db }) => {
  const world = await aWorld(db)
  const { mandates, organisations, contractId } = world
  const asked = { epci: euros(24_000), state: euros(5_000) }
  const { awardId } = await anAward(db, world, { part: { asked } })
  await recordObligation(db, mandates.state, { id: newId(), awardId, number: 'EJ1', amount: euros(5_000), on: TODAY }, TODAY)
  await anAward(db, world, { funder: 'epci', amount: euros(24_000), part: { asked, title: 'Grande action' } })
  const read = async (as: 'state' | 'epci' | 'caf') => {
    const lists = await listFirstDay(db, mandates[as].scope, { contractId, funderId: organisations[as] }, TODAY)
    return [lists.toObligate.count, lists.toPay.left, lists.toAgree.left, lists.givenUp.count]
  }
  expect(await read('state')).toEqual([0, euros(5_000), 0, 0])
  expect(await read('epci')).toEqual([0, 0, 0, 0]) // its beneficiary has not answered yet
  await db.run`insert into beneficiary_answer (id, award_id, kind, kept_cents, answered_on, answered_by)
    select ${newId()}, w.id, 'confirmed', 2400000, ${TODAY}, ${mandates.porteur.id} from award w join envelope e on e.id = w.envelope_id
    where e.funder_id = ${organisations.epci}`
  expect(await read('epci')).toEqual([0, 0, euros(24_000), 0])
  expect(await read('caf')).toEqual([0, 0, 0, 0])
  const missing = async (as: 'state' | 'caf', on: string) =>
    (await listMissingReports(db, mandates[as].scope, { contractId }, day(on))).map(({ title, daysLate }) => [title, daysLate])
  expect(await missing('state', '2028-06-30')).toEqual([])
  expect(await missing('state', '2028-07-02')).toEqual([
    ['Grande action', 2],
    ['Jardin nourricier', 2],
  ])
  expect(await missing('caf', '2028-07-02')).toEqual([])
})
