import { expect } from 'vitest'
import { z } from 'zod'
import { cents } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { aWorld } from '#testing/world.ts'

const Count = z.object({ n: z.number() })

dbTest('PRJ-08: looking at a letter and its preview notifies nobody; the notification is its own act', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world, { notifiedOn: null })
  const { get, post } = testApp(db, world.mandates.state)
  expect(await (await get('/courriers')).text()).toContain('À notifier')
  const page = await (await get(`/courriers/${awardId}`)).text()
  expect(page).toContain('rien n’est parti')
  expect(page).toContain('cinq mille euros')
  const preview = await get(`/courriers/${awardId}/courrier.pdf`)
  expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(Buffer.from(await preview.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-1\.7/)
  expect((await db.one(Count)`select count(*) as n from notification`).n).toBe(0)
  expect((await post('/courriers/notifications', { aide: awardId })).status).toBe(303)
  expect((await db.one(Count)`select count(*) as n from mail`).n).toBe(1)
  expect(await (await get(`/courriers/${awardId}`)).text()).toContain('Courrier envoyé (PDF)')
  const sent = await get(`/courriers/${awardId}/courrier.pdf`)
  expect(sent.headers.get('content-disposition')).toBe('inline; filename="attribution-2027-1.pdf"')
  expect(Buffer.from(await sent.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-1\.7/)
})

dbTest('nothing ticked, an award without its Dauphin number, a refusal: each has its clear answer', async ({ db }) => {
  const world = await aWorld(db)
  const held = await anAward(db, world, { notifiedOn: null, part: { title: 'Sans numéro' } })
  await db.run`update application set dauphin_number = null where id = ${held.applicationId}`
  const refusal = await anAward(db, world, { notifiedOn: null, amount: cents(0), part: { title: 'Refusée' } })
  const { get, post } = testApp(db, world.mandates.state)
  const none = await post('/courriers/notifications', {})
  expect([none.status, (await none.text()).includes('Cochez au moins un courrier')]).toEqual([422, true])
  const both = await post('/courriers/notifications', { aide: [held.awardId, refusal.awardId] })
  const page = await both.text()
  expect([both.status, page.includes('Sans numéro\u00A0: La demande faite à l’État n’a pas son numéro Dauphin')]).toEqual([422, true])
  expect(page).toContain('/dossiers/sans-numero-dauphin')
  expect(page).toContain(`value="${refusal.awardId}" id="aide-${refusal.awardId}" checked`)
  const letter = await (await get(`/courriers/${refusal.awardId}`)).text()
  expect(letter).toContain('Courrier de refus')
  expect(letter).toContain('Comme le comité')
})

dbTest('the letters of another funder are not there, and an association has none to produce', async ({ db }) => {
  const world = await aWorld(db)
  const { awardId } = await anAward(db, world, { notifiedOn: null })
  const epci = testApp(db, world.mandates.epci)
  expect((await epci.get(`/courriers/${awardId}`)).status).toBe(404)
  expect((await epci.get(`/courriers/${awardId}/courrier.pdf`)).status).toBe(404)
  expect((await epci.post('/courriers/notifications', { aide: awardId })).status).toBe(404)
  expect((await epci.get('/courriers/..%2f')).status).toBe(404)
  expect((await epci.post('/courriers/notifications', { aide: 'x\0' })).status).toBe(404)
  expect((await testApp(db, world.mandates.porteur).get(`/courriers/${awardId}`)).status).toBe(403)
  expect((await testApp(db, world.mandates.lead).post('/courriers/notifications', { aide: awardId })).status).toBe(403)
})
