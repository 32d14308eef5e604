import { submissionPaths } from '#calls/submission-paths.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { FileView } from './file-view-store.ts'

/** The number that the porteur has not written yet, on a request to the State: it cannot be notified without. */
export function DauphinNumberBox({ view: { file, toState } }: { view: FileView }): Html | null {
  if (!toState || file.dauphinNumber !== null || file.state === 'draft') return null
  return (
    <section class="box tint stack" aria-labelledby="numero-dauphin">
      <h3 id="numero-dauphin">Numéro Dauphin</h3>
      <p>{'L’État ne peut pas notifier une demande sans ce numéro\u00A0: vous pouvez l’écrire pour le porteur.'}</p>
      <Form class="stack" action={submissionPaths.dauphinNumber(file.id)} hidden={{ retour: 'dossier' }} label="Numéro Dauphin">
        <TextField name="numero" label="Numéro" short maxLength={40} example="DA62270045" />
        <Submit kind="second">Enregistrer le numéro</Submit>
      </Form>
    </section>
  )
}
