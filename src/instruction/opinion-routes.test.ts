import { describe, expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { listMails } from '#platform/mail.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { askOpinions } from './opinion-acts.ts'
import { listOpinions } from './opinion-store.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
const pdf = new File([PDF], 'courriel.pdf', { type: 'application/pdf' })
const LATE = addDays(TODAY, 22)

async function asked(
  db: Database,
  titles = ['Vélo-école', 'Ludothèque'],
): Promise<{ world: World; partIds: string[]; requestIds: string[] }> {
  const world = await aWorld(db)
  const partIds: string[] = []
  for (const title of titles) partIds.push((await aPart(db, world, { title })).partId)
  const input = { contractId: world.contractId, partIds, organisationIds: [world.organisations.caf], dueOn: addDays(TODAY, 21) }
  await askOpinions(db, world.mandates.lead, { ...input, publicUrl: 'https://pilotis.example' }, TODAY)
  const opinions = await listOpinions(db, world.mandates.lead.scope, partIds)
  return { world, partIds, requestIds: opinions.map(({ requestId }) => requestId) }
}

const row = (requestId: string, fields: Record<string, string> = {}) => ({
  [`id.${requestId}`]: newId(),
  [`kind.${requestId}`]: fields['kind'] ?? 'favourable',
  [`reason.${requestId}`]: fields['reason'] ?? 'Utile.',
  [`amount.${requestId}`]: fields['amount'] ?? '',
})

describe('PRJ-06: one list for who gives opinions', () => {
  dbTest('ENG-08: the CAF gives them in their rows, and comes to the next file, its form open', async ({ db }) => {
    const { world, partIds, requestIds } = await asked(db)
    const [first = '', second = ''] = requestIds
    const app = testApp(db, world.mandates.caf)
    const page = await (await app.get('/instruction')).text()
    expect(page).toContain('Votre avis est demandé sur 2\u00A0dossiers')
    const answer = await app.post('/instruction?delai=plus-tard', { ...row(first, { amount: '1 500' }) })
    const next = answer.headers.get('location') ?? ''
    expect([answer.status, next]).toEqual([303, `/instruction?delai=plus-tard&ouvrir=${second}#avis-${second}`])
    expect(await (await app.get(next)).text()).toMatch(/<details class="fold" open/)
    expect((await listOpinions(db, world.mandates.caf.scope, partIds)).filter(({ kind }) => kind !== null)).toMatchObject([
      { proposed: 150_000 },
    ])
  })

  dbTest('is narrowed by the address', async ({ db }) => {
    const { world } = await asked(db)
    const list = async (search: string, today = TODAY) =>
      (await testApp(db, world.mandates.caf, today).get(`/instruction?${search}`)).text()
    expect(await list('q=velo')).not.toContain('Ludothèque')
    expect(await list('delai=en-retard')).toContain('Aucun avis ne répond à ces filtres')
    expect(await list('delai=en-retard', LATE)).toContain('2\u00A0dossiers, 2 en retard')
  })

  dbTest('comes back with every error beside its row and all that was typed; nothing is recorded', async ({ db }) => {
    const { world, partIds, requestIds } = await asked(db)
    const [first = '', second = ''] = requestIds
    const app = testApp(db, world.mandates.caf)
    const answer = await app.post('/instruction', { ...row(first, { reason: 'Bon projet.' }), ...row(second, { kind: '' }) })
    const page = await answer.text()
    expect([answer.status, page.includes('Choisissez votre avis'), page.includes('Bon projet.')]).toEqual([422, true, true])
    const against = await app.post('/instruction', row(first, { kind: 'unfavourable', amount: '100' }))
    expect([against.status, (await against.text()).includes('ne propose pas de montant')]).toEqual([422, true])
    expect((await listOpinions(db, world.mandates.caf.scope, partIds)).every(({ kind }) => kind === null)).toBe(true)
  })

  dbTest('takes no opinion of another organisation, and none of a porteur', async ({ db }) => {
    const { world, requestIds } = await asked(db)
    expect((await testApp(db, world.mandates.region).post('/instruction', row(requestIds[0] ?? ''))).status).toBe(404)
    expect((await testApp(db, world.mandates.porteur).post('/instruction', row(requestIds[0] ?? ''))).status).toBe(403)
  })
})

describe('PRJ-06: following what is asked', () => {
  dbTest('late opinions are counted partner by partner, and reminded by one button, once a day', async ({ db }) => {
    const { world } = await asked(db)
    const lead = testApp(db, world.mandates.lead, LATE)
    const page = await (await lead.get('/instruction/suivi')).text()
    expect(page).toContain('Relancer les 2 avis en retard')
    const before = (await listMails(db)).length
    expect((await lead.post('/instruction/relances')).headers.get('location')).toBe('/instruction/suivi')
    await lead.post('/instruction/relances')
    expect((await listMails(db)).length).toBe(before + 1)
    expect(await (await lead.get('/instruction/suivi?etat=en-retard')).text()).toContain('le dernier le 5 février 2027')
    expect((await lead.get('/instruction/relances')).headers.get('location')).toBe('/instruction/suivi')
  })

  dbTest('an ask is reminded alone, or taken back with a reason that is required', async ({ db }) => {
    const { world, requestIds } = await asked(db)
    const lead = testApp(db, world.mandates.lead)
    const path = `/instruction/demandes-d-avis/${requestIds[0]}`
    expect(await (await lead.get(path)).text()).toContain('Avis demandé\u00A0: CAF')
    expect((await lead.post('/instruction/relances', { request: requestIds[0] ?? '' })).headers.get('location')).toBe(path)
    expect(await (await lead.get(path)).text()).toContain('Un rappel est déjà parti aujourd’hui')
    const refused = await lead.post(`${path}/retrait`, { reason: '' })
    expect([refused.status, (await refused.text()).includes('Écrivez le motif')]).toEqual([422, true])
    expect((await lead.get(`${path}/retrait`)).headers.get('location')).toBe(path)
    expect((await lead.post(`${path}/retrait`, { reason: 'Demandé deux fois.' })).headers.get('location')).toBe('/instruction/suivi')
    expect((await lead.get(path)).status).toBe(404)
    expect((await lead.post(`${path}/retrait`, { reason: 'Encore.' })).status).toBe(303)
  })

  dbTest('a contract sets its reminders from a day on; numbers that are none come back', async ({ db }) => {
    const { world } = await asked(db)
    const lead = testApp(db, world.mandates.lead)
    const settings = { remindBefore: '5', remindAfter: '2, 9', linkDays: '20', afterCommittee: 'refused' }
    expect((await lead.post('/instruction/reglages', { ...settings, linkDays: 'toujours' })).status).toBe(422)
    expect((await lead.post('/instruction/reglages', { ...settings, remindAfter: '-1' })).status).toBe(422)
    expect((await lead.post('/instruction/reglages', settings)).status).toBe(303)
    expect(await (await lead.get('/instruction/reglages')).text()).toContain('value="2, 9"')
  })

  dbTest('is for who asks opinions: a funder sees none of it', async ({ db }) => {
    const { world, requestIds } = await asked(db)
    const caf = testApp(db, world.mandates.caf)
    const paths = ['/instruction/suivi', '/instruction/reglages', '/instruction/courriels', `/instruction/demandes-d-avis/${requestIds[0]}`]
    for (const path of paths) expect((await caf.get(path)).status).toBe(403)
    for (const path of ['/instruction/relances', '/instruction/reglages', '/instruction/courriels', `${paths[3]}/retrait`]) {
      expect((await caf.post(path)).status).toBe(403)
    }
  })
})

describe('PRJ-06: opinions that came by e-mail', () => {
  dbTest('the e-mail is kept once, then its opinions are typed line by line and recorded together', async ({ db }) => {
    const { world, partIds, requestIds } = await asked(db)
    const lead = testApp(db, world.mandates.lead)
    const fields = { id: newId(), organisation: world.organisations.caf, sentOn: TODAY }
    const noFile = await lead.post('/instruction/courriels', fields)
    expect([noFile.status, (await noFile.text()).includes('Joignez le courriel')]).toEqual([422, true])
    const kept = await lead.post('/instruction/courriels', { ...fields, fichier: pdf })
    const path = kept.headers.get('location') ?? ''
    expect(path).toBe(`/instruction/courriels/${fields.id}`)
    const [first = '', second = ''] = requestIds
    const refused = await lead.post(path, { ...row(first), ...row(second, { reason: '' }) })
    expect([refused.status, (await refused.text()).includes('Écrivez le motif')]).toEqual([422, true])
    expect((await lead.post(path, { ...row(first), ...row(second) })).status).toBe(303)
    const given = await listOpinions(db, world.mandates.lead.scope, partIds)
    expect(given.map(({ way }) => way)).toEqual(['email', 'email'])
    const file = await (await lead.get(`/dossiers/${given[0]?.applicationId}`)).text()
    expect(file).toContain('d’après un courriel du 14 janvier 2027')
    expect(await (await lead.get(path)).text()).toContain('Tous les avis de cette organisation sont rendus')
    expect(await (await lead.get('/instruction/courriels')).text()).toContain('courriel.pdf')
  })

  dbTest('its file is read by who asks opinions, and by nobody else', async ({ db }) => {
    const { world } = await asked(db)
    const lead = testApp(db, world.mandates.lead)
    const fields = { id: newId(), organisation: world.organisations.caf, sentOn: TODAY, fichier: pdf }
    await lead.post('/instruction/courriels', fields)
    const path = `/instruction/courriels/${fields.id}/fichier`
    const answer = await lead.get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    await answer.arrayBuffer()
    expect((await testApp(db, world.mandates.caf).get(path)).status).toBe(403)
    expect((await lead.get(`/instruction/courriels/${newId()}/fichier`)).status).toBe(404)
    expect((await lead.get(`/instruction/courriels/${newId()}`)).status).toBe(404)
    expect((await lead.post(`/instruction/courriels/${newId()}`, {})).status).toBe(404)
  })
})
