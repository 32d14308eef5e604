import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest, freshDatabase } from '#platform/test-database.ts'
import { type TestApp, testApp } from '#testing/app.ts'
import { aPart, aWorld, type World } from '#testing/world.ts'
import { fundingPaths } from './paths.ts'

interface Room {
  world: World
  partIds: string[]
  as: (who: Mandate | undefined) => TestApp
}

/** A meeting with two files on its agenda; the Region is asked only the first. */
async function aRoom(db: Database): Promise<Room> {
  const world = await aWorld(db)
  const first = await aPart(db, world, { title: 'Vélo-école', asked: { state: euros(5000), region: euros(2000) } })
  const second = await aPart(db, world, { title: 'Ludothèque', asked: { state: euros(8000) } })
  const partIds = [first.partId, second.partId]
  for (const [rank, partId] of partIds.entries())
    await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, ${rank + 1})`
  return { world, partIds, as: (who) => testApp(db, who) }
}

const entry = ({ world, partIds }: Room, change: Record<string, string> = {}) => ({
  id: newId(),
  part: partIds[0] ?? '',
  envelope: world.envelopes.state,
  montant: '5 000',
  motif: '',
  vu: '',
  retour: fundingPaths.item(world.meetingId, partIds[0] ?? ''),
  ...change,
})

const Amounts = z.object({ n: z.number() })
const retainedIn = (db: Database) => db.rows(Amounts)`select retained_cents as n from retention order by retained_at`

dbTest('GOV-09: the meeting lists its files, what would remain of each envelope, and where to fix one’s own amount', async ({ db }) => {
  const room = await aRoom(db)
  const page = await (await room.as(room.world.mandates.state).get(fundingPaths.meeting(room.world.meetingId))).text()
  for (const expected of ['Vélo-école', 'Ludothèque', '2\u00A0dossiers à l’ordre du jour', 'à fixer', 'Enveloppes\u00A0: ce qui reste'])
    expect(page).toContain(expected)
  const region = await (await room.as(room.world.mandates.region).get(fundingPaths.meeting(room.world.meetingId))).text()
  expect(region).not.toContain('Ludothèque')
  expect(region).toContain('1 de vos dossiers sur 2 à l’ordre du jour')
  expect(page).toContain('À tenir')
  const other = await (
    await room.as(room.world.mandates.state).get(fundingPaths.meeting(room.world.meetingId, { detail: room.world.organisations.region }))
  ).text()
  expect(other).not.toContain('class="fix"')
})

dbTest('the page of a file says who puts how much and what remains to be found', async ({ db }) => {
  const room = await aRoom(db)
  const path = fundingPaths.item(room.world.meetingId, room.partIds[0] ?? '')
  const page = await (await room.as(room.world.mandates.region).get(path)).text()
  expect(page).toContain('Qui met combien')
  expect(page).toContain('7\u202f000\u00A0€') // asked 5 000 + 2 000, nothing retained
  expect(page.match(/name="montant"/g)).toHaveLength(1)
  const lead = await (await room.as(room.world.mandates.lead).get(path)).text()
  expect(lead.match(/name="montant"/g)).toHaveLength(3) // State, Region, and her own agglomeration
})

dbTest('the rank of a file and the number of points are those of the whole agenda, whoever looks', async ({ db }) => {
  const room = await aRoom(db)
  const [first = '', second = ''] = room.partIds
  const { world } = room
  await db.run`update meeting_item set position = 3 - position where meeting_id = ${world.meetingId}`
  for (const who of [world.mandates.region, world.mandates.lead])
    expect(await (await room.as(who).get(fundingPaths.item(world.meetingId, first))).text()).toContain('Point 2 sur 2')
  expect(await (await room.as(world.mandates.state).get(fundingPaths.item(world.meetingId, second))).text()).toContain('Point 1 sur 2')
})

dbTest('an amount is fixed by its funder, once, and the answer goes back to the page it came from', async ({ db }) => {
  const room = await aRoom(db)
  const { post } = room.as(room.world.mandates.state)
  const sent = entry(room)
  for (const _ of [1, 2]) {
    const answer = await post(fundingPaths.retentions(room.world.meetingId), sent)
    expect(answer.headers.get('location')).toBe(`${sent.retour}#retenu-${sent.part}`)
  }
  expect(await retainedIn(db)).toEqual([{ n: 500_000 }])
  const elsewhere = await post(
    fundingPaths.retentions(room.world.meetingId),
    entry(room, { part: room.partIds[1] ?? '', montant: '8000', retour: 'https://ailleurs.example' }),
  )
  expect(elsewhere.headers.get('location')).toMatch(/^\/comites\//)
  const broken = entry(room, { part: room.partIds[1] ?? '', montant: '8000', vu: '', retour: `/comites/x?q=a\r\nx: y` })
  expect((await post(fundingPaths.retentions(room.world.meetingId), broken)).status).toBe(409)
})

