import { beforeEach, describe, expect } from 'vitest'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest as base } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aLine } from '#testing/means.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { listMyTries } from './droit-commun-asking-store.ts'
import { specificRouteOpen } from './droit-commun-read-store.ts'
import { assessParts } from './gender-acts.ts'
import { partMarkers } from './gender-store.ts'

interface Slice {
  db: Database
  world: World
  applicationId: string
  partId: string
  lineId: string
}

/** One file and one line of the CAF that fits it. */
const dbTest = base.extend<{ slice: Slice }>({
  slice: async ({ db }, use) => {
    const world = await aWorld(db)
    const lineId = await aLine(db, world)
    await use({ db, world, lineId, ...(await aPart(db, world, { title: 'Vélo-école' })) })
  },
})

beforeEach(() => expect.hasAssertions())

const DEDICATED = { mixte: 'non', but: 'oui' }

describe('droit commun', () => {
  dbTest('PRJ-07: from the grid of a file to the answer of the owner, to the route on the panel of the file', async ({ slice }) => {
    const { db, world, applicationId, partId, lineId } = slice
    const lead = testApp(db, world.mandates.lead)
    expect(await (await lead.get(`/dossiers/${applicationId}`)).text()).toContain('Droit commun à essayer')
    expect(await (await lead.get(`/dossiers/${applicationId}/droit-commun`)).text()).toContain('Aide au lien social')
    const sent = await lead.post(`/dossiers/${applicationId}/droit-commun`, { part: partId, line: lineId, dueOn: '2027-02-04' })
    expect(sent.status).toBe(303)
    const caf = testApp(db, world.mandates.caf)
    expect(await (await caf.get('/droit-commun/reponses')).text()).toContain('Une réponse est attendue de vos lignes')
    const tryId = (await listMyTries(db, world.mandates.caf.scope, world.contractId))[0]?.id ?? ''
    const given = {
      [`id-${tryId}`]: newId(),
      [`outcome-${tryId}`]: 'partial',
      [`amount-${tryId}`]: '1 500',
      [`reason-${tryId}`]: 'Plafond',
    }
    expect((await caf.post('/droit-commun/reponses', given)).status).toBe(303)
    expect(await (await lead.get(`/dossiers/${applicationId}`)).text()).toContain('Droit commun et crédits spécifiques')
    expect(await (await lead.get('/instruction/droit-commun?voie=mixte')).text()).toContain('Vélo-école')
    expect(await (await lead.get('/instruction/droit-commun?voie=a-essayer')).text()).not.toContain('Vélo-école')
    expect(await (await lead.get('/droit-commun/partenaires')).text()).toContain('CAF')
    expect(await (await caf.get('/droit-commun/reponses?repondues=oui')).text()).toContain('Plafond')
  })

  dbTest('a refused form comes back with what was typed, each fault beside its field', async ({ slice }) => {
    const { db, world, applicationId, partId } = slice
    const lead = testApp(db, world.mandates.lead)
    const none = await lead.post(`/dossiers/${applicationId}/droit-commun`, { part: partId, dueOn: '2027-02-04' })
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Choisissez au moins une ligne')
    expect((await lead.post('/instruction/droit-commun', { dueOn: '2020-01-01' })).status).toBe(422)
    const many = await lead.post('/instruction/droit-commun', { part: partId, dueOn: '2027-02-04' })
    expect(many.status).toBe(303)
    const caf = testApp(db, world.mandates.caf)
    const tryId = (await listMyTries(db, world.mandates.caf.scope, world.contractId))[0]?.id ?? ''
    const back = await caf.post('/droit-commun/reponses', {
      [`id-${tryId}`]: newId(),
      [`outcome-${tryId}`]: 'partial',
      [`amount-${tryId}`]: 'beaucoup',
      [`means-${tryId}`]: 'Une salle le mardi',
    })
    expect(back.status).toBe(422)
    expect(await back.text()).toContain('Une salle le mardi')
    const override = await lead.post(`/dossiers/${applicationId}/droit-commun/derogation`, { id: newId(), part: partId, reason: '' })
    expect(override.status).toBe(422)
    expect(await override.text()).toContain('Écrivez le motif de la dérogation')
  })

  dbTest('an override opens the route; a part of another file, and a stranger, find nothing', async ({ slice }) => {
    const { db, world, applicationId, partId } = slice
    const other = await aPart(db, world)
    const lead = testApp(db, world.mandates.lead)
    const address = `/dossiers/${applicationId}/droit-commun/derogation`
    expect((await lead.post(address, { id: newId(), part: other.partId, reason: 'Urgence' })).status).toBe(404)
    expect((await lead.post(address, { id: newId(), part: partId, reason: 'Urgence' })).status).toBe(303)
    expect((await specificRouteOpen(db, [partId], TODAY)).get(partId)).toMatchObject({ open: true })
    expect((await testApp(db, world.mandates.region).get(`/dossiers/${applicationId}/droit-commun`)).status).toBe(404)
    expect((await testApp(db, world.mandates.porteur).get(`/dossiers/${applicationId}/droit-commun`)).status).toBe(403)
    expect((await testApp(db, undefined).get('/droit-commun/reponses')).status).toBe(303)
  })
})

