import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { documentState } from './document-state.ts'
import { type ContractDocument, findDocument } from './document-store.ts'
import { signingOf } from './signing.ts'

export type SignatureRefusal = 'not-yours' | 'already-signed' | 'in-the-future' | 'name-taken' | 'by-avenant-only'

export const SIGNATURE_REFUSALS = {
  'not-yours': 'Ce document est celui d’un autre contrat.',
  'already-signed': 'Cette signature est déjà enregistrée.',
  'in-the-future': 'Une signature reçue ne peut pas être datée de demain\u00A0: vérifiez la date.',
  'name-taken': 'Ce signataire est déjà dans la liste.',
  'by-avenant-only': 'Ce document est en vigueur\u00A0: un signataire s’y ajoute par un avenant.',
} satisfies Record<SignatureRefusal, string>

export interface SignatureInput {
  id: string
  documentId: string
  signatoryId: string
  signedOn: Day
  source: string
}

/** Records a signature received. The last required one puts the document in force, and with it the end it may set. */
export async function recordSignature(
  db: Db,
  by: Mandate,
  input: SignatureInput,
  today: Day,
): Promise<Result<{ inForce: boolean }, SignatureRefusal>> {
  return db.transaction(async (tx) => {
    const document = await lockDocument(tx, by, input.documentId)
    const signatory = document?.signatories.find(({ id }) => id === input.signatoryId)
    if (!document || !signatory) return refused('not-yours')
    if (signatory.signed) return refused('already-signed')
    if (input.signedOn > today) return refused('in-the-future')
    await tx.run`
      insert into signature (id, signatory_id, signed_on, reading, recorded_on, recorded_by, source)
      values (${input.id}, ${signatory.id}, ${input.signedOn}, 'read', ${today}, ${by.id}, ${input.source})`
    await record(tx, by, 'signature.recorded', document.id, { signatory: signatory.name, signedOn: input.signedOn, source: input.source })
    const signatories = document.signatories.map((one) => (one.id === signatory.id ? { ...one, signed: true } : one))
    const inForce = documentState(signingOf({ ...document, signatories })) === 'in-force'
    if (inForce) await applyEnd(tx, by, document)
    return done({ inForce })
  })
}

/** An avenant in force that sets an end gives the contract a new term; the earlier ones stay (CON-01). */
async function applyEnd(tx: Tx, by: Mandate, document: ContractDocument): Promise<void> {
  if (document.kind !== 'avenant' || document.newEnd === null || document.effectOn === null) return
  await tx.run`
    insert into contract_term (id, contract_id, ends_on, known_on, basis, reading, document_id, source)
    values (${newId()}, ${document.contractId}, ${document.newEnd}, ${document.effectOn}, 'avenant', 'read', ${document.id}, ${document.source})`
  await record(tx, by, 'contract.extended', document.contractId, { endsOn: document.newEnd, documentId: document.id })
}

export interface SignatoryInput {
  id: string
  documentId: string
  name: string
  quality: string
  capacity: 'full' | 'own-competences'
  source: string
  fictitious?: boolean
}

/** Names who must sign a document that is not in force yet. */
export async function nameSignatory(db: Db, by: Mandate, input: SignatoryInput): Promise<Result<string, SignatureRefusal>> {
  return db.transaction(async (tx) => {
    const document = await lockDocument(tx, by, input.documentId)
    if (!document) return refused('not-yours')
    if (document.signatories.some(({ id }) => id === input.id)) return done(input.id)
    if (documentState(signingOf(document)) === 'in-force') return refused('by-avenant-only')
    if (document.signatories.some(({ name }) => sameName(name, input.name))) return refused('name-taken')
    await tx.run`
      insert into signatory (id, document_id, name, quality, capacity, position, fictitious, source)
      values (${input.id}, ${document.id}, ${input.name}, ${input.quality}, ${input.capacity}, ${document.signatories.length + 1},
        ${input.fictitious ?? false}, ${input.source})`
    await record(tx, by, 'signatory.named', document.id, { name: input.name, quality: input.quality, capacity: input.capacity })
    return done(input.id)
  })
}

/** « Région Hauts-de-France » and « région  hauts-de-france » are one signatory. */
function sameName(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase()
  return plain(one) === plain(other)
}

async function lockDocument(tx: Tx, by: Mandate, id: string): Promise<ContractDocument | undefined> {
  if (by.contractId === null) return undefined
  await tx.maybe(z.unknown())`select id from contract where id = ${by.contractId} for update`
  return findDocument(tx, { contractId: by.contractId, id })
}
