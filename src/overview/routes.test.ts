import { expect } from 'vitest'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/awards.ts'
import { aMandate, aPart, aWorld, TODAY, type World } from '#testing/world.ts'

async function asked(
  db: Db,
  world: World,
  of: { partId: string; applicationId: string },
  { of: organisationId, dueOn }: { of: string; dueOn: string },
): Promise<void> {
  await db.run`insert into opinion_request (id, part_id, application_id, organisation_id, asked_on, due_on, asked_by)
    values (${newId()}, ${of.partId}, ${of.applicationId}, ${organisationId}, '2026-12-20', ${dueOn}, ${world.mandates.lead.id})`
  await db.run`insert into reading_right (subject_id, organisation_id, reason) values (${of.applicationId}, ${organisationId}, 'avis demandé') on conflict do nothing`
}

/** Three files, two opinions late, an amount retained without its act, an award not notified, an account of 2025 never given. */
async function busyWorld(db: Db): Promise<World> {
  const world = await aWorld(db)
  const garden = await aPart(db, world, { title: 'Jardin nourricier', asked: { state: euros(5000), caf: euros(700) } })
  await asked(db, world, garden, { of: world.organisations.caf, dueOn: '2027-01-05' })
  await asked(db, world, garden, { of: world.organisations.state, dueOn: '2027-01-20' })
  await db.run`insert into meeting_item (meeting_id, part_id, position) values (${world.meetingId}, ${garden.partId}, 1)`
  await db.run`insert into retention (id, meeting_id, part_id, envelope_id, retained_cents, retained_on, retained_by)
    values (${newId()}, ${world.meetingId}, ${garden.partId}, ${world.envelopes.state}, ${euros(3500)}, ${TODAY}, ${world.mandates.lead.id})`
  const bikes = await anAward(db, world, {
    title: 'Vélo-école',
    organisationId: world.organisations.otherPorteur,
    cents: euros(2000),
    notified: false,
    dauphinNumber: 'A1234',
  })
  await asked(db, world, bikes, { of: world.organisations.caf, dueOn: '2027-01-01' })
  await db.run`insert into completeness (id, application_id, complete, stated_on, stated_by) values (${newId()}, ${bikes.applicationId}, true, ${TODAY}, ${world.mandates.lead.id})`
  const old = await anAward(db, world, { title: 'Ancienne action', cents: euros(900), year: 2025, dauphinNumber: 'A9999' })
  await db.run`delete from submission where application_id = ${old.applicationId}`
  const claimant = await aMandate(db, {
    name: 'Nouvelle venue',
    organisationId: world.organisations.porteur,
    function: 'porteur',
    contractId: null,
  })
  await db.run`insert into mandate_claim (id, person_id, siret, organisation_name, legal_form, claimed_on)
    values (${newId()}, ${claimant.personId}, '00000012300012', 'La Roue', 'association', '2027-01-08')`
  return world
}

const textOf = (page: string): string =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

dbTest('the front page is public: the contract, its open call with its door, the way in, the public pages', async ({ db }) => {
  const world = await aWorld(db)
  const answer = await testApp(db, undefined).get('/')
  expect(answer.status).toBe(200)
  const page = await answer.text()
  for (const said of [
    'Lens-Liévin 2024-2030',
    'Appel à projets 2027',
    'Dépôt sur Pilotis',
    'href="/connexion"',
    `/contrats/${world.contractCode}`,
  ]) {
    expect(page).toContain(said)
  }
  expect(page).not.toContain('Entrer dans la démonstration')
})

dbTest('in a demonstration the way in is its entrance; elsewhere it is nowhere', async ({ db }) => {
  await aWorld(db)
  await db.run`insert into database_nature (demonstration) values (true) on conflict do nothing`
  expect(await (await testApp(db, undefined).get('/')).text()).toContain('Entrer dans la démonstration')
})

