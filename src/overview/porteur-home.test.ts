import { expect } from 'vitest'
import type { Mandate } from '#access/mandate.ts'
import { day } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPieceRequest, twoYears } from '#testing/two-years.ts'
import { aPart, aWorld, TODAY } from '#testing/world.ts'

async function home(db: Database, as: Mandate, today = TODAY): Promise<{ html: string; text: string }> {
  const answer = await testApp(db, as, today).get('/accueil')
  expect(answer.status).toBe(200)
  const page = await answer.text()
  const html = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') }
}

dbTest('the home of a porteur says what waits for it, what is late first, each with the page where it is done', async ({ db }) => {
  const { world, actionId, awardId, draftId, numberlessId } = await twoYears(db)
  const { html, text } = await home(db, world.mandates.porteur)
  const said = [
    '5 choses vous attendent, dont 1 en retard',
    'Déposer la pièce demandée : Relevé d’identité bancaire Café des parents, au plus tard le 10 janvier 2027 En retard de 4 jours',
    'Terminer votre demande : action sans titre Appel à projets 2027, à envoyer avant le dimanche 31 janvier 2027, minuit Encore 17 jours',
    'Donner le numéro Dauphin de Café des parents',
    'Répondre : 5 000 € pour Jardin nourricier 2027 État',
    'Déposer le bilan final 2026 : Jardin nourricier Au plus tard le 30 juin 2027 À déposer',
  ]
  for (const one of said) expect(text, one).toContain(one)
  const places = said.map((one) => text.indexOf(one))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  for (const href of [
    `/demandes/${numberlessId}/pieces-demandees`,
    `/demandes/${numberlessId}/depot#etat`,
    `/demandes/${draftId}`,
    `/subventions/${awardId}`,
    `/subventions/bilans/${actionId}/2026/final`,
  ]) {
    expect(html).toContain(`href="${href}"`)
  }
})

dbTest('the home of a porteur says where its money stands, action by action, and nothing that it has not been told', async ({ db }) => {
  const { world } = await twoYears(db)
  const { text } = await home(db, world.mandates.porteur)
  expect(text).toContain('Où en sont mes subventions')
  expect(text).toMatch(/Jardin nourricier 2027 6 800 5 000 0 Confirmez, réduisez ou abandonnez et 2 autres étapes en cours Vous/)
  expect(text).toMatch(/Jardin nourricier 2026 7 000 5 000 0 Le financeur doit engager la somme et 1 autre étape en cours État/)
  expect(text).toMatch(/Café des parents 2027 7 000 Décision attendue/)
  expect(text).not.toContain('5 500')
})

dbTest('a porteur sees nothing of another’s', async ({ db }) => {
  const { world, draftId, awardId, fileId } = await twoYears(db)
  const { html } = await home(db, world.mandates.otherPorteur)
  for (const hidden of ['Jardin nourricier', 'Café des parents', draftId, awardId, fileId]) expect(html).not.toContain(hidden)
})

dbTest('a piece handed in, and a file taken back, wait for nothing', async ({ db }) => {
  const world = await aWorld(db)
  const { applicationId } = await aPart(db, world, { title: 'Café des parents' })
  const pieceId = await aPieceRequest(db, world, { applicationId, dueOn: day('2027-01-20'), label: 'Statuts' })
  expect((await home(db, world.mandates.porteur)).text).toContain('Attendue dans 6 jours')
  const [fileId, attachmentId] = [newId(), newId()]
  await db.run`insert into stored_file (id, hash, size_bytes, kind, name) values (${fileId}, ${'b'.repeat(64)}, 1, 'pdf', 'statuts.pdf')`
  await db.run`insert into attachment (id, application_id, kind, file_id, added_on, added_by)
    values (${attachmentId}, ${applicationId}, 'missing-piece', ${fileId}, ${TODAY}, ${world.mandates.porteur.id})`
  await db.run`insert into piece_answer (piece_request_id, attachment_id, answered_on, answered_by)
    values (${pieceId}, ${attachmentId}, ${TODAY}, ${world.mandates.porteur.id})`
  const { text } = await home(db, world.mandates.porteur)
  expect(text).not.toContain('Statuts')
  expect(text).toContain('Donner le numéro Dauphin de Café des parents')
  await aPieceRequest(db, world, { applicationId, dueOn: day('2027-01-20') })
  await db.run`insert into application_withdrawal (application_id, withdrawn_on, withdrawn_by, reason)
    values (${applicationId}, ${TODAY}, ${world.mandates.porteur.id}, 'Plus de local')`
  expect((await home(db, world.mandates.porteur)).text).toContain('Rien ne vous attend aujourd’hui')
})

dbTest('once the year of an action is over, its file waits for no piece and no Dauphin number', async ({ db }) => {
  const world = await aWorld(db)
  const { applicationId } = await aPart(db, world, { title: 'Café des parents' })
  await aPieceRequest(db, world, { applicationId, dueOn: day('2027-01-20') })
  expect((await home(db, world.mandates.porteur, day('2027-12-31'))).text).toContain('2 choses vous attendent, dont 1 en retard')
  expect((await home(db, world.mandates.porteur, day('2028-01-01'))).text).toContain('Rien ne vous attend aujourd’hui')
})

dbTest('who never asked for anything is told how to begin, or where to read what is to come', async ({ db }) => {
  const { mandates } = await aWorld(db)
  const open = await home(db, mandates.porteur)
  expect(open.text).toContain('Pas encore de demande')
  expect(open.html).toContain('href="/demandes/nouvelle"')
  expect(open.text).toContain('Appel à projets 2027 Dépôt sur Pilotis')
  const closed = await home(db, mandates.porteur, day('2027-02-01'))
  expect(closed.html).not.toContain('href="/demandes/nouvelle"')
  expect(closed.html).toContain('href="/appels-a-projets"')
  expect(closed.text).toContain('Aucun appel à projets n’est ouvert aujourd’hui')
})

dbTest('without any contract a porteur still has a home', async ({ db }) => {
  const { mandates } = await aWorld(db)
  await db.run`update contract set valid_from = '2028-01-01'`
  expect((await home(db, mandates.porteur)).text).toContain('Pas encore de demande')
})
