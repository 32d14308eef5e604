import { expect } from 'vitest'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'
import { recordFunderAct } from './decision-acts.ts'
import { reviseEnvelope } from './envelope-acts.ts'
import { listRevisions } from './envelope-revision-store.ts'
import { listEnvelopeUse } from './envelope-use-store.ts'
import { fundingPaths } from './paths.ts'
import { retain } from './retention-acts.ts'

const fields = (change: Record<string, string> = {}) => ({
  id: newId(),
  annee: '2027',
  code: 'fonjep',
  libelle: 'Postes FONJEP',
  nature: 'specific',
  montant: '28 656',
  ...change,
})

dbTest('FIN-03: a funder opens an envelope, once, in its own name', async ({ db }) => {
  const world = await aWorld(db)
  const { get, post } = testApp(db, world.mandates.state)
  const sent = fields()
  for (const _ of [1, 2]) expect((await post('/enveloppes', sent)).status).toBe(303)
  const page = await (await get('/enveloppes')).text()
  expect(page).toContain('Postes FONJEP')
  expect(page.match(/Postes FONJEP<\/a>/g)).toHaveLength(1)
  const again = await post('/enveloppes', fields())
  expect([again.status, (await again.text()).includes('existe déjà pour cette année')]).toEqual([422, true])
  const wrong = await post('/enveloppes', fields({ code: '', montant: '-3', nature: 'or', annee: '12' }))
  const text = await wrong.text()
  expect(wrong.status).toBe(400)
  for (const said of ['Écrivez un code court', 'ne peut pas être négatif', 'Choisissez la nature', 'Indiquez l’année'])
    expect(text).toContain(said)
})

dbTest('FIN-03: a cut of 7 % is kept with its reason, and refused below what is decided', async ({ db }) => {
  const world = await aWorld(db)
  const { partId } = await aPart(db, world, { asked: { state: euros(94_000) } })
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 1)`
  const at = { partId, envelopeId: world.envelopes.state, cents: euros(94_000), reason: '' }
  await retain(db, world.mandates.state, { ...at, id: newId(), meetingId: world.meetingId, seenId: null }, TODAY)
  const act = { id: newId(), authority: 'Préfet', number: '1', signedOn: TODAY, year: 2027, lines: [at] }
  await recordFunderAct(db, world.mandates.state, act, TODAY)
  const path = fundingPaths.envelopeRevisions(world.envelopes.state)
  const { get, post } = testApp(db, world.mandates.state)
  const cut = await post(path, { montant: '93 000', motif: 'Gel de 7 %' })
  const page = await cut.text()
  expect(cut.status).toBe(422)
  expect(page).toContain('ne peut pas descendre sous ce qui est déjà décidé')
  expect(page).toContain('value="93 000"')
  expect((await post(path, { montant: '94 000', motif: '' })).status).toBe(400)
  const both = await (await post(path, { montant: '93 000', motif: '' })).text()
  for (const said of ['ne peut pas descendre sous ce qui est déjà décidé', 'Écrivez le motif']) expect(both).toContain(said)
  expect((await post(path, { montant: '94 000', motif: 'Gel de 6 %' })).status).toBe(303)
  expect(await (await get(path)).text()).toMatch(/De 100.000.€ à 94.000.€[\s\S]*Gel de 6 %/)
})

dbTest('an envelope is changed by its funder only; a stranger’s is not found', async ({ db }) => {
  const world = await aWorld(db)
  const path = fundingPaths.envelopeRevisions(world.envelopes.state)
  expect((await testApp(db, world.mandates.region).post(path, { montant: '1', motif: 'x' })).status).toBe(403)
  expect(await (await testApp(db, world.mandates.region).get(path)).text()).not.toContain('Modifier le montant')
  expect((await testApp(db, world.mandates.porteur).get('/enveloppes')).status).toBe(403)
  for (const unknown of ['x', newId()])
    expect((await testApp(db, world.mandates.state).get(fundingPaths.envelopeRevisions(unknown))).status).toBe(404)
  expect((await testApp(db, undefined).get(path)).status).toBe(303)
})

dbTest('FIN-03: an envelope shows what is retained and still proposed, each euro once', async ({ db }) => {
  const world = await aWorld(db)
  const files = [
    await aPart(db, world, { title: 'Un', asked: { state: euros(3000) } }),
    await aPart(db, world, { title: 'Deux', asked: { state: euros(4000) } }),
  ]
  for (const { partId, applicationId } of files) {
    const requestId = newId()
    await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 1)`
    await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
      values (${requestId}, ${partId}, ${applicationId}, ${world.organisations.state}, ${TODAY}, ${TODAY}, ${world.mandates.lead.id})`
    await db.run`insert into opinion (id, opinion_request_id, kind, reason, proposed_cents, given_on, given_by)
      values (${newId()}, ${requestId}, 'favourable', 'Utile', ${euros(2000)}, ${TODAY}, ${world.mandates.state.id})`
  }
  const state = async () =>
    (await listEnvelopeUse(db, { contractId: world.contractId, year: 2027 })).find(({ id }) => id === world.envelopes.state)
  expect(await state()).toMatchObject({ proposed: 400_000, retained: 0, decided: 0 })
  const at = { partId: files[0]?.partId ?? '', envelopeId: world.envelopes.state, cents: euros(2500), reason: 'Au-delà' }
  await retain(db, world.mandates.state, { ...at, id: newId(), meetingId: world.meetingId, seenId: null }, TODAY)
  expect(await state()).toMatchObject({ proposed: 200_000, retained: 250_000, decided: 0 })
  const act = { id: newId(), authority: 'Préfet', number: '1', signedOn: TODAY, year: 2027, lines: [{ ...at, reason: '' }] }
  await recordFunderAct(db, world.mandates.state, act, TODAY)
  expect(await state()).toMatchObject({ proposed: 200_000, retained: 0, decided: 250_000, obligated: 0, paid: 0 })
  await db.run`insert into application_withdrawal (application_id, withdrawn_on, withdrawn_by, reason)
    values (${files[1]?.applicationId}, ${TODAY}, ${world.mandates.porteur.id}, 'Abandon')`
  expect(await state()).toMatchObject({ proposed: 0, retained: 0, decided: 250_000 })
})

dbTest('the same revision sent twice is one revision of the envelope', async ({ db }) => {
  const world = await aWorld(db)
  const sent = { envelopeId: world.envelopes.state, amount: euros(90_000), reason: 'Gel de crédits' }
  for (const _ of [1, 2]) expect((await reviseEnvelope(db, world.mandates.state, sent, TODAY)).done).toBe(true)
  expect(await listRevisions(db, world.envelopes.state)).toHaveLength(1)
})