dbTest('a call is on the front page until its last day, and no longer', async ({ db }) => {
  const world = await aWorld(db)
  const on = async (today: typeof world.mandates.lead.validFrom): Promise<string> => (await testApp(db, undefined, today).get('/')).text()
  await db.run`update call set closes_on = '2027-01-14'`
  expect(await on(TODAY)).toContain('Dernier jour')
  await db.run`update call set closes_on = '2027-01-13'`
  expect(await on(TODAY)).toContain('Aucun appel à projets n’est ouvert')
})

dbTest('an empty database has a front page that says so, and no public page to lead to', async ({ db }) => {
  const { get } = testApp(db, undefined)
  expect(await (await get('/')).text()).toContain('Aucun contrat de ville n’est encore enregistré')
  expect((await get('/public')).status).toBe(404)
})

dbTest(
  'each person is led to a home of one’s own: officers to the board, porteurs to what waits for them, a newcomer to the claim',
  async ({ db }) => {
    const { mandates } = await aWorld(db)
    const home = await testApp(db, mandates.lead).get('/')
    expect([home.status, home.headers.get('location')]).toEqual([303, '/accueil'])
    expect((await testApp(db, mandates.porteur).get('/')).headers.get('location')).toBe('/accueil')
    expect(await (await testApp(db, mandates.porteur).get('/accueil')).text()).toContain('Commencer une demande')
    await db.run`update mandate set valid_to = '2026-12-31' where person_id = ${mandates.otherPorteur.personId}`
    const newcomer = await testApp(db, mandates.otherPorteur).get('/accueil')
    expect(newcomer.status).toBe(200)
    const welcome = await newcomer.text()
    for (const way of ['href="/mandats/demande"', 'href="/compte"', 'action="/deconnexion"']) expect(welcome).toContain(way)
    expect(welcome).not.toContain('Se connecter')
    const stranger = await testApp(db, undefined).get('/accueil')
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/connexion?suite=%2Faccueil'])
  },
)

dbTest('the board of the project lead counts what waits for the lead and what is awaited from each partner', async ({ db }) => {
  const world = await busyWorld(db)
  const answer = await testApp(db, world.mandates.lead).get('/accueil')
  expect(answer.status).toBe(200)
  const text = textOf(await answer.text())
  for (const said of [
    'Confirmer 1 rattachement demandé par des porteurs Le plus ancien attend depuis 6 jours',
    'Vérifier 1 dossier déposé',
    'Compléter 1 demande à l’État sans numéro Dauphin',
    '2 demandes',
    '1 sur 2',
    '0 sur 3',
    'CAF 2 0 2 2 avis, depuis 13 jours',
    'État 1 0 1 dans les délais',
    'Ensemble 3 0 3',
    '1 bilan final 2025',
    'jeudi 11 mars 2027, 9 h, Salle du conseil, 1 dossier',
  ]) {
    expect(text, said).toContain(said)
  }
})

dbTest('what a person may not examine is in no count of that person’s board', async ({ db }) => {
  const world = await busyWorld(db)
  const { lead, caf } = world.mandates
  for (const { personId } of [lead, caf]) {
    await db.run`insert into declared_interest (id, person_id, organisation_id, nature, declared_on)
      values (${newId()}, ${personId}, ${world.organisations.porteur}, 'Présidente', ${TODAY})`
  }
  const text = textOf(await (await testApp(db, lead).get('/accueil')).text())
  expect(text).toContain('1 demande')
  expect(text).not.toContain('sans numéro Dauphin')
  expect(text).not.toContain('bilan final 2025')
  expect(text).toContain('CAF 1 0 1')
  const funder = textOf(await (await testApp(db, caf).get('/accueil')).text())
  expect(funder).toContain('Votre avis est demandé sur 1 dossier, dont 1 en retard')
  expect(funder).not.toContain('Jardin nourricier')
})

dbTest('the board of the State has its opinions, its acts, its notifications and the requests without a Dauphin number', async ({ db }) => {
  const world = await busyWorld(db)
  const text = textOf(await (await testApp(db, world.mandates.state).get('/accueil')).text())
  for (const said of [
    'Votre avis est demandé sur 1 dossier',
    'Rendre 1 avis',
    'Prendre l’acte de 1 montant retenu par le comité Retenu : 3 500 €',
    'Notifier 1 décision de 2027 Décidé : 2 000 €',
    '1 demande à l’État sans numéro Dauphin',
    'Attendu dans 6 jours',
  ]) {
    expect(text, said).toContain(said)
  }
})

