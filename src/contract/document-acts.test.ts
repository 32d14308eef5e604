import { expect } from 'vitest'
import { z } from 'zod'
import { type Day, day } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { dbTest } from '#platform/test-database.ts'
import { aMandate, aWorld, TODAY, type World } from '#testing/world.ts'
import { putAnnexFile } from './annex-acts.ts'
import { findAnnex } from './annex-store.ts'
import { recordAvenant } from './avenant-acts.ts'
import { documentState } from './document-state.ts'
import { findDocument, listEveryDocument } from './document-store.ts'
import { nameSignatory, recordSignature } from './signature-acts.ts'
import { signingOf } from './signing.ts'
import { findContract } from './store.ts'
import { listTerms } from './text-store.ts'

const STRANGER = { name: 'Autre agglomération', function: 'project-lead' as const }

/** The world's contract with its text and its first end, signed by nobody yet. */
async function aSignedContract(db: Db): Promise<{ world: World; documentId: string; signatories: string[] }> {
  const world = await aWorld(db)
  const documentId = newId()
  await db.run`insert into contract_document (id, contract_id, kind, number, title, object, effect_on, source)
    values (${documentId}, ${world.contractId}, 'contract', 1, 'Contrat de ville', 'Contrat initial', '2024-01-01', 'monde de test')`
  await db.run`insert into contract_term (id, contract_id, ends_on, known_on, basis, reading, source)
    values (${newId()}, ${world.contractId}, '2030-12-31', '2024-01-01', 'initial', 'read', 'monde de test')`
  const signatories = [newId(), newId()]
  for (const [index, name] of ['État', 'Région'].entries()) {
    const signatory = {
      id: signatories[index] ?? '',
      documentId,
      name,
      quality: 'Présidence',
      capacity: 'full',
      source: 'Exemplaire',
    } as const
    expect(await nameSignatory(db, world.mandates.lead, signatory)).toMatchObject({ done: true })
  }
  return { world, documentId, signatories }
}

const sign = (documentId: string, signatoryId: string, signedOn: Day = TODAY) => ({
  id: newId(),
  documentId,
  signatoryId,
  signedOn,
  source: 'Exemplaire reçu par courrier',
})

dbTest('CON-04: a document is not in force before its last required signature, and a signature is recorded once', async ({ db }) => {
  const { world, documentId, signatories } = await aSignedContract(db)
  const { lead } = world.mandates
  const [first = '', second = ''] = signatories
  expect(await recordSignature(db, lead, sign(documentId, first), TODAY)).toEqual({ done: true, value: { inForce: false } })
  expect(await recordSignature(db, lead, sign(documentId, first), TODAY)).toEqual({ done: false, reasons: ['already-signed'] })
  expect(await recordSignature(db, lead, sign(documentId, second, day('2027-01-15')), TODAY)).toEqual({
    done: false,
    reasons: ['in-the-future'],
  })
  const known = await findDocument(db, { contractId: world.contractId, id: documentId })
  expect(known && documentState(signingOf(known))).toBe('partly-signed')
  expect(await recordSignature(db, lead, sign(documentId, second), TODAY)).toEqual({ done: true, value: { inForce: true } })
  const late = { ...sign(documentId, second), name: 'CAF', quality: 'Direction', capacity: 'full' } as const
  expect(await nameSignatory(db, lead, late)).toEqual({ done: false, reasons: ['by-avenant-only'] })
  const { acts } = await db.one(z.object({ acts: z.number() }))`select count(*) as acts from journal where act = 'signature.recorded'`
  expect(acts).toBe(2)
})

dbTest('CON-04: two spellings of a partner are one signatory, and the form sent twice names one', async ({ db }) => {
  const { world, documentId } = await aSignedContract(db)
  const caf = { id: newId(), documentId, name: 'CAF du Pas-de-Calais', quality: 'Direction', capacity: 'full', source: 'Liste' } as const
  expect(await nameSignatory(db, world.mandates.lead, caf)).toMatchObject({ done: true })
  expect(await nameSignatory(db, world.mandates.lead, caf)).toEqual({ done: true, value: caf.id })
  const again = { ...caf, id: newId(), name: 'caf du  Pas de Calais' }
  expect(await nameSignatory(db, world.mandates.lead, again)).toEqual({ done: false, reasons: ['name-taken'] })
})

