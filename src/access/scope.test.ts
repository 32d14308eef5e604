import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { anAward } from '#testing/award.ts'
import { narrowedTo, theOtherRoles } from '#testing/roles.ts'
import { aPart, aWorld } from '#testing/world.ts'
import { listMandates, type Mandate } from './mandate.ts'
import { type Scope, visible } from './scope.ts'

const Id = z.object({ id: z.string() })

async function sees(db: Db, { scope }: { scope: Scope }): Promise<{ applications: string[]; actions: string[] }> {
  const applications = await db.rows(Id)`select a.id from application a where ${visible('a', scope)}`
  const actions = await db.rows(Id)`select a.id from action a where ${visible('a', scope)}`
  return { applications: applications.map(({ id }) => id), actions: actions.map(({ id }) => id) }
}

describe('what a mandate sees of files', () => {
  dbTest('XCU-01: each function sees the files of its rule and no other', async ({ db }) => {
    const world = await aWorld(db)
    const roles = await theOtherRoles(db, world)
    const asked = await aPart(db, world, { asked: { state: euros(3000) } })
    const decided = await anAward(db, world, { amount: euros(2000), part: { organisationId: world.organisations.otherPorteur } })
    const refused = await anAward(db, world, { amount: euros(0) })
    const everything = new Set([asked.applicationId, decided.applicationId, refused.applicationId])
    const ofState = [world.mandates.lead, world.mandates.state, roles.delegate, roles.signatory]
    for (const one of ofState) expect(new Set((await sees(db, one)).applications), one.function).toEqual(everything)
    expect(await sees(db, roles.ars)).toEqual({ applications: [], actions: [] })
    expect(await sees(db, roles.elected)).toEqual({ applications: [decided.applicationId], actions: [decided.actionId] })
    expect(await sees(db, world.mandates.otherPorteur)).toEqual({ applications: [decided.applicationId], actions: [decided.actionId] })
    expect(await sees(db, world.mandates.caf)).toEqual({ applications: [], actions: [] })
  })

  dbTest('XCU-01: an organisation asked for an opinion sees that file', async ({ db }) => {
    const world = await aWorld(db)
    const { ars } = await theOtherRoles(db, world)
    const file = await aPart(db, world)
    await aPart(db, world)
    await db.run`insert into reading_right (subject_id, organisation_id, reason) values (${file.applicationId}, ${ars.organisationId}, 'avis demandé')`
    expect(await sees(db, ars)).toEqual({ applications: [file.applicationId], actions: [] })
  })

  dbTest('XCU-01: a mandate narrower than its contract sees only what takes place in its neighbourhoods', async ({ db }) => {
    const world = await aWorld(db)
    const roles = await theOtherRoles(db, world)
    const lens = await anAward(db, world, { part: { shares: [[world.qpvs.lens, 1]] } })
    const both = await anAward(db, world, {
      part: {
        shares: [
          [world.qpvs.lens, 0.5],
          [world.qpvs.lievin, 0.5],
        ],
      },
    })
    const lievin = await anAward(db, world, { part: { shares: [[world.qpvs.lievin, 1]] } })
    const nowhere = await anAward(db, world, { part: { shares: [] } })
    const inLens = new Set([lens.applicationId, both.applicationId])
    expect(new Set((await sees(db, roles.council)).applications)).toEqual(inLens)
    const delegate = await narrowedTo(db, roles.delegate, [world.qpvs.lens])
    expect(new Set((await sees(db, delegate)).actions)).toEqual(new Set([lens.actionId, both.actionId]))
    const whole = (await sees(db, roles.signatory)).applications
    expect(new Set(whole)).toEqual(new Set([...inLens, lievin.applicationId, nowhere.applicationId]))
  })

  dbTest('XCU-01: a mandate narrowed to a commune holds on its neighbourhoods; one without place on the whole contract', async ({ db }) => {
    const world = await aWorld(db)
    const { delegate } = await theOtherRoles(db, world)
    const read = async (): Promise<Mandate | undefined> => (await listMandates(db, delegate.personId, delegate.validFrom))[0]
    expect((await read())?.scope.qpvIds).toBeNull()
    await db.run`insert into mandate_territory (id, mandate_id, commune_code) values (${newId()}, ${delegate.id}, '62510')`
    expect(new Set((await read())?.scope.qpvIds)).toEqual(new Set([world.qpvs.lievin, world.qpvs.both]))
  })

  dbTest('XCU-01: under a mandate of another contract, the files of this one are not there', async ({ db }) => {
    const world = await aWorld(db)
    await anAward(db, world)
    const other = newId()
    await db.run`insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
      values (${other}, 'autre', 'Autre contrat', '2024-2030', ${world.organisations.epci}, '2024-01-01', '2030-12-31', 'essai')`
    const elsewhere = { ...world.mandates.state.scope, contractId: other }
    expect((await sees(db, { scope: world.mandates.state.scope })).applications).toHaveLength(1)
    expect(await sees(db, { scope: elsewhere })).toEqual({ applications: [], actions: [] })
  })
})
