import { afterAll, beforeAll, expect, test } from 'vitest'
import { TODAY } from '#testing/world.ts'
import { chance, killSubmitter, type Moment } from './kill-round.ts'
import { killServer } from './kill-server.ts'
import { type KilledWorld, killedWorld } from './killed-world.ts'
import { faultsAfterKills } from './survivors.ts'

/** Kills with submissions in flight; three of them fall on the server itself, over HTTP. */
const KILLS = 50
const SERVER_KILLS = new Set([9, 29, 49])
/** Kills that fall while the database recovers from the kill before. */
const KILLS_WHILE_OPENING = new Set([4, 24, 44])
const AT_ONCE = 8
const MOST_ACKNOWLEDGED = 4
const LONGEST_MS = 60
const DRAFTS = 800

const engine = process.env['PILOTIS_TEST_ENGINE'] === 'postgres' ? 'postgres' : 'pglite'
const random = chance(20_270_114)
let world: KilledWorld

beforeAll(async () => {
  world = await killedWorld(engine, DRAFTS)
}, 240_000)
afterAll(() => world.remove())

test('fifty kills -9 with submissions in flight lose no acknowledged one', { timeout: 600_000 }, async () => {
  const acknowledged = new Map<string, number | undefined>()
  const tried = new Set<string>()
  let inFlight = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    if (KILLS_WHILE_OPENING.has(kill)) await killSubmitter(...submitter([], { acknowledgements: 0, milliseconds: 100 + random() * 900 }))
    const draftIds = world.draftIds.filter((id) => !tried.has(id)).slice(0, MOST_A_ROUND)
    const moment = { acknowledgements: 1 + Math.floor(random() * MOST_ACKNOWLEDGED), milliseconds: random() * LONGEST_MS }
    const round = SERVER_KILLS.has(kill)
      ? await killServer(world.server, world.environment, { mandateId: world.by.id, draftIds, atOnce: AT_ONCE, moment })
      : await killSubmitter(...submitter(draftIds, moment))
    expect(round.signal, `the end of process ${kill}`).toBe('SIGKILL')
    for (const id of round.begun) tried.add(id)
    for (const [id, number] of round.acknowledged) acknowledged.set(id, number)
    inFlight += round.begun.size - round.acknowledged.size
  }
  const database = await world.reopen()
  const faults = await faultsAfterKills(database, acknowledged)
  await database.close()
  expect(faults).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(KILLS)
  expect(inFlight).toBeGreaterThan(KILLS)
})

test('the proof sees a lost acknowledgement, a number that changed and a submission half written', async () => {
  const database = await world.reopen()
  const [first = '', second = ''] = world.draftIds.slice(-2)
  await database.run`
    insert into submission (application_id, call_id, number, submitted_on, submitted_by, framing_version)
    select id, call_id, 100000, ${TODAY}, created_by, 1 from application where id = ${first}`
  const faults = await faultsAfterKills(
    database,
    new Map([
      [first, 7],
      [second, undefined],
    ]),
  )
  await database.close()
  expect(faults).toEqual(
    expect.arrayContaining([
      `${first} was acknowledged as 7 and is now 100000`,
      `${second} was acknowledged and is lost`,
      `${first} has 0 rows in the journal`,
      `${first} has 0 readers`,
      expect.stringMatching(/^number 100000 is in place \d+$/),
    ]),
  )
})

/** What a variable of the environment bears, and no process can send in its time. */
const MOST_A_ROUND = 200

function submitter(draftIds: string[], moment: Moment): Parameters<typeof killSubmitter> {
  const plan = { personId: world.by.personId, draftIds, atOnce: AT_ONCE }
  return [world.submitter, { ...world.environment, PLAN: JSON.stringify(plan) }, moment]
}