dbTest('CON-01 and CON-05: an avenant moves the end once all have signed it, and the earlier end stays visible', async ({ db }) => {
  const { world, signatories } = await aSignedContract(db)
  const { lead } = world.mandates
  const input = {
    id: newId(),
    title: 'Prorogation d’un an',
    object: 'Le contrat vit jusqu’à la fin de 2031',
    validatedBy: 'Comité de pilotage',
    effectOn: TODAY,
    newEnd: day('2031-12-31'),
    newSignatory: 'Maisons & Cités',
    source: 'Exemplaire signé',
  }
  expect(await recordAvenant(db, lead, input, TODAY)).toEqual({ done: true, value: { number: 1 } })
  expect(await recordAvenant(db, lead, input, TODAY)).toEqual({ done: true, value: { number: 1 } })
  const known = await findDocument(db, { contractId: world.contractId, id: input.id })
  expect(known?.signatories).toHaveLength(signatories.length + 1)
  const endOf = async () => (await findContract(db, world.contractCode))?.validTo
  for (const { id } of known?.signatories ?? []) {
    expect(await endOf()).toBe('2030-12-31')
    await recordSignature(db, lead, sign(input.id, id), TODAY)
  }
  expect(await endOf()).toBe('2031-12-31')
  expect((await listTerms(db, world.contractId)).map(({ endsOn }) => endsOn)).toEqual(['2030-12-31', '2031-12-31'])
  const second = { ...input, id: newId(), newEnd: undefined, newSignatory: '' }
  expect(await recordAvenant(db, lead, second, TODAY)).toEqual({ done: true, value: { number: 2 } })
})

dbTest(
  'CON-01: the database refuses an end that no term says, a term without its avenant or its law, and a term that changes',
  async ({ db }) => {
    const { world } = await aSignedContract(db)
    const moved = db.transaction((tx) => tx.run`update contract set valid_to = '2035-12-31' where id = ${world.contractId}`)
    await expect(moved).rejects.toThrow('dated term')
    const erased = db.transaction((tx) => tx.run`delete from contract_term where contract_id = ${world.contractId}`)
    await expect(erased).rejects.toThrow('never changed')
    for (const basis of ['law', 'avenant', 'initial', 'wish']) {
      const unfounded = db.transaction(
        (tx) => tx.run`insert into contract_term (id, contract_id, ends_on, known_on, basis, reading, source)
        values (${newId()}, ${world.contractId}, '2035-12-31', '2027-01-01', ${basis}, 'read', 'monde de test')`,
      )
      await expect(unfounded, basis).rejects.toThrow(/check|contract_term_initial/)
    }
  },
)

dbTest('CON-06: the file of an annex is a version, the earlier ones stay, the same content is refused', async ({ db }) => {
  const world = await aWorld(db)
  const annexId = newId()
  await db.run`insert into annex (id, contract_id, position, title, theme, expected, cited, source)
    values (${annexId}, ${world.contractId}, 1, 'Portrait de territoire', 'portrait', true, true, 'monde de test')`
  const put = (hash: string, id = newId()) => {
    const file = { hash: hash.repeat(64), size: 10, kind: 'pdf' } as const
    return putAnnexFile(db, world.mandates.lead, { id, annexId, file, name: 'portrait.pdf' }, TODAY)
  }
  const once = newId()
  expect(await put('a', once)).toEqual({ done: true, value: { version: 1 } })
  expect(await put('a', once)).toEqual({ done: true, value: { version: 1 } })
  expect(await put('a')).toEqual({ done: false, reasons: ['same-content'] })
  expect(await put('b')).toEqual({ done: true, value: { version: 2 } })
  const annex = await findAnnex(db, { contractId: world.contractId, id: annexId })
  expect(annex?.files.map(({ version }) => version)).toEqual([2, 1])
})

dbTest('the lead of another contract records nothing here', async ({ db }) => {
  const { world, documentId, signatories } = await aSignedContract(db)
  const contractId = newId()
  await db.run`insert into contract (id, code, name, generation, carrier_id, valid_from, valid_to, source)
    values (${contractId}, 'autre-2024', 'Autre', '2024-2030', ${world.organisations.epci}, '2024-01-01', '2030-12-31', 'monde de test')`
  const stranger = await aMandate(db, { ...STRANGER, organisationId: world.organisations.epci, contractId })
  const refusal = { done: false, reasons: ['not-yours'] }
  expect(await recordSignature(db, stranger, sign(documentId, signatories[0] ?? ''), TODAY)).toEqual(refusal)
  const file = { hash: 'c'.repeat(64), size: 10, kind: 'pdf' } as const
  expect(await putAnnexFile(db, stranger, { id: newId(), annexId: newId(), file, name: 'a.pdf' }, TODAY)).toEqual(refusal)
  expect(await listEveryDocument(db, contractId)).toEqual([])
})
