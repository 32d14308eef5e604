import { describe, expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, fictitiousSiret, TODAY, type World } from '#testing/world.ts'
import { listOpinions } from './opinion-store.ts'

const EMAIL = 'avis@bailleur.example'
const SIGNED = { signerName: 'A. Exemple', signerFunction: 'Responsable d’agence' }

interface Linked {
  world: World
  partIds: string[]
  requestIds: string[]
  path: string
}

/** Asked from the page of the lead: a landlord without an account, by a link. */
async function aLink(db: Database, titles: string[] = ['Vélo-école', 'Ludothèque']): Promise<Linked> {
  const world = await aWorld(db)
  const siret = fictitiousSiret(71)
  await db.run`insert into organisation (id, siret, name, legal_form, fictitious) values (${newId()}, ${siret}, 'Habitat des Deux Terrils', 'landlord', true)`
  const partIds: string[] = []
  for (const title of titles) partIds.push((await aPart(db, world, { title })).partId)
  const sent = { part: partIds, siret: `${siret.slice(0, 9)} ${siret.slice(9)}`, email: ` ${EMAIL.toUpperCase()} `, dueOn: '04/02/2027' }
  expect((await testApp(db, world.mandates.lead).post('/instruction/demandes-d-avis', sent)).status).toBe(303)
  const body = (await listMails(db)).find(({ recipient }) => recipient === EMAIL)?.body ?? ''
  const requestIds = (await listOpinions(db, world.mandates.lead.scope, partIds)).map(({ requestId }) => requestId)
  return { world, partIds, requestIds, path: /\/avis\/[\w-]{32}/.exec(body)?.[0] ?? '' }
}

const row = (requestId: string, fields: Record<string, string> = {}) => ({
  [`id.${requestId}`]: newId(),
  [`kind.${requestId}`]: fields['kind'] ?? 'favourable',
  [`reason.${requestId}`]: fields['reason'] ?? 'Bien implantée.',
})

