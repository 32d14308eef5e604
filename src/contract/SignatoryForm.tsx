import { readersOf } from '#access/field-readers.ts'
import type { FormError } from '#platform/form.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import type { ContractDocument } from './document-store.ts'
import { contractPaths } from './paths.ts'
import type { Contract } from './store.ts'

export interface SignatoryForm {
  newId: string
  values: Readonly<Record<string, string>>
  errors: readonly FormError[]
}

const CAPACITIES = [
  { value: 'full', label: 'de plein exercice' },
  { value: 'own-competences', label: 'pour ses compétences propres' },
]

/** Names one more signatory of a document that is not in force. */
export function SignatoryFormSection({
  contract,
  document,
  form,
}: {
  contract: Contract
  document: ContractDocument
  form: SignatoryForm
}): Html {
  return (
    <Section
      title="Nommer un signataire"
      id="nommer"
      level={3}
      intro="Nommez tous les signataires avant d’enregistrer la dernière signature : elle met le document en vigueur."
    >
      <Form action={contractPaths.signatories(contract.code, document.id)} id={form.newId} label="Nommer un signataire">
        <Fields form={form} />
        <div class="row">
          <Submit kind="second">Nommer ce signataire</Submit>
        </div>
      </Form>
    </Section>
  )
}

function Fields({ form }: { form: SignatoryForm }): Html {
  const errors = errorsOf([...form.errors])
  const field = (name: string) => ({ name, value: form.values[name], error: errors[name] })
  return (
    <>
      <TextField
        {...field('name')}
        label="Organisation"
        example="Caisse d’allocations familiales du Pas-de-Calais"
        maxLength={200}
        readers={readersOf('contract.text')}
      />
      <TextField
        {...field('quality')}
        label="Fonction qui signe"
        hint="La fonction, jamais le nom de la personne."
        example="Présidence"
        maxLength={200}
        readers={readersOf('contract.text')}
      />
      <RadioField {...field('capacity')} label="Elle signe" options={CAPACITIES} />
      <TextField
        {...field('source')}
        label="Où le lit-on"
        example="Contrat, page des signatures"
        maxLength={300}
        readers={readersOf('contract.text')}
      />
    </>
  )
}
