import { expect } from 'vitest'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { readSpreadsheet } from '#platform/spreadsheet.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward, aPartOfYear } from '#testing/award.ts'
import { aPart, aWorld, type World } from '#testing/world.ts'

const plain = (html: string): string => html.replaceAll(/[\u00A0\u202F]|&nbsp;/g, ' ')

async function page(db: Database, world: World, path: string): Promise<string> {
  const answer = await testApp(db, world.mandates.lead).get(path)
  expect(answer.status).toBe(200)
  return plain(await answer.text())
}

/** A garden over two neighbourhoods, awarded 4 000,01 €, and a bike school that is only asked. */
async function aProgramming(db: Database): Promise<World> {
  const world = await aWorld(db)
  const shares = [[world.qpvs.lens, 0.5] as const, [world.qpvs.lievin, 0.5] as const]
  const { partId } = await aPart(db, world, { shares, dauphinNumber: 'DA62270001' })
  await anAward(db, world, { partId, amount: euros(4000.01) })
  await aPart(db, world, { title: 'Vélo-école', organisationId: world.organisations.otherPorteur, asked: { state: euros(900) } })
  return world
}

dbTest(
  'PRJ-11: the analysis says its finding, draws it, and holds every figure in a table, with a filter in its address',
  async ({ db }) => {
    const world = await aProgramming(db)
    const html = await page(db, world, '/programmation/analyse')
    expect(html).toContain('Analyse de la programmation 2027')
    expect(html).toMatch(/en tête : 50 % des 4 000 € décidés|en tête : 50 % des 4 000 € décidés/)
    expect(html.match(/<svg[^>]*role="img"[^>]*>/g)?.length).toBeGreaterThanOrEqual(2)
    expect(html).toContain('Cité des Galibots (Lens)')
    expect(html).toMatch(/<tr class="total"><th scope="row">Ensemble<\/th><td class="num"[^>]*>1<\/td>/)
    expect(html).toContain('4 000,01')
    expect(html).toContain('une seule fois dans l’ensemble')
    const filtered = await page(db, world, `/programmation/analyse?quartier=${world.qpvs.lievin}&etape=deposees`)
    expect(filtered).toContain('retirer ce filtre')
    expect(filtered).not.toContain('Cité des Galibots (Lens)</th>')
  },
)

dbTest('an address that means nothing is as if absent; nothing to analyse says what to do', async ({ db }) => {
  const world = await aProgramming(db)
  expect(await page(db, world, '/programmation/analyse?lignes=zz&colonnes=zz&de=abc&etape=%00&mesure=9')).toContain(
    'Cité des Galibots (Lens)',
  )
  expect(await page(db, world, '/programmation/analyse?de=2019')).toContain('Aucune action déposée en 2019')
  expect(await page(db, world, '/programmation/analyse?theme=9.9')).toContain('Aucune action ne répond à ces filtres')
  expect(await page(db, world, '/programmation/analyse?de=2027&a=2026')).toContain('2026 à 2027')
  expect(await page(db, world, '/programmation/analyse?lignes=marqueur&colonnes=annee')).toContain('Non évalué')
})

dbTest('PRJ-11, OSE-05: the spreadsheet and the CSV hold the figures of the screen', async ({ db }) => {
  const world = await aProgramming(db)
  const { get } = testApp(db, world.mandates.lead)
  const sheet = await readSpreadsheet(new Uint8Array(await (await get('/programmation/analyse/tableur?colonnes=financeur')).arrayBuffer()))
  if (!sheet.done) throw new Error(sheet.reasons.join())
  const rows = sheet.value[0]?.rows.map(({ cells }) => cells) ?? []
  const decided = (rows[0] ?? []).indexOf('Décidé')
  expect(rows.map((cells) => [cells[0], cells[1], cells[decided]]).slice(1)).toEqual([
    ['Cité des Galibots (Lens)', 'État', '2000.01'],
    ['Cité des Galibots (Lens)', 'Agglomération', '0'],
    ['Cité des Galibots (Lens)', 'Ensemble', '2000.01'],
    ['Cité des Lampistes (Liévin)', 'État', '2000'],
    ['Cité des Lampistes (Liévin)', 'Agglomération', '0'],
    ['Cité des Lampistes (Liévin)', 'Ensemble', '2000'],
    ['Ensemble', '', '4000.01'],
  ])
  const usual = await (await get('/programmation/analyse/csv')).text()
  expect(usual.split('\r\n')[0]).toContain('Quartier;Orientation;Actions financées;dont reconduites;Porteurs;Femmes prévues;Hommes prévus')
  expect(usual).toMatch(/Cité des Galibots \(Lens\);[^;]*Lien social[^;]*;1;/)
  const csv = await (await get('/programmation/analyse/csv?lignes=financeur&colonnes=annee')).text()
  expect(csv.split('\r\n')[0]).toContain('Financeur;Année;Actions financées')
  expect(csv).toMatch(/État;2027;1;0;1;20;10;.*;4000\.01;/)
})

