import { expect } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { classifyParts } from './orientation-acts.ts'

const orientationsOf = (db: Db) =>
  db.rows(z.object({ title: z.string(), orientationId: z.string().nullable() }))`
    select title, orientation_id as "orientationId" from action_part order by title`

dbTest('CON-02: actions that came without an orientation are given one together; what is decided keeps its own', async ({ db }) => {
  const world = await aWorld(db)
  const first = await aPart(db, world, { title: 'A', asked: { state: euros(1000) } })
  const second = await aPart(db, world, { title: 'B', asked: { state: euros(1000) } })
  const third = await aPart(db, world, { title: 'C', asked: { state: euros(1000) } })
  await db.run`update action_part set orientation_id = null where id in (${first.partId}, ${third.partId})`
  await db.run`update action_part set orientation_id = ${world.orientations.employment} where id = ${second.partId}`
  await db.run`insert into application_decided (application_id, decided_on) values (${third.applicationId}, ${TODAY})`
  const input = { partIds: [first, second, third].map(({ partId }) => partId), orientationId: world.orientations.employment }
  expect(await classifyParts(db, world.mandates.lead, input, TODAY)).toEqual({ done: true, value: { moved: 1, already: 1, decided: 1 } })
  expect((await orientationsOf(db)).map(({ orientationId }) => orientationId)).toEqual([
    world.orientations.employment,
    world.orientations.employment,
    null,
  ])
  const journal = await db.rows(z.object({ subject: z.string() }))`select subject_id as subject from journal where act = 'part.classified'`
  expect(journal).toEqual([{ subject: first.partId }])
})

dbTest('an orientation of another contract, or ended, is refused; a part out of sight is left', async ({ db }) => {
  const world = await aWorld(db)
  const hidden = await aPart(db, world, { title: 'Cachée', asked: { state: euros(1000) } })
  const before = await orientationsOf(db)
  const partIds = [hidden.partId]
  expect(await classifyParts(db, world.mandates.lead, { partIds, orientationId: newId() }, TODAY)).toEqual({
    done: false,
    reasons: ['unknown-orientation'],
  })
  await db.run`delete from reading_right where organisation_id = ${world.organisations.epci}`
  expect(await classifyParts(db, world.mandates.lead, { partIds, orientationId: world.orientations.employment }, TODAY)).toEqual({
    done: true,
    value: { moved: 0, already: 0, decided: 0 },
  })
  expect(await orientationsOf(db)).toEqual(before)
})
