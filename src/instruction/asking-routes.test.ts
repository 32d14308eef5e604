import { describe, expect } from 'vitest'
import { addDays } from '#platform/day.ts'
import type { Database } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { euros } from '#platform/money.ts'
import { dbTest } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { aPart, aWorld, TODAY, type World } from '#testing/world.ts'
import { askPiece } from './completeness-acts.ts'
import { findCompleteness, listPieces } from './completeness-store.ts'
import { listOpinions } from './opinion-store.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
const pdf = (name: string, bytes: Uint8Array<ArrayBuffer> = PDF): File => new File([bytes], name, { type: 'application/pdf' })

async function aFile(db: Database): Promise<{ world: World; applicationId: string; partId: string }> {
  const world = await aWorld(db)
  const { applicationId, partId } = await aPart(db, world, { title: 'Vélo-école' })
  return { world, applicationId, partId }
}

async function anAskedPiece(db: Database): Promise<{ world: World; applicationId: string; pieceId: string; field: string }> {
  const { world, applicationId } = await aFile(db)
  const id = newId()
  const input = {
    id,
    applicationId,
    label: 'Statuts signés',
    reason: 'Page absente.',
    dueOn: addDays(TODAY, 7),
    publicUrl: 'https://pilotis.example',
  }
  await askPiece(db, world.mandates.lead, input, TODAY)
  return { world, applicationId, pieceId: id, field: `fichier-${id.slice(-12)}` }
}

