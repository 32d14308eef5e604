import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { type AvenantFlaw, avenantFlaws } from './avenant-rule.ts'
import { type ContractDocument, listEveryDocument, type Signatory } from './document-store.ts'
import { findContractById } from './store.ts'

export type AvenantRefusal = AvenantFlaw | 'not-yours'

export const AVENANT_REFUSALS = {
  'not-yours': 'Votre mandat ne porte pas ce contrat.',
  'before-contract': 'Un avenant ne prend pas effet avant le contrat\u00A0: vérifiez la date.',
  'after-end': 'Le contrat sera fini à cette date\u00A0: un avenant prend effet tant qu’il vit.',
  'end-not-later': 'La nouvelle fin doit venir après la fin actuelle\u00A0: un contrat se proroge, il ne se raccourcit pas ici.',
  'nobody-signs': 'Nommez d’abord les signataires du contrat\u00A0: sans eux, un avenant ne serait jamais en vigueur.',
} satisfies Record<AvenantRefusal, string>

export interface AvenantInput {
  id: string
  title: string
  object: string
  validatedBy: string
  effectOn: Day
  newEnd: Day | undefined
  /** Who joins the contract by this avenant. */
  newSignatory: string
  source: string
}

/**
 * Records the next avenant of the contract (CON-05). Those who sign the contract have to sign it, with who joins; until they all have,
 * it is not in force and moves no end.
 */
export async function recordAvenant(
  db: Db,
  by: Mandate,
  input: AvenantInput,
  today: Day,
): Promise<Result<{ number: number }, AvenantRefusal>> {
  return db.transaction(async (tx) => {
    if (by.contractId === null) return refused('not-yours')
    await tx.maybe(z.unknown())`select id from contract where id = ${by.contractId} for update`
    const contract = await findContractById(tx, by.contractId)
    if (!contract) return refused('not-yours')
    const documents = await listEveryDocument(tx, contract.id)
    const again = documents.find(({ id }) => id === input.id)
    if (again) return done({ number: again.number })
    const signers = signersOf(documents, input)
    const flaws = avenantFlaws({ ...input, signers: signers.length }, contract)
    if (flaws.length > 0) return refused(...flaws)
    const number = documents.filter(({ kind }) => kind === 'avenant').length + 1
    await tx.run`
      insert into contract_document (id, contract_id, kind, number, title, object, validated_by, effect_on, new_end, recorded_on, recorded_by, source)
      values (${input.id}, ${contract.id}, 'avenant', ${number}, ${input.title}, ${input.object}, ${input.validatedBy || null}, ${input.effectOn},
        ${input.newEnd ?? null}, ${today}, ${by.id}, ${input.source})`
    await insertSigners(tx, input.id, signers)
    const { title, object, effectOn, newEnd } = input
    await record(tx, by, 'avenant.recorded', input.id, { number, title, object, effectOn, newEnd: newEnd ?? null })
    return done({ number })
  })
}

type Signer = Pick<Signatory, 'name' | 'quality' | 'capacity' | 'fictitious' | 'source'>

/** Every name once: those of the contract, those who joined by an earlier avenant, and who joins now. */
function signersOf(documents: readonly ContractDocument[], input: AvenantInput): Signer[] {
  const binding = documents.filter(({ kind }) => kind !== 'protocol').flatMap(({ signatories }) => signatories)
  const joining: Signer[] = input.newSignatory
    ? [{ name: input.newSignatory, quality: 'Fonction à préciser', capacity: 'full', fictitious: false, source: input.source }]
    : []
  return [...new Map([...binding, ...joining].map((one) => [one.name, one])).values()]
}

async function insertSigners(tx: Tx, documentId: string, signers: readonly Signer[]): Promise<void> {
  const rows = signers.map((one, index) => ({ ...one, id: newId(), position: index + 1 }))
  await tx.run`
    insert into signatory (id, document_id, name, quality, capacity, position, fictitious, source)
    select id, ${documentId}::uuid, name, quality, capacity, position, fictitious, source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, name text, quality text, capacity text, position int, fictitious boolean, source text)`
}