dbTest('FIN-04, FIN-06: the shares aimed at are beside their dated target, with what is lacking', async ({ db }) => {
  const world = await aProgramming(db)
  const app = testApp(db, world.mandates.lead)
  expect(await page(db, world, '/programmation/analyse')).toContain('Le contrat n’a pas fixé de cible.')
  const typed = {
    id: newId(),
    code: 'employment-share',
    value: '20',
    validFrom: '2027-01-01',
    source: 'Comité de pilotage du 12 janvier 2027',
  }
  for (const _ of [1, 2]) expect((await app.post('/programmation/cibles', typed)).status).toBe(303)
  const html = await page(db, world, '/programmation/analyse')
  expect(html).toContain('0 € sur 4 000,01 € de crédits spécifiques décidés.')
  expect(html).toContain('Cible : 20 % (Comité de pilotage du 12 janvier 2027')
  expect(html).toContain('Il manque 800,01 € pour l’atteindre')
  const other = await app.post('/programmation/cibles', { ...typed, id: newId(), value: '25' })
  expect([other.status, plain(await other.text()).includes('a déjà une valeur ce jour-là')]).toEqual([422, true])
  const wrong = await app.post('/programmation/cibles', { ...typed, id: newId(), value: 'beaucoup', source: '' })
  const shown = plain(await wrong.text())
  expect([wrong.status, shown.includes('Citez le texte'), shown.includes('value="beaucoup"')]).toEqual([400, true, true])
})

dbTest(
  'PRJ-09: organisations funded last year and not yet decided are listed until an act decides, with the alert of the contract',
  async ({ db }) => {
    const world = await aWorld(db)
    const meetingId = newId()
    await db.run`insert into meeting (id, body_id, title, held_on, starts_at) values (${meetingId}, ${world.bodyId}, 'Comité de 2026', '2026-03-12', '09:00')`
    const before = await aPartOfYear(db, world, 2026)
    await anAward(db, { ...world, meetingId }, { partId: before.partId, amount: euros(3000) })
    const list = '/programmation/annee-blanche?annee=2027'
    expect(await page(db, world, list)).toMatch(/Graines de Coron.*3 000.*Aucun dossier déposé/s)
    const again = await aPart(db, world, { actionId: before.actionId, dauphinNumber: 'DA62270001' })
    expect(await page(db, world, list)).toMatch(/Graines de Coron.*Déposé, en attente/s)
    await db.run`insert into programming_setting (id, contract_id, code, value, valid_from, source, recorded_on)
    values (${newId()}, ${world.contractId}, 'empty-year-alert', '01-10', '2024-01-01', 'Monde de test', '2024-01-01')`
    expect(await page(db, world, list)).toContain('Risque d’année blanche')
    expect(await page(db, world, `${list}&le=2027-01-09`)).toContain('L’alerte commence le')
    // A refusal is a decision: the organisation knows.
    await anAward(db, world, { partId: again.partId, amount: euros(0), notifiedOn: null })
    expect(await page(db, world, list)).toContain('Aucun porteur n’attend')
  },
)

dbTest(
  'the analysis is closed to applicants and to those who are not signed in; targets are set by who holds the contract',
  async ({ db }) => {
    const world = await aProgramming(db)
    for (const path of ['analyse', 'analyse/tableur', 'analyse/csv', 'annee-blanche', 'cibles']) {
      expect((await testApp(db, world.mandates.porteur).get(`/programmation/${path}`)).status).toBe(403)
      expect((await testApp(db, undefined).get(`/programmation/${path}`)).status).toBe(303)
    }
    expect((await testApp(db, world.mandates.caf).post('/programmation/cibles', {})).status).toBe(403)
  },
)