dbTest('an amount that departs from the proposal without a reason comes back with its text, beside its field', async ({ db }) => {
  const room = await aRoom(db)
  const answer = await room
    .as(room.world.mandates.state)
    .post(fundingPaths.retentions(room.world.meetingId), entry(room, { montant: '4 321' }))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Écrivez le motif')
  expect(page).toContain('value="4 321"')
  const absurd = await room
    .as(room.world.mandates.state)
    .post(fundingPaths.retentions(room.world.meetingId), entry(room, { montant: '-12', motif: 'x' }))
  expect(absurd.status).toBe(400)
  expect(await absurd.text()).toContain('ne peut pas être négatif')
  expect(await retainedIn(db)).toEqual([])
})

dbTest('an amount far above what was asked is told beside its field before it is fixed, and to all once it is', async ({ db }) => {
  const room = await aRoom(db)
  const { meetingId, mandates } = room.world
  const sent = entry(room, { montant: '50 000' })
  const before = await (await room.as(mandates.state).post(fundingPaths.retentions(meetingId), sent)).text()
  expect(before).toContain('10 fois la demande')
  await room.as(mandates.state).post(fundingPaths.retentions(meetingId), { ...sent, motif: 'Effort' })
  expect(await (await room.as(mandates.state).get(fundingPaths.meeting(meetingId))).text()).toContain('10 fois<br>la demande')
  const other = await (await room.as(mandates.region).get(fundingPaths.item(meetingId, sent.part))).text()
  expect(other).toContain('10 fois la demande')
})

dbTest('a stale amount is not written: both amounts are shown, and what was typed is kept', async ({ db }) => {
  const room = await aRoom(db)
  await room
    .as(room.world.mandates.lead)
    .post(fundingPaths.retentions(room.world.meetingId), entry(room, { montant: '3000', motif: 'Budget revu' }))
  const fromTable = entry(room, {
    montant: '4 500',
    motif: 'Essentiel',
    retour: `${fundingPaths.meeting(room.world.meetingId)}?par=orientation`,
  })
  const answer = await room.as(room.world.mandates.state).post(fundingPaths.retentions(room.world.meetingId), fromTable)
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('a fixé 3\u202f000\u00A0€ («\u00A0Budget revu\u00A0»). Vous aviez écrit 4 500')
  expect(page).toContain('value="Essentiel"')
  const seen = /name="vu" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  await room.as(room.world.mandates.state).post(fundingPaths.retentions(room.world.meetingId), { ...fromTable, vu: seen })
  expect(await retainedIn(db)).toEqual([{ n: 300_000 }, { n: 450_000 }])
})

dbTest('an amount of another funder is forbidden, a file out of the agenda or of sight is not found', async ({ db }) => {
  const room = await aRoom(db)
  const path = fundingPaths.retentions(room.world.meetingId)
  expect((await room.as(room.world.mandates.region).post(path, entry(room))).status).toBe(403)
  const unseen = entry(room, { part: room.partIds[1] ?? '', envelope: room.world.envelopes.region })
  expect((await room.as(room.world.mandates.region).post(path, unseen)).status).toBe(404)
  expect((await room.as(room.world.mandates.state).post(path, entry(room, { part: newId() }))).status).toBe(404)
  expect((await room.as(room.world.mandates.state).post(path, entry(room, { part: 'x' }))).status).toBe(404)
  expect((await room.as(room.world.mandates.porteur).post(path, entry(room))).status).toBe(403)
  expect((await room.as(undefined).get('/comites')).status).toBe(303)
  for (const unknown of ['x', newId()]) {
    for (const part of ['', '/ordre-du-jour', '/cloture', '/en-direct', `/dossiers/${newId()}`])
      expect((await room.as(room.world.mandates.lead).get(`/comites/${unknown}${part}`)).status).toBe(404)
  }
})

