import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { Body } from './meeting-store.ts'

export interface MeetingFieldsProps {
  action: string
  id: string
  bodies: readonly Body[]
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** What a meeting is: which body, what, when, where. */
export function MeetingFields({ action, id, bodies, values, errors }: MeetingFieldsProps): Html {
  const error = errorsOf(errors)
  const options = bodies.map((body) => ({ value: body.id, label: body.name }))
  return (
    <Form action={action} id={id}>
      <SelectField
        name="instance"
        label="Instance"
        options={options}
        empty="Choisissez"
        value={values['instance'] ?? (options.length === 1 ? options[0]?.value : undefined)}
        error={error['instance']}
      />
      <TextField
        name="titre"
        label="Titre"
        example="Comité des financeurs, première séance"
        maxLength={120}
        value={values['titre']}
        error={error['titre']}
      />
      <DateField name="jour" label="Jour" value={values['jour']} error={error['jour']} />
      <TextField name="heure" label="Heure" example="9 h 30" short value={values['heure']} error={error['heure']} />
      <TextField
        name="lieu"
        label="Lieu"
        example="Salle du conseil, ou « À distance »"
        maxLength={200}
        value={values['lieu']}
        error={error['lieu']}
      />
      <div class="row">
        <Submit>Convoquer la séance</Submit>
      </div>
    </Form>
  )
}
