import type { FormError } from '#platform/form.ts'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, Table } from '#platform/kit/Table.tsx'
import { CAPACITY_NAMES, signatureWords } from './contract-words.ts'
import { documentState } from './document-state.ts'
import type { ContractDocument, Signatory } from './document-store.ts'
import { contractPaths } from './paths.ts'
import type { Reader } from './reader.tsx'
import { signingOf } from './signing.ts'
import type { Contract } from './store.ts'

export interface SignatoryForm {
  newId: string
  values: Readonly<Record<string, string>>
  errors: readonly FormError[]
}

interface SignatoriesProps {
  reader: Reader
  contract: Contract
  document: ContractDocument
  form: SignatoryForm
}

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
        columns={[
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
          ...(open ? [{ key: 'act', head: 'À faire', headHidden: true, cell: signHere }] : []),
        ]}
      />
      {open ? <NameForm {...{ contract, document, form }} /> : null}
    </Section>
  )
}

function NameForm({ contract, document, form }: Omit<SignatoriesProps, 'reader'>): Html {
  const errors = errorsOf([...form.errors])
  const field = (name: string) => ({ name, value: form.values[name], error: errors[name] })
  return (
    <Section title="Nommer un signataire" id="nommer" level={3}>
      <Form action={contractPaths.signatories(contract.code, document.id)} id={form.newId} label="Nommer un signataire">
        <TextField
          {...field('name')}
          label="Organisation"
          example="Caisse d’allocations familiales du Pas-de-Calais"
          maxLength={200}
          readers="tout le monde"
        />
        <TextField
          {...field('quality')}
          label="Fonction qui signe"
          hint="La fonction, jamais le nom de la personne."
          example="Présidence"
          maxLength={200}
          readers="tout le monde"
        />
        <RadioField
          {...field('capacity')}
          label="Elle signe"
          options={[
            { value: 'full', label: 'de plein exercice' },
            { value: 'own-competences', label: 'pour ses compétences propres' },
          ]}
        />
        <TextField
          {...field('source')}
          label="Où le lit-on"
          example="Contrat, page des signatures"
          maxLength={300}
          readers="tout le monde"
        />
        <div class="row">
          <Submit kind="second">Nommer ce signataire</Submit>
        </div>
      </Form>
    </Section>
  )
}