dbTest('the agenda is chosen in order by the project lead only; complete files are added at once', async ({ db }) => {
  const room = await aRoom(db)
  const third = await aPart(db, room.world, { title: 'Théâtre-forum' })
  await db.run`insert into completeness (id, application_id, complete, stated_on, stated_by)
    values (${newId()}, ${third.applicationId}, true, '2027-01-10', ${room.world.mandates.lead.id})`
  const { get, post } = room.as(room.world.mandates.lead)
  const agenda = fundingPaths.agenda(room.world.meetingId)
  expect(await (await get(agenda)).text()).toContain('Ajouter le dossier complet')
  const [first = '', second = ''] = room.partIds
  const fields = { annee: '2027', part: [first, second], [`rang-${first}`]: '2', [`rang-${second}`]: '1' }
  const wrong = await post(agenda, { ...fields, [`rang-${first}`]: 'premier' })
  const back = await wrong.text()
  expect(wrong.status).toBe(400)
  for (const expected of ['value="premier"', `id="c-rang-${first}-erreur"`, 'Écrivez le rang en chiffres']) expect(back).toContain(expected)
  expect((await post(agenda, fields)).status).toBe(303)
  expect((await post(`${agenda}/dossiers-complets`, { annee: '2027' })).status).toBe(303)
  const items = await db.rows(z.object({ partId: z.string() }))`select part_id as "partId" from meeting_item order by position`
  expect(items.map(({ partId }) => partId)).toEqual([second, first, third.partId])
  const other = newId()
  await db.run`insert into meeting (id, body_id, title, held_on, starts_at, place) select ${other}, body_id, 'Seconde session', '2027-06-03', '09:00', 'Lens'
    from meeting where id = ${room.world.meetingId}`
  expect(await (await get(fundingPaths.agenda(other))).text()).not.toContain('Ajouter le dossier complet') // the first session has it
  expect((await room.as(room.world.mandates.state).post(agenda, fields)).status).toBe(403)
  expect((await post(agenda, { annee: '2027', part: [newId()] })).status).toBe(422)
  expect((await post(agenda, { annee: 'x', part: [first] })).status).toBe(404)
})

dbTest('a file with an amount stays on the agenda, and the form comes back as it was', async ({ db }) => {
  const room = await aRoom(db)
  await room.as(room.world.mandates.state).post(fundingPaths.retentions(room.world.meetingId), entry(room))
  const answer = await room
    .as(room.world.mandates.lead)
    .post(fundingPaths.agenda(room.world.meetingId), { annee: '2027', part: [room.partIds[1] ?? ''] })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('reste à son ordre du jour')
})

dbTest(
  'GOV-09: a meeting closes without a requested opinion only with a written reason; then its amounts change no more',
  async ({ db }) => {
    const room = await aRoom(db)
    const { world } = room
    await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
    select ${newId()}, p.id, p.application_id, ${world.organisations.region}, '2027-01-02', '2027-01-10', ${world.mandates.lead.id}
    from action_part p where p.id = ${room.partIds[0]}`
    const { get, post } = room.as(world.mandates.lead)
    const closing = fundingPaths.closing(world.meetingId)
    expect(await (await get(closing)).text()).toContain('Un avis demandé manque')
    const refusedAnswer = await post(closing, { motif: ' ' })
    expect([refusedAnswer.status, (await refusedAnswer.text()).includes('attendez-le, ou écrivez pourquoi')]).toEqual([422, true])
    expect((await post(closing, { motif: 'La Région s’abstient.' })).status).toBe(303)
    expect(await (await get(fundingPaths.meeting(world.meetingId))).text()).toContain('La Région s’abstient.')
    const late = await room.as(world.mandates.state).post(fundingPaths.retentions(world.meetingId), entry(room))
    expect([late.status, (await late.text()).includes('La séance est close')]).toEqual([422, true])
    expect((await post(closing, { motif: 'Encore' })).status).toBe(422)
    expect((await post(fundingPaths.agenda(world.meetingId), { annee: '2027', part: room.partIds })).status).toBe(422)
  },
)

dbTest('a meeting is called by the project lead; every fault comes back beside its field', async ({ db }) => {
  const { as, world } = await aRoom(db)
  const { get, post } = as(world.mandates.lead)
  const fields = { id: newId(), instance: world.bodyId, titre: 'Seconde séance', jour: '2027-04-08', heure: '9h30', lieu: 'À distance' }
  expect((await post('/comites', fields)).headers.get('location')).toBe(fundingPaths.agenda(fields.id))
  expect(await (await get('/comites')).text()).toContain('Seconde séance')
  const answer = await post('/comites', { ...fields, id: newId(), titre: '', jour: '31/02/2027', heure: '25:00', instance: '' })
  const page = await answer.text()
  expect(answer.status).toBe(400)
  for (const said of ['Écrivez le titre', 'date du calendrier', 'Indiquez l’heure', 'Choisissez une instance']) expect(page).toContain(said)
  expect((await as(world.mandates.state).post('/comites', fields)).status).toBe(403)
})

test('each screen of a meeting is told when an amount is fixed, and leaves cleanly', async () => {
  const db = await freshDatabase()
  const room = await aRoom(db)
  const live = await room.as(room.world.mandates.lead).get(fundingPaths.live(room.world.meetingId))
  expect(live.headers.get('content-type')).toContain('text/event-stream')
  const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('event: ici')
  await room.as(room.world.mandates.state).post(fundingPaths.retentions(room.world.meetingId), entry(room))
  expect((await reader?.read())?.value).toContain('event: montants')
  await reader?.cancel()
})