describe('the gender marker', () => {
  dbTest('EGA-02: the tree is walked question by question on the action, and one’s answers are kept at its end', async ({ slice }) => {
    const { db, world, applicationId, partId } = slice
    const address = `/dossiers/${applicationId}/marqueur/${partId}`
    const state = testApp(db, world.mandates.state)
    expect(await (await state.get(address)).text()).toContain('Le projet vise-t-il un public mixte')
    expect(await (await state.get(`${address}?question=Q1`)).text()).toContain('Répondez par oui ou par non')
    expect(await (await state.get(`${address}?mixte=non`)).text()).toContain('objectif principal')
    const end = await (await state.get(`${address}?mixte=non&but=oui`)).text()
    expect(end).toContain('Enregistrer mes réponses')
    expect(end).toContain('3\u00A0critères sur\u00A03')
    expect((await state.post(address, { id: newId(), ...DEDICATED })).status).toBe(303)
    expect((await partMarkers(db, [partId])).size).toBe(0)
    expect((await testApp(db, world.mandates.lead).post(address, { id: newId(), ...DEDICATED })).status).toBe(303)
    expect((await partMarkers(db, [partId])).get(partId)).toBe(2)
    expect(await (await state.get(`/dossiers/${applicationId}`)).text()).toContain('Marqueur\u00A02')
  })

  dbTest('EGA-02: a marker typed without answers is refused in words', async ({ slice: { db, world, applicationId, partId } }) => {
    const address = `/dossiers/${applicationId}/marqueur/${partId}`
    const back = await testApp(db, world.mandates.state).post(address, { id: newId(), marker: '2' })
    expect(back.status).toBe(422)
    expect(await back.text()).toContain('le marqueur se déduit des réponses, il ne se saisit pas')
  })

  dbTest('EGA-04: those who differ record what their discussion agreed', async ({ slice: { db, world, applicationId, partId } }) => {
    const address = `/dossiers/${applicationId}/marqueur/${partId}`
    const [state, lead] = [testApp(db, world.mandates.state), testApp(db, world.mandates.lead)]
    await state.post(address, { id: newId(), ...DEDICATED })
    await lead.post(address, { id: newId(), mixte: 'non', but: 'non', coherent: 'oui' })
    const form = await (await lead.get(`${address}?mixte=non&but=oui`)).text()
    expect(form).toContain('Les réponses diffèrent')
    const present = [world.mandates.state.personId, world.mandates.lead.personId]
    const alone = await lead.post(`${address}/discussion`, { id: newId(), ...DEDICATED, present: present[0] ?? '', comment: 'x' })
    expect(alone.status).toBe(422)
    expect((await lead.post(`${address}/discussion`, { id: newId(), ...DEDICATED, present, comment: 'Accord' })).status).toBe(303)
    expect((await partMarkers(db, [partId])).get(partId)).toBe(2)
  })

  dbTest('EGA-04, EGA-06: many actions at once; the counts keep not assessed apart from 0', async ({ slice: { db, world, partId } }) => {
    const [state, lead] = [testApp(db, world.mandates.state), testApp(db, world.mandates.lead)]
    const row = { [`id-${partId}`]: newId(), [`mixte-${partId}`]: 'non', [`but-${partId}`]: 'non' }
    const half = await state.post('/instruction/marqueur', row)
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('Répondez aux questions jusqu’au bout')
    for (const app of [state, lead]) {
      const whole = { ...row, [`id-${partId}`]: newId(), [`coherent-${partId}`]: 'non' }
      expect((await app.post('/instruction/marqueur', whole)).status).toBe(303)
    }
    expect((await partMarkers(db, [partId])).get(partId)).toBe(0)
    const page = await (await lead.get('/instruction/marqueur?etat=evalues')).text()
    expect(page).toContain('Vélo-école')
    expect(page).toContain('1 (100\u00A0%)')
    expect(page).toContain('Deux années de seuils différents ne se comparent pas')
    expect(await (await lead.get('/instruction/marqueur?etat=a-repondre')).text()).toContain('Aucune action ici')
  })

  dbTest('EGA-05: an action at 0 makes its carrier a candidate to support, towards a target of 10', async ({ slice }) => {
    const { db, world, partId } = slice
    const answers = { mixedPublic: false, mainGoal: false, coherentPublic: false }
    for (const as of ['state', 'lead'] as const) {
      const assessments = [{ id: newId(), partId, answers, evidence: '', comment: '' }]
      await assessParts(db, world.mandates[as], { contractId: world.contractId, assessments }, TODAY)
    }
    const lead = testApp(db, world.mandates.lead)
    const address = '/instruction/marqueur/accompagnement'
    const before = await (await lead.get(address)).text()
    expect(before).toContain('0 porteur accompagné sur un objectif de 10')
    expect(before).toContain('Graines de Coron')
    expect(before).not.toContain('Commune de Liévin')
    const form = { id: newId(), annee: '2027', organisation: world.organisations.porteur, nature: 'Atelier', doneOn: TODAY }
    expect((await lead.post(address, { ...form, doneOn: '2030-01-01' })).status).toBe(422)
    expect((await lead.post(address, { ...form, organisation: world.organisations.caf })).status).toBe(404)
    expect((await lead.post(address, form)).status).toBe(303)
    expect((await lead.post(`${address}/objectif`, { annee: '2027', target: '0' })).status).toBe(422)
    expect((await lead.post(`${address}/objectif`, { annee: '2027', target: '4' })).status).toBe(303)
    expect(await (await lead.get(address)).text()).toContain('1 porteur accompagné sur un objectif de 4')
  })

  dbTest('EGA-02: the project lead alone sets the threshold, with a date and a reason', async ({ slice: { db, world } }) => {
    const input = { id: newId(), criteriaNeeded: '2', validFrom: TODAY, reason: 'Comité technique' }
    expect((await testApp(db, world.mandates.state).post('/instruction/marqueur/seuil', input)).status).toBe(403)
    const lead = testApp(db, world.mandates.lead)
    expect((await lead.post('/instruction/marqueur/seuil', { ...input, criteriaNeeded: '4' })).status).toBe(422)
    expect((await lead.post('/instruction/marqueur/seuil', input)).status).toBe(303)
    expect(await (await lead.get('/instruction/marqueur')).text()).toContain('2\u00A0critères sur\u00A03')
  })

  dbTest('anybody walks the tree for any project, without an account; nothing is kept', async ({ slice: { db } }) => {
    const { get } = testApp(db, undefined)
    expect(await (await get('/marqueur-egalite')).text()).toContain('Le projet vise-t-il un public mixte')
    const end = await (await get('/marqueur-egalite?mixte=oui&but=non&c1=oui&c2=oui&c3=oui')).text()
    expect(end).toContain('Marqueur\u00A01')
    expect(end).toContain('Calculer pour un autre projet')
    expect(await db.run`select 1 from gender_assessment`).toBe(0)
  })
})
