import { expect } from 'vitest'
import { dbTest } from '#platform/test-database.ts'
import { aCall, begunDraft } from '#testing/draft.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { editCall } from './call-acts.ts'

dbTest('the year of a call changes while nothing was begun in it', async ({ db }) => {
  const world = await aWorld(db)
  const call = await aCall(db, world)
  const edited = await editCall(db, world.mandates.lead, { ...call, year: call.year + 1, framing: 'Note.' }, TODAY)
  expect(edited).toMatchObject({ done: true, value: { year: call.year + 1 } })
})

dbTest('the year of a call no longer changes once an application was begun', async ({ db }) => {
  const { call, world } = await begunDraft(db)
  const edit = (year: number) => editCall(db, world.mandates.lead, { ...call, year, framing: 'Note.' }, TODAY)
  expect(await edit(call.year + 1)).toEqual({ done: false, reasons: ['year-in-use'] })
  expect((await edit(call.year)).done).toBe(true)
})
