import { expect } from 'vitest'
import type { Mandate } from '#access/mandate.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { referenceTerritory } from '#testing/territory.ts'
import { aPart, aWorld, fictitiousSiret } from '#testing/world.ts'

const VALENCIENNES = 'valenciennes-2015-2022'

/** The territory of both contracts, and that of Valenciennes with its neighbourhoods. */
async function twoContracts(db: Database): Promise<void> {
  await referenceTerritory(db)
  const [carrierId, contractId] = [newId(), newId()]
  await db.run`insert into organisation (id, siret, name, legal_form, address, postal_code, fictitious)
    values (${carrierId}, ${fictitiousSiret(71)}, 'Valenciennes Métropole', 'epci', '1 place du Territoire', '59300', true)`
  await db.run`insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
    values (${contractId}, ${VALENCIENNES}, 'Valenciennes Métropole 2015-2022', '2015-2023', ${carrierId}, '2015-06-30', '2022-12-31', 'test')`
  await db.run`insert into contract_qpv (contract_id, qpv_id) select ${contractId}, id from qpv where code like 'QP059%'`
}

const territoryTest = dbTest.extend<{ read: (path: string) => Promise<{ status: number; text: string }> }>({
  read: async ({ db }, use) => {
    await twoContracts(db)
    const { get } = testApp(db, undefined)
    await use(async (path) => {
      const answer = await get(path)
      return { status: answer.status, text: await answer.text() }
    })
  },
})

territoryTest('TER-06: the page of a neighbourhood gives its gaps to its EPCI and to France, its rank and the source', async ({ read }) => {
  const { status, text } = await read('/quartiers/QP059024')
  expect(status).toBe(200)
  expect(text).toContain('28,2\u00A0points')
  expect(text).toContain('38,7\u00A0points')
  expect(text).toContain('ce quartier est 1er sur 14 dans l’agglomération')
  expect(text).toContain('tableau des taux d’emploi')
  expect(text).toContain('année non imprimée')
  expect(text).toContain('pas de donnée')
})

territoryTest(
  'TER-01, TER-09: the page gives the communes, the list with its dates, the other names and the programmes',
  async ({ read }) => {
    const { text } = await read('/quartiers/QP059021')
    for (const commune of ['Anzin', 'Beuvrages', 'Valenciennes', 'Bruay-sur-l&#39;Escaut']) expect(text).toContain(commune)
    expect(text).toContain('Génération 2015')
    expect(text).toContain('cette liste n’est plus en vigueur')
    expect(text).toContain('Bleuse Borne / Faubourg de Lille (à faire confirmer par le territoire)')
    expect(text).toContain('Nouveau programme national de renouvellement urbain')
    expect(text).toContain('dates absentes des documents')
    expect(text).toContain('aucun plan n’est montré, et aucun n’est deviné')
  },
)

territoryTest(
  'TER-07: a fictitious neighbourhood shows its commune side by side for one year, and « non comparable » for another',
  async ({ read }) => {
    const { text } = await read('/quartiers/QN06298Z')
    expect(text).toContain('49,6\u00A0%')
    expect(text).toContain('Non comparable\u00A0: les années diffèrent.')
    expect(text).toContain('Ces taux sont inventés pour la démonstration')
    expect(text).toContain('id="plan-du-quartier-titre"')
  },
)

territoryTest(
  'TER-09: the list of a contract finds a neighbourhood by another of its names, and keeps the programme asked',
  async ({ read }) => {
    const { text } = await read(`/quartiers?contrat=${VALENCIENNES}&texte=chanteclerc`)
    expect(text).toContain('1 sur 14 quartiers.')
    expect(text).toContain('>Lecocq<')
    const mining = (await read(`/quartiers?contrat=${VALENCIENNES}&programme=mining-estate`)).text
    expect(mining).toContain('2 sur 14 quartiers.')
    expect((await read(`/quartiers?contrat=${VALENCIENNES}&texte=introuvable`)).text).toContain('Aucun quartier ne répond')
    expect((await read('/quartiers?contrat=inconnu')).status).toBe(404)
  },
)

territoryTest('TER-06: the list is sorted by the gap, the widest first', async ({ read }) => {
  const { text } = await read(`/quartiers?contrat=${VALENCIENNES}&tri=ecart`)
  const table = text.slice(text.indexOf('<tbody'))
  expect(table.indexOf('>Lecocq<')).toBeLessThan(table.indexOf('Dutemple'))
  expect(table.indexOf('Dutemple')).toBeLessThan(table.indexOf('La Pépinière'))
})

territoryTest('TER-05: the share of Valenciennes is computed, and the printed 20 % stands beside it as a note', async ({ read }) => {
  const { text } = await read('/territoires/epci/245901160?le=2019-07-04')
  expect(text).toContain('18,8\u00A0% de la population vit dans un quartier prioritaire')
  expect(text).toContain('35\u202F888\u00A0habitants (2016')
  expect(text).toContain('sur 190\u202F459\u00A0habitants (2016)')
  expect(text).toContain('Le document imprime : « 35\u202F888 habitants soit 20\u00A0% de la population totale »')
})

