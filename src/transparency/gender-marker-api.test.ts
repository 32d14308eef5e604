import { beforeEach, expect } from 'vitest'
import { z } from 'zod'
import { setThreshold } from '#instruction/gender-acts.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aWorld, TODAY } from '#testing/world.ts'

const ADDRESS = '/api/v1/gender-marker'
const Answer = z.object({
  marker: z.number().nullable(),
  path: z.array(z.object({ question: z.string(), answer: z.string() })),
  threshold: z.number(),
})
const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

beforeEach(() => expect.hasAssertions())

dbTest('EGA-02: anybody gets the marker of answers, with the way it came by and the threshold of the contract', async ({ db }) => {
  const world = await aWorld(db)
  const { send } = testApp(db, undefined)
  const ask = async (body: unknown) => Answer.parse(await (await send('POST', ADDRESS, body)).json())
  const answers = { Q1: 'oui', Q2A: 'non', C1: 'oui', C2: 'oui', C3: 'non' }
  expect(await ask({ answers })).toEqual({
    marker: 0,
    path: [
      { question: 'Q1', answer: 'oui' },
      { question: 'Q2A', answer: 'non' },
      { question: 'Q3A', answer: 'non' },
    ],
    threshold: 3,
  })
  expect(await ask({ answers, threshold: 2 })).toMatchObject({ marker: 1, threshold: 2 })
  expect(await ask(answers)).toMatchObject({ marker: 0 })
  const { contractId, mandates } = world
  await setThreshold(db, mandates.lead, { id: newId(), contractId, criteriaNeeded: 2, reason: 'Comité', validFrom: TODAY }, TODAY)
  expect(await ask({ answers })).toMatchObject({ marker: 1, threshold: 2 })
})

dbTest('answers that do not suffice give null, which is not 0', async ({ db }) => {
  await aWorld(db)
  const { send } = testApp(db, undefined)
  for (const body of [{}, { answers: {} }, { answers: { Q1: 'oui' } }, { answers: { Q1: 'non', Q2B: 'non' } }]) {
    expect(Answer.parse(await (await send('POST', ADDRESS, body)).json()).marker).toBeNull()
  }
})

dbTest('EGA-02: a marker typed without answers, and answers that cannot be read, are refused in words', async ({ db }) => {
  await aWorld(db)
  const { send } = testApp(db, undefined)
  const refused = async (body: unknown) => {
    const answer = await send('POST', ADDRESS, body)
    return { status: answer.status, ...Failure.parse(await answer.json()).error }
  }
  expect(await refused({ marker: 2 })).toMatchObject({ status: 400, code: 'marker-without-answers' })
  expect(await refused({ answers: { Q1: 'peut-être' } })).toMatchObject({ status: 400, code: 'bad-input' })
  expect(await refused({ answers: {}, threshold: 4 })).toMatchObject({ status: 400, code: 'bad-input' })
  expect(await refused([1])).toMatchObject({ status: 400 })
})

dbTest('the calculator is in the document of the API', async ({ db }) => {
  await aWorld(db)
  const document = await (await testApp(db, undefined).get('/api/openapi.json')).text()
  expect(document).toContain('"/api/v1/gender-marker"')
  expect(await (await testApp(db, undefined).get('/api')).text()).toContain('/api/v1/gender-marker')
})