describe('PRJ-06: the pages of a link', () => {
  dbTest('list what is asked without an account nor a sign-in cookie, and are kept by no browser', async ({ db }) => {
    const { path } = await aLink(db)
    const answer = await testApp(db, undefined).get(path)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Votre avis est demandé sur 2\u00A0dossiers')
    expect(page).toContain('Ludothèque')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  dbTest('take several opinions at once, then lead to the next file that waits', async ({ db }) => {
    const { world, partIds, requestIds, path } = await aLink(db, ['Vélo-école', 'Ludothèque', 'Jardin'])
    const [first = '', second = '', third = ''] = requestIds
    const answer = await testApp(db, undefined).post(path, { ...SIGNED, ...row(first), ...row(second, { kind: 'not-concerned' }) })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?ouvrir=${third}#avis-${third}`])
    const given = (await listOpinions(db, world.mandates.lead.scope, partIds)).filter(({ kind }) => kind !== null)
    expect(given.map(({ way, signerName }) => [way, signerName])).toEqual([
      ['link', 'A. Exemple'],
      ['link', 'A. Exemple'],
    ])
  })

  dbTest('of one file show what the organisation may read, and nothing of the contact nor of the opinions of others', async ({ db }) => {
    const { world, requestIds, path } = await aLink(db, ['Vélo-école'])
    const app = testApp(db, undefined)
    const to = `${path}/${requestIds[0]}`
    expect((await app.get(path)).headers.get('location')).toBe(to)
    const page = await (await app.get(to)).text()
    expect(page).toContain('Un jardin partagé au pied des immeubles.')
    expect(page).toContain('Cité des Galibots')
    expect(page).not.toContain('Montant que vous proposez')
    expect(page).not.toContain(world.mandates.porteur.personName)
    const answer = await app.post(to, { ...SIGNED, id: newId(), kind: 'reserved', reason: 'Gêne à l’entrée du hall.' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    const again = await (await app.get(to)).text()
    expect(again).toContain('Un avis réservé est rendu')
    expect(again).toContain('value="A. Exemple"')
  })

  dbTest('say what lacks beside its field and lose nothing typed', async ({ db }) => {
    const { requestIds, path } = await aLink(db)
    const [first = '', second = ''] = requestIds
    const app = testApp(db, undefined)
    const answer = await app.post(path, {
      signerName: '',
      signerFunction: 'Agence',
      ...row(first, { reason: '' }),
      ...row(second, { reason: 'Très utile ici.' }),
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Écrivez vos prénom et nom')
    expect(page).toContain('Écrivez le motif de votre avis')
    expect(page).toContain('Très utile ici.')
    const nothing = await app.post(path, { ...SIGNED, [`id.${first}`]: newId() })
    expect([nothing.status, (await nothing.text()).includes('Remplissez au moins une ligne')]).toEqual([422, true])
  })
})

describe('a link that opens nothing', () => {
  dbTest('says so in the same words whatever it opened, and names nobody', async ({ db }) => {
    const { world, requestIds, path } = await aLink(db)
    const other = await aPart(db, world, { title: 'Savonnerie' })
    await testApp(db, world.mandates.lead).post('/instruction/demandes-d-avis', {
      part: other.partId,
      organisation: world.organisations.caf,
      dueOn: '04/02/2027',
    })
    const [unlisted] = await listOpinions(db, world.mandates.lead.scope, [other.partId])
    const app = testApp(db, undefined)
    const expired = testApp(db, undefined, addDays(TODAY, 60))
    for (const [answer, status] of [
      [await app.get(`/avis/${'x'.repeat(32)}`), 404],
      [await app.get(`${path}/${unlisted?.requestId}`), 404],
      [await app.post(`/avis/${'x'.repeat(32)}`, { ...SIGNED, ...row(requestIds[0] ?? '') }), 404],
      [await app.post(`${path}/${unlisted?.requestId}`, { ...SIGNED, id: newId(), kind: 'favourable', reason: 'x' }), 404],
      [await expired.get(path), 410],
      [await expired.post(path, { ...SIGNED, ...row(requestIds[0] ?? '') }), 410],
    ] as const) {
      const page = await answer.text()
      expect([answer.status, /Savonnerie|Vélo-école|Deux Terrils|bailleur/.test(page)]).toEqual([status, false])
    }
  })

  dbTest('is revoked from the page that follows the opinions, by who asks and nobody else', async ({ db }) => {
    const { world, path } = await aLink(db)
    const lead = testApp(db, world.mandates.lead)
    const page = await (await lead.get('/instruction/suivi')).text()
    const revocation = /\/instruction\/liens\/[0-9a-f-]{36}\/revocation/.exec(page)?.[0] ?? ''
    expect(page).toContain(EMAIL)
    expect((await testApp(db, world.mandates.caf).post(revocation)).status).toBe(403)
    expect((await lead.post(revocation)).status).toBe(303)
    const closed = await testApp(db, undefined).get(path)
    expect([closed.status, (await closed.text()).includes('n’est plus valable')]).toEqual([410, true])
  })

  dbTest('for two organisations at once, or with an address that is none, is refused beside its field', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world)
    const lead = testApp(db, world.mandates.lead)
    const ask = async (fields: Record<string, string | string[]>) => {
      const answer = await lead.post('/instruction/demandes-d-avis', { part: partId, dueOn: '04/02/2027', ...fields })
      return [answer.status, await answer.text()] as const
    }
    const { caf, region } = world.organisations
    const [status, page] = await ask({ organisation: [caf, region], email: EMAIL })
    expect([status, page.includes('Un lien est pour une seule organisation'), page.includes(`value="${EMAIL}"`)]).toEqual([422, true, true])
    expect((await ask({ organisation: caf, email: 'pas une adresse' }))[1]).toContain('Écrivez une adresse électronique complète')
    expect((await ask({ siret: '123' }))[1]).toContain('Un SIRET a quatorze chiffres')
    expect((await ask({ siret: fictitiousSiret(998) }))[1]).toContain('Aucune organisation de Pilotis n’a ce SIRET')
  })
})