territoryTest('TER-08: the sectors are shown with their check, and what the document does not name is said', async ({ read }) => {
  const { text } = await read('/territoires/epci/245901160?le=2019-07-04')
  expect(text).toContain('Chaque commune connue est dans un seul secteur')
  expect(text).toContain('annonce 6 communes de plus')
})

territoryTest('TER-01: an EPCI shows the list in force on the day asked', async ({ read }) => {
  const before = (await read('/territoires/epci/246200364?le=2023-12-31')).text
  expect(before).toContain('QP062998')
  expect(before).toContain('Quartier de veille active')
  expect(before).not.toContain('QN06298Z')
  const after = (await read('/territoires/epci/246200364?le=2024-01-01')).text
  expect(after).toContain('QN06298Z')
  expect(after).not.toContain('QP062998')
  expect((await read('/territoires/epci/246200364?le=31/02/2024')).text).toContain('Écrivez une date qui existe')
})

territoryTest('TER-10: a department shows both values, which one is used, and what could not be read', async ({ read }) => {
  const { text } = await read('/territoires/departements/62')
  expect(text).toContain('Calculé avec 159\u202F000\u00A0habitants (vers 2018')
  expect(text).toContain('Autre valeur, non utilisée : 149\u202F827\u00A0habitants (année non imprimée')
  expect(text).toContain('illisible')
})

territoryTest('the country is open from its regions to any commune, by links and by search', async ({ read }) => {
  expect((await read('/territoires')).text).toContain('href="/territoires/regions/32"')
  expect((await read('/territoires?commune=conde sur l')).text).toContain('href="/territoires/communes/59153"')
  expect((await read('/territoires/regions/32')).text).toContain('href="/territoires/departements/62"')
  expect((await read('/territoires/departements/2A')).text).toContain('Ajaccio')
  const commune = await read('/territoires/communes/59153')
  expect(commune.text).toContain('href="/territoires/epci/245901160"')
  expect(commune.text).toContain('href="/quartiers/QP059024"')
  for (const unknown of ['regions/00', 'departements/99', 'epci/000000000', 'communes/99999'])
    expect((await read(`/territoires/${unknown}`)).status, unknown).toBe(404)
})

territoryTest(
  'GET /api/v1/neighbourhoods gives the neighbourhoods of a contract with their figures, in the shape fixed',
  async ({ read }) => {
    const { status, text } = await read(`/api/v1/neighbourhoods?contract=${VALENCIENNES}`)
    expect(status).toBe(200)
    const { items } = JSON.parse(text)
    expect(items).toHaveLength(14)
    const lecocq = items.find((one: { code: string }) => one.code === 'QP059024')
    expect(Object.keys(lecocq)).toEqual(['code', 'name', 'generation', 'communes', 'figures'])
    expect(lecocq).toMatchObject({ name: 'Lecocq', generation: 2015, communes: ["Condé-sur-l'Escaut"] })
    expect(lecocq.figures).toContainEqual({
      indicator: 'employment-rate',
      value: 25.6,
      unit: '%',
      year: null,
      source: expect.stringContaining('tableau des taux d’emploi'),
    })
    expect(lecocq.figures).toContainEqual(expect.objectContaining({ indicator: 'employment-gap-to-epci', value: 28.2, unit: 'points' }))
    expect((await read('/api/openapi.json')).text).toContain('/api/v1/neighbourhoods')
  },
)

territoryTest.for([
  { query: '', status: 400, said: 'Indiquez le code du contrat' },
  { query: '?contract=', status: 400, said: 'Indiquez le code du contrat' },
  { query: `?contract=${'x'.repeat(81)}`, status: 400, said: 'Ce code est trop long' },
  { query: '?contract=inconnu', status: 404, said: 'Aucun contrat n’a le code' },
])('GET /api/v1/neighbourhoods$query answers $status in French', async ({ query, status, said }, { read }) => {
  const answer = await read(`/api/v1/neighbourhoods${query}`)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(said)
})

dbTest('a neighbourhood without any figure says so and keeps its actions', async ({ db }) => {
  const world = await aWorld(db)
  const { get } = testApp(db, undefined)
  const text = await (await get('/quartiers/QN06201F')).text()
  expect(text).toContain('Aucun taux d’emploi n’est connu pour ce quartier')
  const { items } = JSON.parse(await (await get(`/api/v1/neighbourhoods?contract=${world.contractCode}`)).text())
  expect(items[0]).toMatchObject({ figures: [] })
})

dbTest('the files of a neighbourhood are counted for the mandates that read them, and for them only', async ({ db }) => {
  const world = await aWorld(db)
  await aPart(db, world, { title: 'Jardin nourricier' })
  const pageOf = async (as: Mandate | undefined): Promise<string> => (await testApp(db, as).get('/quartiers/QN06201F')).text()
  expect(await pageOf(world.mandates.lead)).toContain('1\u00A0dossier du quartier')
  for (const reader of [undefined, world.mandates.porteur, world.mandates.otherPorteur])
    expect(await pageOf(reader)).not.toContain('dossier du quartier')
})