describe('asking opinions', () => {
  dbTest('the files chosen in the list come to the form, and the opinions are asked at once', async ({ db }) => {
    const { world, partId } = await aFile(db)
    const other = await aPart(db, world, { title: 'Ludothèque' })
    const app = testApp(db, world.mandates.lead)
    const chosen = await (await app.post('/instruction/choix', { part: [partId, other.partId], retour: '/dossiers?avis=manquants' })).text()
    expect(chosen).toContain('Sur ces 2 dossiers')
    expect(chosen).toContain('Ludothèque')
    const sent = {
      part: [partId, other.partId],
      organisation: [world.organisations.caf],
      dueOn: '04/02/2027',
      retour: '/dossiers?avis=manquants',
    }
    const answer = await app.post('/instruction/demandes-d-avis', sent)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dossiers?avis=manquants'])
    expect(await listOpinions(db, world.mandates.caf.scope, [partId, other.partId])).toHaveLength(2)
  })

  dbTest('the form comes with the funders asked for money ticked, and no other; what was unticked stays so', async ({ db }) => {
    const world = await aWorld(db)
    const { partId } = await aPart(db, world, { title: 'Vélo-école', asked: { state: euros(5_000), caf: euros(0) } })
    const app = testApp(db, world.mandates.lead)
    const ticked = (page: string): string[] =>
      [...page.matchAll(/<input[^>]*name="organisation"[^>]*>/g)]
        .filter(([box]) => / checked/.test(box))
        .map(([box]) => / value="([^"]*)"/.exec(box)?.[1] ?? '')
    const form = await (await app.post('/instruction/choix', { part: [partId] })).text()
    expect(ticked(form)).toEqual([world.organisations.state])
    const refused = await app.post('/instruction/demandes-d-avis', { part: [partId], dueOn: '04/02/2027' })
    expect(ticked(await refused.text())).toEqual([])
  })

  dbTest(
    'PRJ-06: a funder is consulted only where money is asked of it, another organisation everywhere, unless unticked',
    async ({ db }) => {
      const world = await aWorld(db)
      const { caf, region } = world.organisations
      const first = await aPart(db, world, { title: 'Vélo-école', asked: { state: euros(5_000), caf: euros(900) } })
      const second = await aPart(db, world, { title: 'Ludothèque', asked: { state: euros(5_000), region: euros(700) } })
      const partIds = [first.partId, second.partId]
      const app = testApp(db, world.mandates.lead)
      expect(await (await app.post('/instruction/choix', { part: partIds })).text()).toMatch(/name="seulement"[^>]* checked/)
      const sent = { part: partIds, organisation: [caf, region], dueOn: '04/02/2027', retour: '/dossiers' }
      await app.post('/instruction/demandes-d-avis', { ...sent, seulement: 'oui' })
      const asked = async () => (await listOpinions(db, world.mandates.lead.scope, partIds)).map((one) => [one.partId, one.organisationId])
      expect(await asked()).toHaveLength(2)
      expect(await asked()).toEqual(
        expect.arrayContaining([
          [first.partId, caf],
          [second.partId, region],
        ]),
      )
      await app.post('/instruction/demandes-d-avis', sent)
      expect(await asked()).toHaveLength(4)
    },
  )

  dbTest('an address left by a form leads back to its page when it is opened again', async ({ db }) => {
    const { world, applicationId, pieceId } = await anAskedPiece(db)
    const back = async (as: World['mandates']['caf'], path: string) => {
      const answer = await testApp(db, as).get(path)
      return [answer.status, answer.headers.get('location')]
    }
    const { lead, porteur } = world.mandates
    expect(await back(lead, '/instruction/choix')).toEqual([303, '/dossiers'])
    for (const form of ['completude', 'pieces-demandees']) {
      expect(await back(lead, `/dossiers/${applicationId}/${form}`)).toEqual([303, `/dossiers/${applicationId}`])
    }
    const request = newId()
    expect(await back(lead, `/dossiers/${applicationId}/avis/${request}`)).toEqual([303, `/dossiers/${applicationId}?avis=${request}`])
    const pieces = `/demandes/${applicationId}/pieces-demandees`
    expect(await back(porteur, `${pieces}/${pieceId}`)).toEqual([303, pieces])
  })

  dbTest('nothing chosen and a past day are said together, and the choice is kept', async ({ db }) => {
    const { world, partId } = await aFile(db)
    const app = testApp(db, world.mandates.lead)
    const answer = await app.post('/instruction/demandes-d-avis', {
      part: partId,
      dueOn: '2027-01-13',
      retour: 'https://ailleurs.example',
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Choisissez au moins une organisation')
    expect(page).toContain('Cette date est passée')
    expect(page).toContain(`value="${partId}" checked`)
    expect(page).not.toContain('ailleurs.example')
  })

  dbTest('a funder gives opinions and asks none; a porteur does neither', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    for (const mandate of [world.mandates.caf, world.mandates.porteur]) {
      const app = testApp(db, mandate)
      expect((await app.get(`/instruction/demandes-d-avis?dossier=${applicationId}`)).status).toBe(403)
      expect((await app.post('/instruction/demandes-d-avis', {})).status).toBe(403)
      expect((await app.post('/instruction/choix', {})).status).toBe(403)
    }
  })
})

