import { beforeEach, describe, expect } from 'vitest'
import { markDecided as markPartsDecided } from '#calls/decided-store.ts'
import { addDays } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest as base } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { askOpinions } from './opinion-acts.ts'
import { listOpinions } from './opinion-store.ts'

interface Slice {
  db: Database
  world: World
  applicationId: string
  partId: string
  requestId: string
}

/** One file on which the opinion of the CAF is asked; the Region was not asked and is asked for no money. */
const dbTest = base.extend<{ slice: Slice }>({
  slice: async ({ db }, use) => {
    const world = await aWorld(db)
    const { applicationId, partId } = await aPart(db, world, { title: 'Vélo-école', asked: { state: euros(5_000), caf: euros(2_000) } })
    const asking = { contractId: world.contractId, partIds: [partId], organisationIds: [world.organisations.caf], dueOn: addDays(TODAY, 5) }
    await askOpinions(db, world.mandates.lead, { ...asking, publicUrl: 'https://pilotis.example' }, TODAY)
    const [request] = await listOpinions(db, world.mandates.lead.scope, [partId])
    await use({ db, world, applicationId, partId, requestId: request?.requestId ?? '' })
  },
})

async function markDecided(db: Database, partId: string): Promise<void> {
  await db.transaction((tx) => markPartsDecided(tx, [partId], TODAY))
}

beforeEach(() => expect.hasAssertions())

describe('the list', () => {
  dbTest('shows to each officer the files of its scope, with their opinions', async ({ slice: { db, world } }) => {
    const page = await (await testApp(db, world.mandates.state).get('/dossiers')).text()
    expect(page).toContain('Vélo-école')
    expect(page).toContain('0 sur 1')
    const empty = await (await testApp(db, world.mandates.region).get('/dossiers')).text()
    expect(empty).not.toContain('Vélo-école')
    expect(empty).toContain('Aucun dossier pour l’instant')
  })

  dbTest('keeps its filters in the address, and any address is a page', async ({ slice: { db, world } }) => {
    const app = testApp(db, world.mandates.lead)
    expect(await (await app.get('/dossiers?q=velo&commune=62498&avis=manquants')).text()).toContain('Vélo-école')
    expect(await (await app.get('/dossiers?q=piscine')).text()).toContain('Aucun dossier ne répond à ces filtres')
    for (const address of ['?page=99', '?tri=x&sens=y&page=-3', '?orientation=x', '?q=%00', `?q=${'a'.repeat(3_000)}`, '?taille=tout']) {
      expect((await app.get(`/dossiers${address}`)).status).toBe(200)
    }
  })
})

