import { expect } from 'vitest'
import { z } from 'zod'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { lineKey } from './act-form.ts'
import { fundingPaths } from './paths.ts'
import { retain } from './retention-acts.ts'

interface Retained {
  world: World
  keys: string[]
}

/** Two files for which the committee retained what they ask of the State. */
async function twoRetained(db: Database): Promise<Retained> {
  const world = await aWorld(db)
  const keys: string[] = []
  for (const [title, asked] of [
    ['Vélo-école', euros(5000)],
    ['Ludothèque', euros(8000)],
  ] as const) {
    const { partId } = await aPart(db, world, { title, asked: { state: asked } })
    await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 1)`
    const input = {
      id: newId(),
      meetingId: world.meetingId,
      partId,
      envelopeId: world.envelopes.state,
      cents: asked,
      reason: '',
      seenId: null,
    }
    await retain(db, world.mandates.state, input, TODAY)
    keys.push(lineKey({ partId, envelopeId: world.envelopes.state }))
  }
  return { world, keys }
}

const anAct = (lines: Record<string, string>, change: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  id: newId(),
  annee: '2027',
  autorite: 'Préfet du Pas-de-Calais',
  numero: '2027-118',
  date: '2027-01-12',
  ligne: Object.keys(lines),
  ...Object.fromEntries(Object.entries(lines).map(([key, amount]) => [`montant-${key}`, amount])),
  ...change,
})

const Sum = z.object({ n: z.number() })
const decided = async (db: Database, world: World) =>
  (await db.one(Sum)`select decided_cents as n from envelope where id = ${world.envelopes.state}`).n

dbTest('PRJ-08: a funder records its act, once, and the act shows its lines and what each became', async ({ db }) => {
  const { world, keys } = await twoRetained(db)
  const { get, post } = testApp(db, world.mandates.state)
  const before = await (await get('/decisions')).text()
  expect(before).toContain('À décider par votre acte')
  expect(before.match(/name="ligne"/g)).toHaveLength(2)
  const act = anAct({ [keys[0] ?? '']: '5 000', [keys[1] ?? '']: '8000' })
  for (const _ of [1, 2]) {
    const answer = await post(fundingPaths.acts(), act)
    expect(answer.headers.get('location')).toBe(fundingPaths.act(String(act['id'])))
  }
  expect(await decided(db, world)).toBe(1_300_000)
  const page = await (await get(fundingPaths.act(String(act['id'])))).text()
  for (const expected of ['Acte 2027-118', '13\u202f000\u00A0€ décidés', 'Vélo-école', 'À notifier']) expect(page).toContain(expected)
  expect(await (await get('/decisions')).text()).toContain('Rien à décider')
})

dbTest('an act with a fault decides nothing: each fault stands beside its line, and what was typed is kept', async ({ db }) => {
  const { world, keys } = await twoRetained(db)
  const [first = '', second = ''] = keys
  const { post } = testApp(db, world.mandates.state)
  const answer = await post(
    fundingPaths.acts(),
    anAct({ [first]: '99 999', [second]: '8 000' }, { [`motif-${first}`]: 'Effort exceptionnel', date: '2027-01-15' }),
  )
  const page = await answer.text()
  expect(answer.status).toBe(422)
  for (const expected of [
    'value="99 999"',
    'value="Effort exceptionnel"',
    'L’enveloppe serait dépassée',
    'Vélo-école\u00A0: l’enveloppe serait dépassée',
    'fois la demande',
    'signé dans le futur',
    `id="c-montant-${first}-erreur"`,
  ])
    expect(page).toContain(expected)
  const unread = await post(fundingPaths.acts(), anAct({ [first]: 'douze', [second]: '8 000' }, { numero: '' }))
  expect([unread.status, (await unread.text()).includes('Écrivez un nombre d’euros')]).toEqual([400, true])
  const none = await post(fundingPaths.acts(), anAct({}))
  expect([none.status, (await none.text()).includes('Cochez au moins une aide')]).toEqual([422, true])
  expect(await decided(db, world)).toBe(0)
})

dbTest('an amount above what was asked is decided with its reason, and said', async ({ db }) => {
  const { world, keys } = await twoRetained(db)
  const [first = ''] = keys
  const { post, app } = testApp(db, world.mandates.state)
  expect((await post(fundingPaths.acts(), anAct({ [first]: '5 500' }))).status).toBe(422)
  const answer = await post(fundingPaths.acts(), anAct({ [first]: '5 500' }, { [`motif-${first}`]: 'Reprise du solde 2026' }))
  const cookie = /pilotis-message=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
  const page = await app.request(`http://pilotis.example${answer.headers.get('location')}`, { headers: { cookie } })
  expect(await page.text()).toContain('une aide dépasse la demande')
})

dbTest('FIN-09: no one decides on another funder’s envelope; who may not record an act reads only what is in its sight', async ({ db }) => {
  const { world, keys } = await twoRetained(db)
  const [first = '', second = ''] = keys
  const stranger = await testApp(db, world.mandates.epci).post(fundingPaths.acts(), anAct({ [first]: '5 000' }))
  expect([stranger.status, (await stranger.text()).includes('n’est pas celle de votre organisation')]).toEqual([422, true])
  expect((await testApp(db, world.mandates.lead).post(fundingPaths.acts(), anAct({ [first]: '5 000' }))).status).toBe(403)
  expect((await testApp(db, world.mandates.porteur).get('/decisions')).status).toBe(403)
  const act = anAct({ [first]: '5 000', [second]: '8 000' })
  await testApp(db, world.mandates.state).post(fundingPaths.acts(), act)
  const path = fundingPaths.act(String(act['id']))
  expect((await testApp(db, world.mandates.region).get(path)).status).toBe(404) // asked nothing of it: its act is out of sight
  expect((await testApp(db, world.mandates.porteur).get(path)).status).toBe(403)
  const lead = await (await testApp(db, world.mandates.lead).get('/decisions')).text()
  expect(lead).toContain('2027-118')
  expect(lead).not.toContain('À décider par votre acte')
  for (const unknown of ['x', newId()]) expect((await testApp(db, world.mandates.state).get(fundingPaths.act(unknown))).status).toBe(404)
})
