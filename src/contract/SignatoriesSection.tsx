import { LinkButton } from '#platform/kit/Button.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { CAPACITY_NAMES, signatureWords } from './contract-words.ts'
import { documentState } from './document-state.ts'
import type { ContractDocument, Signatory } from './document-store.ts'
import { contractPaths } from './paths.ts'
import type { Reader } from './reader.tsx'
import { type SignatoryForm, SignatoryFormSection } from './SignatoryForm.tsx'
import { signingOf } from './signing.ts'
import type { Contract } from './store.ts'

interface SignatoriesProps {
  reader: Reader
  contract: Contract
  document: ContractDocument
  form: SignatoryForm
}

const COLUMNS: readonly Column<Signatory>[] = [
  { key: 'name', head: 'Organisation', rowHead: true, cell: ({ name, quality }) => ({ text: name, sub: quality }) },
  { key: 'capacity', head: 'Qualité', cell: ({ capacity }) => CAPACITY_NAMES[capacity] },
  {
    key: 'signed',
    head: 'Signature',
    cell: (one) =>
      one.signed
        ? { badge: signatureWords(one), state: one.reading === 'read' ? 'success' : 'warning' }
        : { badge: 'Manque', state: 'error' },
  },
  { key: 'source', head: 'Source', cell: ({ source, signatureSource }) => ({ text: signatureSource ?? source, soft: true }) },
]

/** Who has to sign, who did and when, who has not (CON-04). */
export function SignatoriesSection({ reader, contract, document, form }: SignatoriesProps): Html {
  const signHere = (signatory: Signatory): Cell =>
    signatory.signed ? (
      ''
    ) : (
      <LinkButton
        kind="second"
        small
        href={contractPaths.signature(contract.code, document.id, signatory.id)}
        about={`de ${signatory.name}`}
      >
        Enregistrer la signature
      </LinkButton>
    )
  const open = reader.manages && documentState(signingOf(document)) !== 'in-force'
  return (
    <Section
      title="Signataires"
      id="signataires"
      {...(document.signatories.some(({ fictitious }) => fictitious)
        ? { intro: 'Signataires et signatures fictifs, pour la démonstration.' }
        : {})}
    >
      <Table
        id="liste-des-signataires"
        caption="Signataires"
        captionHidden
        cards
        rows={document.signatories}
        empty={
          <Empty title="Aucun signataire nommé" icon="signature">
            Les documents ne disent pas qui doit signer.
          </Empty>
        }
        columns={[...COLUMNS, ...(open ? [{ key: 'act', head: 'À faire', headHidden: true, cell: signHere }] : [])]}
      />
      {open ? <SignatoryFormSection {...{ contract, document, form }} /> : null}
    </Section>
  )
}
