import { formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { ContractView } from './contract-view-store.ts'
import { DOCUMENT_KIND_NAMES, DOCUMENT_STATE_BADGES, documentName } from './contract-words.ts'
import { documentState, missingSignatures } from './document-state.ts'
import type { ContractDocument } from './document-store.ts'
import { contractPaths } from './paths.ts'
import { signingOf } from './signing.ts'

/** The contract, its avenants in order, its protocol: which are in force, what each lacks (CON-04, CON-05). */
export function DocumentsSection({ view }: { view: ContractView }): Html {
  const { contract, documents } = view
  return (
    <Section
      title="Documents et signatures"
      id="documents"
      intro="Un document est en vigueur quand tous ceux qui doivent le signer l’ont signé, jamais avant."
    >
      <Table
        id="documents-du-contrat"
        caption="Documents du contrat"
        captionHidden
        cards
        rows={documents}
        empty={
          <Empty title="Aucun document à cette date" icon="files">
            Choisissez une date plus tardive.
          </Empty>
        }
        columns={[
          {
            key: 'title',
            head: 'Document',
            rowHead: true,
            cell: (one) => ({ text: documentName(one), href: contractPaths.document(contract.code, one.id), sub: one.object }),
          },
          { key: 'kind', head: 'Nature', cell: ({ kind }) => DOCUMENT_KIND_NAMES[kind] },
          {
            key: 'effect',
            head: 'Prend effet le',
            cell: ({ effectOn }) => (effectOn === null ? 'date inconnue' : formatDayShort(effectOn)),
          },
          { key: 'state', head: 'État', cell: (one) => DOCUMENT_STATE_BADGES[documentState(signingOf(one))] },
          { key: 'missing', head: 'Signatures', cell: signaturesCell },
        ]}
      />
    </Section>
  )
}

function signaturesCell(document: ContractDocument): string {
  const signing = signingOf(document)
  const missing = missingSignatures(signing)
  const of = Math.max(signing.required, signing.announced ?? 0)
  if (of === 0) return 'liste absente des documents'
  if (signing.required === 0) return `${of} annoncées, sans leur liste`
  return missing === 0 ? `${signing.signed} sur ${of}` : `${signing.signed} sur ${of}, il en manque ${missing}`
}