describe('completeness', () => {
  dbTest('is stated from the page of the file; without a note, an incomplete file comes back', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const app = testApp(db, world.mandates.state)
    const refused = await app.post(`/dossiers/${applicationId}/completude`, { id: newId(), complete: 'non', note: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Écrivez ce qui manque')
    const answer = await app.post(`/dossiers/${applicationId}/completude`, { id: newId(), complete: 'oui' })
    expect(answer.status).toBe(303)
    expect(await findCompleteness(db, world.mandates.state.scope, applicationId)).toMatchObject({ complete: true })
  })

  dbTest('is neither stated nor a piece asked by a funder, nor on a file out of sight', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const fields = { id: newId(), complete: 'oui' }
    expect((await testApp(db, world.mandates.caf).post(`/dossiers/${applicationId}/completude`, fields)).status).toBe(403)
    expect((await testApp(db, world.mandates.caf).post(`/dossiers/${applicationId}/pieces-demandees`, fields)).status).toBe(403)
    expect((await testApp(db, world.mandates.lead).post(`/dossiers/${newId()}/completude`, fields)).status).toBe(404)
  })

  dbTest('a piece asked without its name or for a past day comes back with what was typed', async ({ db }) => {
    const { world, applicationId } = await aFile(db)
    const fields = { id: newId(), piece: '', explanation: 'Il manque une page.', dueOn: '2027-01-01' }
    const answer = await testApp(db, world.mandates.lead).post(`/dossiers/${applicationId}/pieces-demandees`, fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Écrivez la pièce demandée')
    expect(page).toContain('Il manque une page.')
  })
})

describe('the pieces asked of an applicant', () => {
  dbTest('are shown to it with their due day, and to nobody else', async ({ db }) => {
    const { world, applicationId } = await anAskedPiece(db)
    const path = `/demandes/${applicationId}/pieces-demandees`
    const page = await (await testApp(db, world.mandates.porteur).get(path)).text()
    expect(page).toContain('Statuts signés')
    expect(page).toContain('jeudi 21 janvier 2027')
    const late = await (await testApp(db, world.mandates.porteur, addDays(TODAY, 10)).get(path)).text()
    expect(late).toContain('En retard de 3\u00A0jours')
    expect((await testApp(db, world.mandates.otherPorteur).get(path)).status).toBe(404)
    expect((await testApp(db, world.mandates.lead).get(path)).status).toBe(403)
  })

  dbTest('are handed in as a file, which the officers then see', async ({ db }) => {
    const { world, applicationId, pieceId, field } = await anAskedPiece(db)
    const app = testApp(db, world.mandates.porteur)
    const answer = await app.post(`/demandes/${applicationId}/pieces-demandees/${pieceId}`, { id: newId(), [field]: pdf('statuts.pdf') })
    expect(answer.status).toBe(303)
    expect(await listPieces(db, world.mandates.lead.scope, applicationId)).toMatchObject([{ answeredOn: TODAY, fileName: 'statuts.pdf' }])
    expect(await (await testApp(db, world.mandates.lead).get(`/dossiers/${applicationId}`)).text()).toContain(
      'Pièce reçue\u00A0: Statuts signés',
    )
  })

  dbTest('refuse no file, an empty one, a program, and one too heavy, each beside its field', async ({ db }) => {
    const { world, applicationId, pieceId, field } = await anAskedPiece(db)
    const app = testApp(db, world.mandates.porteur)
    const path = `/demandes/${applicationId}/pieces-demandees/${pieceId}`
    const cases = [
      [undefined, 'Choisissez le fichier à déposer'],
      [pdf('vide.pdf', new Uint8Array(0)), 'Ce fichier est vide'],
      [pdf('programme.exe', new TextEncoder().encode('MZ')), 'Ce type de fichier n’est pas reçu'],
      [pdf('lourd.pdf', new Uint8Array(10 * 1024 * 1024 + 1)), 'Ce fichier dépasse 10\u00A0Mo'],
    ] as const
    for (const [file, message] of cases) {
      const answer = await app.post(path, { id: newId(), ...(file ? { [field]: file } : {}) })
      expect([answer.status, (await answer.text()).includes(message)]).toEqual([422, true])
    }
    expect(await listPieces(db, world.mandates.lead.scope, applicationId)).toMatchObject([{ answeredOn: null }])
  })

  dbTest('say beside the field that a file of 30 MB was too heavy', async ({ db }) => {
    const { world, applicationId } = await anAskedPiece(db)
    const page = await (
      await testApp(db, world.mandates.porteur).get(`/demandes/${applicationId}/pieces-demandees?fichier=trop-lourd`)
    ).text()
    expect(page).toContain('Ce fichier dépasse 10\u00A0Mo')
  })

  dbTest('of another file are not found', async ({ db }) => {
    const { world, pieceId, field } = await anAskedPiece(db)
    const other = await aPart(db, world, { organisationId: world.organisations.otherPorteur })
    const app = testApp(db, world.mandates.otherPorteur)
    const answer = await app.post(`/demandes/${other.applicationId}/pieces-demandees/${pieceId}`, { id: newId(), [field]: pdf('a.pdf') })
    expect(answer.status).toBe(404)
  })
})