describe('a file', () => {
  dbTest('XCU-01: is there for who was asked, not there for a funder who was not, forbidden to a porteur', async ({ slice }) => {
    const { db, world, applicationId } = slice
    const statusFor = async (mandate: World['mandates']['caf'] | undefined) =>
      (await testApp(db, mandate).get(`/dossiers/${applicationId}`)).status
    expect(await statusFor(world.mandates.caf)).toBe(200)
    expect(await statusFor(world.mandates.lead)).toBe(200)
    expect(await statusFor(world.mandates.region)).toBe(404)
    expect(await statusFor(world.mandates.porteur)).toBe(403)
    expect(await statusFor(undefined)).toBe(303)
  })

  dbTest('an address that is no identifier, an unknown file and a draft are not found', async ({ slice: { db, world } }) => {
    const draft = await aPart(db, world, { submitted: false })
    const app = testApp(db, world.mandates.lead)
    for (const id of [newId(), draft.applicationId, '-'.repeat(36), 'x', '..%2F..']) {
      expect((await app.get(`/dossiers/${id}`)).status).toBe(404)
    }
  })

  dbTest('the plan has no total of what nobody proposed yet, and denies no decision', async ({ slice: { db, world, applicationId } }) => {
    const page = await (await testApp(db, world.mandates.lead).get(`/dossiers/${applicationId}`)).text()
    const plan = /<table[^>]*id="financeurs-1"[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''
    expect(plan).toContain('à venir')
    expect(plan).toMatch(/<td[^>]*data-label="Demandé"[^>]*>7\u202F000<\/td><td[^>]*data-label="Proposé"[^>]*><\/td>/)
    expect(page).not.toContain('décidé')
  })

  dbTest('without its Dauphin number, holds the box for the lead and the State, not for another funder', async ({ slice }) => {
    const { db, world, applicationId } = slice
    const pageFor = async (mandate: World['mandates']['caf']) => (await testApp(db, mandate).get(`/dossiers/${applicationId}`)).text()
    const form = `action="/demandes/${applicationId}/numero-dauphin"`
    expect(await pageFor(world.mandates.lead)).toContain(form)
    expect(await pageFor(world.mandates.state)).toContain(form)
    expect(await pageFor(world.mandates.caf)).not.toContain(form)
    await testApp(db, world.mandates.state).post(`/demandes/${applicationId}/numero-dauphin`, { numero: 'DA62270001' })
    expect(await pageFor(world.mandates.state)).not.toContain(form)
  })

  dbTest(
    'PRJ-06: says who is missing, shows the form to the one asked and to nobody else',
    async ({ slice: { db, world, applicationId } }) => {
      const page = await (await testApp(db, world.mandates.caf).get(`/dossiers/${applicationId}`)).text()
      expect(page).toContain('Avis reçus\u00A0: 0 sur 1')
      expect(page).toContain('Il manque\u00A0: CAF')
      expect(page).toContain('Ce qui vous est demandé')
      expect(page).toContain('jamais par le porteur')
      expect(await (await testApp(db, world.mandates.state).get(`/dossiers/${applicationId}`)).text()).not.toContain(
        'Ce qui vous est demandé',
      )
    },
  )
})

describe('an opinion', () => {
  const typed = { kind: 'favourable', amount: '1 500', reason: 'Action utile & bien notée <3.' }

  dbTest(
    'is recorded from the form of the file, and the next page says so',
    async ({ slice: { db, world, applicationId, partId, requestId } }) => {
      const app = testApp(db, world.mandates.caf)
      const answer = await app.post(`/dossiers/${applicationId}/avis/${requestId}`, { ...typed, id: newId(), seen: '' })
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`/dossiers/${applicationId}?avis=${requestId}`)
      expect(await listOpinions(db, world.mandates.lead.scope, [partId])).toMatchObject([{ kind: 'favourable', proposed: euros(1_500) }])
      const page = await (await app.get(`/dossiers/${applicationId}`)).text()
      expect(page).toContain('Avis reçus\u00A0: 1 sur 1')
      expect(page).toContain('bien notée &lt;3.')
      expect(page).toContain('Aucun autre dossier n’attend votre avis.')
      for (const address of ['oui', '2027', '1999', 'x']) {
        const given = await (await app.get(`/instruction?rendus=${address}`)).text()
        expect(given).toContain('Avis rendus par votre organisation, appel 2027')
        expect(given).toContain('Vélo-école')
      }
      expect(page).toContain('avis favorable, 1\u202F500\u00A0€ proposés')
    },
  )

  const refusals = [
    { wrong: { kind: 'oui' }, message: 'Choisissez votre avis' },
    { wrong: { reason: '' }, message: 'Écrivez le motif' },
    { wrong: { amount: '-5' }, message: 'ne peut pas être négatif' },
    { wrong: { amount: '99999999999999' }, message: 'dépasse un milliard' },
    { wrong: { amount: 'mille' }, message: 'Écrivez un nombre d’euros' },
    { wrong: { kind: 'unfavourable' }, message: 'ne propose pas de montant' },
    { wrong: { reason: 'a'.repeat(100_000) }, message: '100\u202F000 caractères' },
    { wrong: { reason: 'nul\0' }, message: 'caractère illisible' },
  ]
  for (const { wrong, message } of refusals) {
    dbTest(`refused for « ${message} » comes back with what was typed and writes nothing`, async ({ slice }) => {
      const { db, world, applicationId, partId, requestId } = slice
      const fields = { ...typed, ...wrong, id: newId(), seen: '' }
      const answer = await testApp(db, world.mandates.caf).post(`/dossiers/${applicationId}/avis/${requestId}`, fields)
      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(page).toContain(message)
      expect(page).toContain('reason' in wrong ? 'value="1 500"' : 'Action utile &amp; bien notée &lt;3.')
      expect(await listOpinions(db, world.mandates.lead.scope, [partId])).toMatchObject([{ kind: null }])
    })
  }

  dbTest('of another organisation, or of a porteur, is refused', async ({ slice: { db, world, applicationId, requestId } }) => {
    const post = async (mandate: World['mandates']['caf']) =>
      (await testApp(db, mandate).post(`/dossiers/${applicationId}/avis/${requestId}`, { ...typed, id: newId() })).status
    expect(await post(world.mandates.state)).toBe(404)
    expect(await post(world.mandates.region)).toBe(404)
    expect(await post(world.mandates.porteur)).toBe(403)
  })

  dbTest('asked of one’s organisation is listed with how late it is', async ({ slice: { db, world } }) => {
    const page = async (mandate: World['mandates']['caf'], today = TODAY) => (await testApp(db, mandate, today).get('/instruction')).text()
    expect(await page(world.mandates.caf)).toContain('Votre avis est demandé sur 1\u00A0dossier')
    const late = await page(world.mandates.caf, addDays(TODAY, 9))
    expect(late).toContain('1\u00A0dossier, 1 en retard')
    expect(late).toContain('En retard de 4\u00A0jours')
    expect(await page(world.mandates.region)).toContain('Aucun avis ne vous attend')
  })

  dbTest('once given, leads to the next file that waits for one', async ({ slice: { db, world, applicationId, requestId } }) => {
    const next = await aPart(db, world, { title: 'Ludothèque', asked: { caf: euros(900) } })
    const asking = { contractId: world.contractId, partIds: [next.partId], organisationIds: [world.organisations.caf] }
    await askOpinions(db, world.mandates.lead, { ...asking, dueOn: addDays(TODAY, 9), publicUrl: 'https://pilotis.example' }, TODAY)
    const app = testApp(db, world.mandates.caf)
    await app.post(`/dossiers/${applicationId}/avis/${requestId}`, { ...typed, id: newId(), seen: '' })
    const page = await (await app.get(`/dossiers/${applicationId}?avis=${requestId}`)).text()
    expect(page).toMatch(new RegExp(`Avis suivant à rendre\u00A0: <a href="/dossiers/${next.applicationId}\\?avis=[^"]+#vous">Ludothèque`))
  })

  dbTest('is no longer demanded once an act has decided the file', async ({ slice: { db, world, applicationId, partId } }) => {
    await markDecided(db, partId)
    const pageOf = async (path: string) => (await testApp(db, world.mandates.caf, addDays(TODAY, 9)).get(path)).text()
    expect(await pageOf('/instruction')).toContain('Aucun avis ne vous attend')
    for (const path of ['/dossiers', `/dossiers/${applicationId}`]) {
      const page = await pageOf(path)
      expect(page).toContain('ans objet\u00A0: décidé')
      expect(page).not.toContain('avis manquants sur')
      expect(page).not.toContain('En retard')
    }
    expect(await pageOf('/accueil')).toContain('Aucun avis ne vous est demandé')
  })
})
