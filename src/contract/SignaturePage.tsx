import { readersOf } from '#access/field-readers.ts'
import type { Day } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { documentName } from './contract-words.ts'
import type { ContractDocument, Signatory } from './document-store.ts'
import { contractPaths } from './paths.ts'
import type { Contract } from './store.ts'

export interface SignaturePageProps {
  frame: Frame
  contract: Contract
  document: ContractDocument
  signatory: Signatory
  today: Day
  newId: string
  values?: Readonly<Record<string, string>>
  errors?: readonly FormError[]
}

/** One signature received: its day, and what proves it. */
export function SignaturePage(props: SignaturePageProps): Html {
  const { frame, contract, document, signatory, today, newId, values = {}, errors = [] } = props
  const said = errorsOf([...errors])
  const field = (name: string) => ({ name, value: values[name], error: said[name] })
  return (
    <AgentPage
      frame={frame}
      title={`Signature de ${signatory.name}`}
      crumbs={[
        { label: contract.name, href: contractPaths.contract(contract.code) },
        { label: documentName(document), href: contractPaths.document(contract.code, document.id) },
        { label: `Signature de ${signatory.name}` },
      ]}
      meta={[signatory.quality]}
      lead="Une signature enregistrée ne s’efface pas. La dernière attendue met le document en vigueur."
      errors={[...errors]}
    >
      <Form action={contractPaths.signature(contract.code, document.id, signatory.id)} id={newId} label="Enregistrer la signature">
        <DateField {...field('signedOn')} label="Signé le" max={today} />
        <TextField
          {...field('source')}
          label="Ce qui le prouve"
          example="Exemplaire signé, reçu par courrier"
          maxLength={300}
          readers={readersOf('contract.text')}
        />
        <div class="row">
          <Submit>Enregistrer la signature</Submit>
        </div>
      </Form>
    </AgentPage>
  )
}
