import type { Mandate } from '#access/mandate.ts'
import { putAnnexFile } from '#contract/annex-acts.ts'
import { listAnnexes } from '#contract/annex-store.ts'
import { nameSignatory, recordSignature } from '#contract/signature-acts.ts'
import { day } from '#platform/day.ts'
import { storeFile } from '#platform/file-store.ts'
import { blankPdf } from './demo-pdf.ts'
import { accomplished, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId } from './fixed-id.ts'
import { LENS_LIEVIN } from './reference.ts'
import { documentIdOf } from './reference-contract.ts'

const SOURCE = 'Inventé pour la démonstration : les signataires ne sont pas dans les documents'
const SIGNED_ON = day('2024-06-28')
const PUT_ON = day('2024-09-16')

/** Who has to sign the living contract; the last two have not yet. The documents do not name them: all is marked fictitious. */
const SIGNATORIES = [
  { name: 'État', quality: 'Préfet du département', capacity: 'full', signed: true },
  { name: 'Communauté d’agglomération de Lens-Liévin', quality: 'Présidence', capacity: 'full', signed: true },
  { name: 'Région Hauts-de-France', quality: 'Présidence du conseil régional', capacity: 'own-competences', signed: true },
  { name: 'Département du Pas-de-Calais', quality: 'Présidence du conseil départemental', capacity: 'own-competences', signed: true },
  { name: 'Caisse d’allocations familiales du Pas-de-Calais', quality: 'Direction', capacity: 'own-competences', signed: true },
  { name: 'Agence régionale de santé Hauts-de-France', quality: 'Direction générale', capacity: 'own-competences', signed: true },
  { name: 'France Travail Hauts-de-France', quality: 'Direction régionale', capacity: 'own-competences', signed: false },
  { name: 'Bpifrance', quality: 'Direction régionale', capacity: 'own-competences', signed: false },
] as const

/** The living contract waits for two signatures; one of its annexes was put in. */
export async function signTheContract(world: DemoWorld): Promise<void> {
  const lead = mandateOf(world, 'lead')
  const documentId = documentIdOf(LENS_LIEVIN, 'contract')
  for (const { signed: _, ...one } of SIGNATORIES) {
    const input = { id: signatoryIdOf(one.name), documentId, ...one, source: SOURCE, fictitious: true }
    accomplished(await nameSignatory(world.db, lead, input), `name ${one.name}`)
  }
  for (const { name } of SIGNATORIES.filter(({ signed }) => signed)) {
    const input = {
      id: fixedId(`demo-signature/${name}`),
      documentId,
      signatoryId: signatoryIdOf(name),
      signedOn: SIGNED_ON,
      source: SOURCE,
    }
    accomplished(await recordSignature(world.db, lead, input, PUT_ON), `sign for ${name}`)
  }
  await putThePortrait(world, lead)
}

const signatoryIdOf = (name: string): string => fixedId(`demo-signatory/${name}`)

async function putThePortrait(world: DemoWorld, lead: Mandate): Promise<void> {
  const annex = (await listAnnexes(world.db, world.contractId)).find(({ position }) => position === 3)
  if (!annex) throw new Error('the reference data hold the annexes of the living contract')
  const content = blankPdf(['Portrait de territoire', 'Document fictif, pour la démonstration'])
  const file = accomplished(await storeFile(world.filesFolder, { name: 'portrait-de-territoire.pdf', content }), 'keep the portrait')
  const input = { id: fixedId('demo-annex/portrait'), annexId: annex.id, file, name: 'portrait-de-territoire.pdf' }
  accomplished(await putAnnexFile(world.db, lead, input, PUT_ON), 'put in the portrait')
}
