import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { twoYears } from '#testing/two-years.ts'
import { aMandate, TODAY } from '#testing/world.ts'

dbTest(
  'ANI-03: the project lead prepares the hand-over of a funder, chooses who takes each thing over, and the mandate ends',
  async ({ db }) => {
    const { world } = await twoYears(db)
    const { caf, lead } = world.mandates
    const of = { name: 'Remplaçante', organisationId: caf.organisationId, function: 'funder', contractId: world.contractId } as const
    const next = await aMandate(db, of)
    const { get, post } = testApp(db, lead)
    expect(await (await get('/mandats/passation')).text()).toContain(`/mandats/passation/${caf.id}`)
    const page = await (await get(`/mandats/passation/${caf.id}`)).text()
    for (const words of ['Décisions à notifier', 'Remplaçante', 'Jardin nourricier', 'Lu par']) expect(page).toContain(words)
    const names = [...page.matchAll(/<select[^>]* name="([^"]+)"/g)].map(([, name = '']) => name)
    const chosen = Object.fromEntries(names.map((name) => [name, next.id]))
    const answer = await post(`/mandats/passation/${caf.id}`, { id: newId(), fin: TODAY, note: '', ...chosen })
    expect(answer.status).toBe(303)
    expect(await (await testApp(db, next).get('/mandats/passation')).text()).toContain('Ce qui vous a été transmis')
  },
)

dbTest('a hand-over without day or without the note it needs comes back with what was typed', async ({ db }) => {
  const { world } = await twoYears(db)
  const { caf } = world.mandates
  const { post } = testApp(db, caf)
  const missing = await post(`/mandats/passation/${caf.id}`, { id: newId(), fin: '', note: 'Gardée' })
  expect([missing.status, (await missing.text()).includes('Gardée')]).toEqual([400, true])
  const alone = await post(`/mandats/passation/${caf.id}`, { id: newId(), fin: TODAY, note: '' })
  expect([alone.status, (await alone.text()).includes('Écrivez une note')]).toEqual([422, true])
})

dbTest('the mandate of another is not there for who may not end it', async ({ db }) => {
  const { world } = await twoYears(db)
  const path = `/mandats/passation/${world.mandates.caf.id}`
  for (const other of [world.mandates.state, world.mandates.porteur]) expect((await testApp(db, other).get(path)).status).toBe(404)
  expect((await testApp(db, undefined).get(path)).status).toBe(303)
  expect((await testApp(db, world.mandates.lead).get(`/mandats/passation/${newId()}`)).status).toBe(404)
})
