import { readersOf } from '#access/field-readers.ts'
import type { Day } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { LEVEL_NAMES, PILLAR_OPTIONS } from './contract-words.ts'
import { NODE_LEVELS } from './frame-store.ts'
import { contractPaths } from './paths.ts'
import type { Contract } from './store.ts'

export interface NodeForms {
  newId: string
  today: Day
  values: Readonly<Record<string, string>>
  errors: readonly FormError[]
}

/** A new node, or the next version of one that ended. */
export function NodeForm({ contract, forms }: { contract: Contract; forms: NodeForms }): Html {
  const said = errorsOf([...forms.errors])
  const field = (name: string) => ({ name, value: forms.values[name], error: said[name], readers: readersOf('contract.text') })
  return (
    <Section title="Ajouter un élément" id="ajouter" intro="Le code d’un élément terminé peut reprendre : c’est sa version suivante.">
      <Form action={contractPaths.frame(contract.code)} id={forms.newId} label="Ajouter un élément">
        <TextField {...field('code')} label="Code" short example="2.3" maxLength={12} />
        <TextField {...field('label')} label="Intitulé" maxLength={300} />
        <SelectField
          {...field('level')}
          label="Niveau"
          empty="Choisissez"
          options={NODE_LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))}
        />
        <SelectField {...field('pillar')} label="Pilier" empty="Choisissez" hint="Un seul par élément." options={PILLAR_OPTIONS} />
        <TextField {...field('parentCode')} label="Sous l’élément de code" optional short maxLength={12} />
        <DateField {...field('validFrom')} label="Vaut à partir du" value={forms.values['validFrom'] ?? forms.today} />
        <TextField {...field('source')} label="Où le lit-on" example="Avenant 2, page 4" maxLength={300} />
        <div class="row">
          <Submit>Ajouter cet élément</Submit>
        </div>
      </Form>
    </Section>
  )
}