dbTest('late opinions are among the late things of who owes them and of who waits for them', async ({ db }) => {
  const world = await busyWorld(db)
  const lateOf = async (mandate: World['mandates']['caf']): Promise<string> =>
    textOf(/<h2 id="retards">[\s\S]*?<\/section>/.exec(await (await testApp(db, mandate).get('/accueil')).text())?.[0] ?? '')
  expect(await lateOf(world.mandates.caf)).toContain('2 avis Vous 13 jours')
  expect(await lateOf(world.mandates.lead)).toContain('2 avis CAF 13 jours')
  expect(await lateOf(world.mandates.state)).not.toContain('avis')
})

dbTest('the board of another funder never counts the money of the State', async ({ db }) => {
  const world = await busyWorld(db)
  const text = textOf(await (await testApp(db, world.mandates.caf).get('/accueil')).text())
  expect(text).toContain('Votre avis est demandé sur 2 dossiers, dont 2 en retard')
  for (const hidden of ['Prendre l’acte', 'Notifier', 'sans numéro Dauphin', 'État, crédits', 'bilan final'])
    expect(text).not.toContain(hidden)
})

dbTest('every link of every board opens under the mandate that sees it', async ({ db }) => {
  const world = await busyWorld(db)
  for (const mandate of [world.mandates.lead, world.mandates.state, world.mandates.caf]) {
    const { get } = testApp(db, mandate)
    const main = /<main[\s\S]*<\/main>/.exec(await (await get('/accueil')).text())?.[0] ?? ''
    const hrefs = [...main.matchAll(/ href="([^"#]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
    expect(hrefs.length).toBeGreaterThan(4)
    for (const href of new Set(hrefs)) expect((await get(href)).status, `${mandate.function} ${href}`).toBe(200)
  }
})

dbTest('a board with nothing to show says so, and what to do next', async ({ db }) => {
  const world = await aWorld(db)
  await db.run`delete from envelope`
  const text = textOf(await (await testApp(db, world.mandates.lead).get('/accueil')).text())
  for (const said of [
    'Aucun avis n’est demandé',
    'Aucune enveloppe n’est ouverte pour 2027',
    'Rien n’est en retard',
    'Rien ne vous attend',
  ]) {
    expect(text, said).toContain(said)
  }
  const funder = textOf(await (await testApp(db, world.mandates.caf).get('/accueil')).text())
  expect(funder).toContain('Aucun avis ne vous est demandé')
})

dbTest('XCU-02, XCU-06: the legal pages and the glossary are public, with or without a contract', async ({ db }) => {
  const { get } = testApp(db, undefined)
  for (const path of ['/accessibilite', '/vie-privee', '/glossaire', '/kit']) expect((await get(path)).status, path).toBe(200)
  await aWorld(db)
  const declaration = await (await get('/accessibilite')).text()
  const parts = [
    'Engagement',
    'État de conformité',
    'Résultats des tests',
    'Contenus non accessibles',
    'Établissement de cette déclaration',
    'Retour d’information et contact',
    'Voies de recours',
  ]
  const places = parts.map((part) => declaration.indexOf(`>${part}</h2>`))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places).not.toContain(-1)
  expect(declaration).toContain('non conforme')
  expect(await (await get('/glossaire')).text()).toContain('Caisse d’allocations familiales')
  expect(await (await get('/vie-privee')).text()).toContain(
    'L’organisme responsable de vos données est\u00A0: Agglomération de Lens-Liévin.',
  )
})

dbTest('/.well-known/security.txt is plain text with a contact and a day of expiry', async ({ db }) => {
  const answer = await testApp(db, undefined).get('/.well-known/security.txt')
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  const text = await answer.text()
  expect(text).toMatch(/^Contact: http:\/\/pilotis\.example\/vie-privee\nExpires: /)
  const days = (Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '') - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(90)
  expect(days).toBeLessThan(365)
})
