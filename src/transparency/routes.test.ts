import { expect } from 'vitest'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { anAward } from '#testing/awards.ts'
import { aPart, aWorld, type World } from '#testing/world.ts'
import { exportSubsidies } from './scdl.document.ts'

type Db = Parameters<typeof aWorld>[0]

async function publishedWorld(db: Db): Promise<{ world: World; known: Awaited<ReturnType<typeof anAward>> }> {
  const world = await aWorld(db)
  const known = await anAward(db, world, { title: 'Jardin nourricier', cents: euros(4000), asked: { state: euros(9137) } })
  await anAward(db, world, { title: 'Pas encore notifiée', cents: euros(3000), notified: false })
  await anAward(db, world, { title: 'Refusée', cents: euros(0) })
  await aPart(db, world, { title: 'Seulement demandée' })
  return { world, known }
}

dbTest('XCU-05: the public pages show notified awards, and nothing asked, refused or only decided', async ({ db }) => {
  const { world, known } = await publishedWorld(db)
  const { get } = testApp(db, undefined)
  for (const path of [
    `/contrats/${world.contractCode}`,
    '/quartiers',
    '/quartiers/QN06201F',
    '/actions',
    `/actions/${known.actionId}`,
    '/donnees',
    '/api',
  ]) {
    const answer = await get(path)
    expect(answer.status, path).toBe(200)
    const page = await answer.text()
    for (const hidden of ['Pas encore notifiée', 'Refusée', 'Seulement demandée', '9\u202F137']) expect(page, path).not.toContain(hidden)
  }
  expect(await (await get('/actions')).text()).toContain('Jardin nourricier')
  expect(await (await get('/quartiers/QN06201F')).text()).toContain('4\u202F000\u00A0€')
  for (const path of [`/contrats/${world.contractCode}`, '/quartiers/QN06201F', `/actions/${known.actionId}`])
    expect(await (await get(path)).text(), path).toContain('Argent public décidé et notifié')
  expect(await (await get('/donnees')).text()).toContain('un texte qui commence')
})

dbTest('an action that is not public, an unknown neighbourhood and an unknown contract are not found', async ({ db }) => {
  const world = await aWorld(db)
  const secret = await anAward(db, world, { cents: euros(3000), notified: false })
  const { get } = testApp(db, undefined)
  for (const path of [
    `/actions/${secret.actionId}`,
    '/quartiers/QN99999Z',
    '/contrats/inconnu',
    '/actions/../secret',
    `/actions/${'-'.repeat(36)}`,
  ])
    expect((await get(path)).status, path).toBe(404)
})

dbTest('GET /api/v1/contracts and …/actions give public data without a token, in the shape fixed', async ({ db }) => {
  const { world, known } = await publishedWorld(db)
  const { get } = testApp(db, undefined)
  expect(await (await get('/api/v1/contracts')).json()).toEqual({
    items: [
      {
        code: world.contractCode,
        name: 'Lens-Liévin 2024-2030',
        generation: '2024-2030',
        carrier: 'Agglomération de Lens-Liévin',
        from: '2024-01-01',
        to: '2030-12-31',
      },
    ],
  })
  const actions = await (await get(`/api/v1/contracts/${world.contractCode}/actions?year=2027`)).json()
  expect(actions).toEqual({
    items: [
      {
        id: known.actionId,
        title: 'Jardin nourricier',
        organisation: { name: 'Graines de Coron', siret: expect.stringMatching(/^000\d{11}$/) },
        qpv: [{ code: 'QN06201F', share: 1 }],
        orientation: 'Lien social et accès aux droits',
        theme: '1.5',
        awards: [
          {
            funder: 'État, crédits de la politique de la ville',
            envelope: 'Crédits spécifiques (programme 147)',
            decidedCents: 400_000,
            paidCents: 0,
          },
        ],
      },
    ],
    next: null,
  })
  expect(await (await get(`/api/v1/contracts/${world.contractCode}/actions?year=2020`)).json()).toEqual({ items: [], next: null })
})

dbTest('an API error says its code and what is wrong', async ({ db }) => {
  await aWorld(db)
  const { get } = testApp(db, undefined)
  const unknown = await get('/api/v1/contracts/inconnu/actions')
  expect([unknown.status, await unknown.json()]).toEqual([404, { error: { code: 'not-found', message: expect.any(String), details: [] } }])
  const wrong = await get('/api/v1/contracts/lens-lievin-2024-2030/actions?year=deux-mille')
  expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: { code: 'bad-input', details: [{ field: 'year' }] } }])
  expect((await get('/api/v1/nothing')).status).toBe(404)
})

dbTest('the actions of a contract are given a hundred at a time, each once', async ({ db }) => {
  const world = await aWorld(db)
  await db.run`update envelope set amount_cents = 100000000`
  for (let rank = 0; rank < 103; rank += 1) await anAward(db, world, { title: `Action ${rank}`, cents: euros(10) })
  const { get } = testApp(db, undefined)
  const first = await (await get(`/api/v1/contracts/${world.contractCode}/actions?year=2027`)).json()
  expect([first.items.length, first.next]).toEqual([100, expect.stringContaining('after=')])
  const second = await (await get(first.next)).json()
  expect([second.items.length, second.next]).toEqual([3, null])
  expect(new Set([...first.items, ...second.items].map(({ id }: { id: string }) => id)).size).toBe(103)
})

dbTest('the subsidies of a year are the same bytes each time, without natural persons', async ({ db }) => {
  const { world } = await publishedWorld(db)
  const person = await anAward(db, world, { title: 'Bourse', cents: euros(500), organisationId: world.organisations.otherPorteur })
  await db.run`update organisation set legal_form = 'natural-person' where id = ${world.organisations.otherPorteur}`
  const made = await exportSubsidies(db, { year: 2027 })
  expect(made).toEqual(await exportSubsidies(db, { year: 2027 }))
  expect([made.rows, made.warnings]).toEqual([1, []])
  expect(made.csv.split('\r\n')[0]).toBe(
    'nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention,dispositifAide',
  )
  expect(made.csv).toContain('Jardin nourricier,4000.00,aide en numéraire,unique,2027-01-14/2027-12-31,,non,1,')
  expect((await exportSubsidies(db, { year: 2027, above: euros(23_000) })).rows).toBe(0)
  const { get } = testApp(db, undefined)
  expect(await (await get('/donnees/subventions-2027.csv')).text()).toBe(made.csv)
  expect((await get(`/actions/${person.actionId}`)).status).toBe(404)
})

dbTest.for(['/contrats/%00', '/quartiers/%00', '/appels/%00', '/api/v1/contracts/%00/actions'])(
  'a NUL byte in %s is answered as unreadable, never as a fault of ours',
  async (path, { db }) => {
    await aWorld(db)
    expect([400, 404]).toContain((await testApp(db, undefined).get(path)).status)
  },
)
