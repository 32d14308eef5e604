import { expect } from 'vitest'
import type { Mandate } from '#access/mandate.ts'
import { retain } from '#funding/retention-acts.ts'
import { day } from '#platform/day.ts'
import type { Database, Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/award.ts'
import { theOtherRoles } from '#testing/roles.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'

const home = async (db: Database, reader: Mandate): Promise<string> =>
  (await (await testApp(db, reader).get('/accueil')).text()).replace(/[\u00a0\u202f]/g, ' ')

async function anAsk(db: Db, world: World, giver: Mandate, dueOn: string): Promise<void> {
  const { partId, applicationId } = await aPart(db, world)
  await db.run`insert into reading_right (subject_id, organisation_id, reason) values (${applicationId}, ${giver.organisationId}, 'avis demandé') on conflict do nothing`
  await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
    values (${newId()}, ${partId}, ${applicationId}, ${giver.organisationId}, '2027-01-02', ${dueOn}, ${world.mandates.lead.id})`
}

dbTest('an opinion-giver reads how many opinions are asked and how many are late, and nothing about money', async ({ db }) => {
  const world = await aWorld(db)
  const { ars } = await theOtherRoles(db, world)
  await anAsk(db, world, ars, '2027-01-13')
  await anAsk(db, world, ars, TODAY)
  const page = await home(db, ars)
  expect(page).toContain('Votre avis est demandé sur 2 dossiers, dont 1 en retard')
  for (const closed of ['/enveloppes', '/paiements', '/suivi', '/decisions']) expect(page, closed).not.toContain(`href="${closed}`)
})

dbTest(
  'who signs for the State reads the acts that wait, each line of envelope from notified to paid, and the lists to follow',
  async ({ db }) => {
    const world = await aWorld(db)
    const { signatory, delegate } = await theOtherRoles(db, world)
    await anAward(db, world, { amount: euros(5000) })
    const { partId } = await aPart(db, world)
    await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${partId}, 2)`
    const entry = { id: newId(), meetingId: world.meetingId, partId, envelopeId: world.envelopes.state, seenId: null }
    await retain(db, world.mandates.state, { ...entry, cents: euros(3000), reason: 'Moins' }, day(TODAY))
    const page = await home(db, signatory)
    for (const words of ['1 montant retenu attend votre acte', 'Notifié', '100 000', '3 000', '5 000', 'Reste à engager'])
      expect(page).toContain(words)
    expect(page).not.toContain('href="/enveloppes')
    expect(await home(db, delegate)).not.toContain('Prendre l’acte')
  },
)

dbTest('the project lead finds the lists of the first day with their counts', async ({ db }) => {
  const world = await aWorld(db)
  await anAward(db, world)
  const page = await home(db, world.mandates.lead)
  for (const list of ['bilans-manquants', 'a-engager', 'abandons', 'avis-en-retard']) expect(page).toContain(`href="/suivi?liste=${list}"`)
})
