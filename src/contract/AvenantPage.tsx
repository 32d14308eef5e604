import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { contractPaths } from './paths.ts'
import type { Contract } from './store.ts'

export interface AvenantPageProps {
  frame: Frame
  contract: Contract
  number: number
  newId: string
  values?: Readonly<Record<string, string>>
  errors?: readonly FormError[]
}

/** The next avenant of the contract, numbered by the program. */
export function AvenantPage({ frame, contract, number, newId, values = {}, errors = [] }: AvenantPageProps): Html {
  const said = errorsOf([...errors])
  const field = (name: string) => ({ name, value: values[name], error: said[name], readers: readersOf('contract.text') })
  return (
    <AgentPage
      frame={frame}
      title={`Avenant ${number}`}
      crumbs={[{ label: contract.name, href: contractPaths.contract(contract.code) }, { label: `Avenant ${number}` }]}
      meta={[`Fin actuelle du contrat : ${formatDayShort(contract.validTo)}`]}
      lead="Tous les signataires du contrat doivent le signer. Il n’est en vigueur, et ne change la fin du contrat, qu’après la dernière signature."
      errors={[...errors]}
    >
      <Form action={contractPaths.avenants(contract.code)} id={newId} label="Enregistrer un avenant">
        <TextField {...field('title')} label="Titre" example="Prorogation d’un an" maxLength={200} />
        <TextArea {...field('object')} label="Ce qu’il change" readers={readersOf('contract.text')} rows={4} maxLength={2000} />
        <DateField {...field('effectOn')} label="Prend effet le" />
        <DateField {...field('newEnd')} label="Nouvelle fin du contrat" optional hint="Laissez vide si la fin ne change pas." />
        <TextField
          {...field('newSignatory')}
          label="Organisation qui rejoint le contrat"
          optional
          example="Maisons & Cités Habitat"
          maxLength={200}
        />
        <TextField
          {...field('validatedBy')}
          label="Instance qui l’a validé"
          optional
          example="Comité de pilotage du 4 juillet 2026"
          maxLength={200}
        />
        <TextField {...field('source')} label="Où le lit-on" example="Avenant signé, reçu le 4 juillet 2026" maxLength={300} />
        <div class="row">
          <Submit>Enregistrer l’avenant</Submit>
        </div>
      </Form>
    </AgentPage>
  )
}
