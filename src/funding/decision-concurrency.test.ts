import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Pool } from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { rootFolder } from '#platform/root-folder.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { lineKey } from './act-form.ts'
import { fundingPaths } from './paths.ts'
import { retain } from './retention-acts.ts'

const DECIDERS = 50

/** Fifty files of 5 000 euros retained on the 100 000 euros of the State: twenty fit. */
async function fiftyRetained(db: Database, world: World): Promise<string[]> {
  const partIds: string[] = []
  for (let rank = 0; rank < DECIDERS; rank += 1) {
    const { partId } = await aPart(db, world, { title: `Action ${rank}`, asked: { state: euros(5000) } })
    await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, ${rank})`
    const amount = {
      id: newId(),
      meetingId: world.meetingId,
      partId,
      envelopeId: world.envelopes.state,
      cents: euros(5000),
      reason: '',
      seenId: null,
    }
    expect(await retain(db, world.mandates.state, amount, TODAY)).toMatchObject({ done: true })
    partIds.push(partId)
  }
  return partIds
}

/** Says « ready », waits for a line, records its act, says what came of it, ends. */
const PROGRAM = `
  const { openPostgres } = await import('#platform/postgres.ts')
  const { recordFunderAct } = await import('#funding/decision-acts.ts')
  const { url, mandate, act, today } = JSON.parse(process.env.DECIDER)
  const db = await openPostgres(url)
  console.log('ready')
  await new Promise((go) => process.stdin.once('data', go))
  const result = await recordFunderAct(db, mandate, act, today)
  console.log(result.done ? 'decided' : result.reasons.join())
  await db.close()
  process.exit(0)`

async function fiftyProcesses(db: Database, world: World, partIds: readonly string[]): Promise<string[]> {
  const url = 'pool' in db && db.pool instanceof Pool ? db.pool.options.connectionString : undefined
  const deciders = partIds.map((partId, rank) => {
    const lines = [{ partId, envelopeId: world.envelopes.state, cents: euros(5000), reason: '' }]
    const act = { id: newId(), authority: 'Préfet', number: `A-${rank}`, signedOn: TODAY, year: 2027, lines }
    const DECIDER = JSON.stringify({ url, mandate: world.mandates.state, act, today: TODAY })
    const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '--eval', PROGRAM], {
      cwd: rootFolder(),
      env: { DECIDER },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    return { child, said: createInterface({ input: child.stdout })[Symbol.asyncIterator](), ended: once(child, 'exit') }
  })
  try {
    for (const { said } of deciders) expect((await said.next()).value).toBe('ready')
    for (const { child } of deciders) child.stdin.write('go\n')
    const answers = await Promise.all(deciders.map(async ({ said }) => String((await said.next()).value)))
    await Promise.all(deciders.map(({ ended }) => ended))
    return answers
  } finally {
    for (const { child } of deciders) child.kill()
  }
}

async function fiftyRequests(db: Database, world: World, partIds: readonly string[]): Promise<string[]> {
  const { post } = testApp(db, world.mandates.state)
  return Promise.all(
    partIds.map(async (partId, rank) => {
      const key = lineKey({ partId, envelopeId: world.envelopes.state })
      const head = { id: newId(), annee: '2027', autorite: 'Préfet', numero: `A-${rank}`, date: TODAY }
      const answer = await post(fundingPaths.acts(), { ...head, ligne: key, [`montant-${key}`]: '5000' })
      if (answer.status === 303) return 'decided'
      return (await answer.text()).includes('L’enveloppe serait dépassée') ? 'beyond-envelope@0' : `status ${answer.status}`
    }),
  )
}

test('FIN-03: fifty processes (on PostgreSQL) or fifty requests (on PGlite) deciding at once never overspend an envelope', async () => {
  const db = await freshDatabase()
  const world = await aWorld(db)
  const partIds = await fiftyRetained(db, world)
  const answers = db.engine === 'postgres' ? await fiftyProcesses(db, world, partIds) : await fiftyRequests(db, world, partIds)
  expect(answers.filter((answer) => answer === 'decided')).toHaveLength(20)
  expect(answers.filter((answer) => answer === 'beyond-envelope@0')).toHaveLength(30)
  const { decided, moved } = await db.one(z.object({ decided: z.number(), moved: z.number() }))`
    select e.decided_cents as decided, (select sum(d.amount_cents) from decision d) as moved from envelope e where e.id = ${world.envelopes.state}`
  expect([decided, moved]).toEqual([10_000_000, 10_000_000])
}, 240_000)
