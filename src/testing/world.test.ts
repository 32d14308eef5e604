import { expect } from 'vitest'
import { z } from 'zod'
import { visible } from '#access/scope.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld } from './world.ts'

dbTest('a submitted file is seen by its applicant and by its funders, not by others', async ({ db }) => {
  const world = await aWorld(db)
  const { applicationId } = await aPart(db, world, { asked: { state: euros(5000) } })
  const seen = async (key: keyof typeof world.mandates) => {
    const rows = await db.rows(
      z.object({ id: z.string() }),
    )`select a.id from application a where ${visible('a', world.mandates[key].scope)}`
    return rows.some(({ id }) => id === applicationId)
  }
  expect(await seen('porteur')).toBe(true)
  expect(await seen('state')).toBe(true)
  expect(await seen('lead')).toBe(true)
  expect(await seen('caf')).toBe(false)
  expect(await seen('otherPorteur')).toBe(false)
})

dbTest('what touches a declared interest is hidden (design: who sees what)', async ({ db }) => {
  const world = await aWorld(db)
  await aPart(db, world)
  const { personId } = world.mandates.state
  await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
    values (gen_random_uuid(), ${personId}, ${world.organisations.porteur}, 'Membre du bureau', '2026-01-01')`
  const rows = await db.rows(z.object({ id: z.string() }))`select a.id from application a where ${visible('a', world.mandates.state.scope)}`
  expect(rows).toEqual([])
})
