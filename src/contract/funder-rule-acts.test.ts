import { expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aWorld, TODAY } from '#testing/world.ts'
import { setFunderRule } from './funder-rule-acts.ts'
import { funderApplies } from './store.ts'

const RULE = 'payment-needs-final-report'

dbTest('a rule of a funder applies from its day on, for that funder only', async ({ db }) => {
  const world = await aWorld(db)
  const from = addDays(TODAY, 10)
  const set = { id: newId(), rule: RULE, active: true, validFrom: from, source: 'Règlement budgétaire' } as const
  expect(await setFunderRule(db, world.mandates.region, set, TODAY)).toEqual({ done: true, value: set.id })
  const applies = (funderId: string, on = from) => funderApplies(db, RULE, { funderId, on })
  expect(await applies(world.organisations.region, addDays(from, -1))).toBe(false)
  expect(await applies(world.organisations.region)).toBe(true)
  expect(await applies(world.organisations.caf)).toBe(false)
  await setFunderRule(db, world.mandates.region, { ...set, id: newId(), active: false, validFrom: addDays(from, 1) }, TODAY)
  expect(await applies(world.organisations.region, addDays(from, 1))).toBe(false)
  expect(await applies(world.organisations.region)).toBe(true)
})

dbTest('a rule is refused in the past, twice the same day, and to whoever funds nothing', async ({ db }) => {
  const world = await aWorld(db)
  const set = { id: newId(), rule: RULE, active: true, validFrom: TODAY, source: 'Règlement' } as const
  expect(await setFunderRule(db, world.mandates.region, { ...set, validFrom: addDays(TODAY, -1) }, TODAY)).toEqual({
    done: false,
    reasons: ['in-the-past'],
  })
  await setFunderRule(db, world.mandates.region, set, TODAY)
  expect(await setFunderRule(db, world.mandates.region, { ...set, id: newId() }, TODAY)).toEqual({ done: false, reasons: ['same-day'] })
  expect(await setFunderRule(db, world.mandates.porteur, { ...set, id: newId() }, TODAY)).toEqual({
    done: false,
    reasons: ['not-a-funder'],
  })
})

dbTest('the page of rules shows those of the mandate, keeps what was typed, and is closed to porteurs', async ({ db }) => {
  const world = await aWorld(db)
  const { get, post } = testApp(db, world.mandates.region)
  expect(await (await get('/regles')).text()).toContain('Ne s’applique pas')
  const wrong = await post('/regles', { id: newId(), rule: RULE, active: 'oui', validFrom: '2020-01-01', source: 'Délibération 12' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Délibération 12')])
  const empty = await post('/regles', { id: newId(), rule: 'inconnue', active: '', validFrom: 'hier', source: '' })
  expect(empty.status).toBe(400)
  const good = await post('/regles', { id: newId(), rule: RULE, active: 'oui', validFrom: TODAY, source: 'Délibération 12' })
  expect(good.status).toBe(303)
  expect(await (await get('/regles')).text()).toContain('Délibération 12')
  expect((await testApp(db, world.mandates.porteur).get('/regles')).status).toBe(403)
})
