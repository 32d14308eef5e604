import { readersOf } from '#access/field-readers.ts'
import { addDays, type Day, formatDayShort } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { FilePageProps } from './FilePage.tsx'
import { Fold } from './Fold.tsx'
import { instructionPaths } from './paths.ts'

/** What an applicant has to find a missing piece, unless another day is typed. */
const USUAL_DAYS = 10

export function CompletenessBox({ view, sentBack }: FilePageProps): Html {
  const typed = sentBack?.form === 'completeness' ? sentBack : undefined
  const errors = errorsOf(typed?.errors ?? [])
  const { completeness } = view
  return (
    <section class="box tint stack" aria-labelledby="completude">
      <h3 id="completude">Complétude</h3>
      <p>{completeness ? statedWords(completeness) : 'Personne n’a encore vérifié ce dossier.'}</p>
      <Fold title={completeness ? 'Changer' : 'Se prononcer'} open={typed !== undefined || completeness === undefined}>
        <Form class="stack" action={instructionPaths.completeness(view.file.id)} id={typed?.values['id'] ?? newId()} label="Complétude">
          <RadioField
            name="complete"
            label="Le dossier est"
            value={typed?.values['complete'] ?? ''}
            error={errors['complete']}
            options={[
              { value: 'oui', label: 'Complet' },
              { value: 'non', label: 'Incomplet' },
            ]}
          />
          <TextArea
            name="note"
            label="Note"
            rows={3}
            optional
            hint="Nécessaire si le dossier est incomplet."
            value={typed?.values['note']}
            error={errors['note']}
            readers={readersOf('completeness.note')}
          />
          <Submit kind="second">Enregistrer la complétude</Submit>
        </Form>
      </Fold>
    </section>
  )
}

function statedWords({ complete, note, statedOn }: { complete: boolean; note: string; statedOn: Day }): string {
  return `${complete ? 'Complet' : 'Incomplet'} depuis le ${formatDayShort(statedOn)}${note === '' ? '.' : `\u00A0: ${note}`}`
}

export function AskPieceBox({ view, sentBack, today }: FilePageProps): Html {
  const typed = sentBack?.form === 'piece' ? sentBack : undefined
  const errors = errorsOf(typed?.errors ?? [])
  const values: Record<string, string> = typed?.values ?? { dueOn: addDays(today, USUAL_DAYS) }
  return (
    <section class="box tint stack" aria-labelledby="demander-piece">
      <h3 id="demander-piece">Demander une pièce</h3>
      <Fold title="Une pièce manque" open={typed !== undefined}>
        <Form
          class="stack"
          action={instructionPaths.pieceRequests(view.file.id)}
          id={typed?.values['id'] ?? newId()}
          label="Demander une pièce"
        >
          <PieceFields today={today} values={values} errors={errors} />
          <Submit kind="second" icon="mail">
            Demander cette pièce
          </Submit>
        </Form>
      </Fold>
    </section>
  )
}

interface PieceFieldsProps {
  today: Day
  values: Record<string, string>
  errors: Record<string, string | undefined>
}

function PieceFields({ today, values, errors }: PieceFieldsProps): Html {
  return (
    <>
      <TextField
        name="piece"
        label="Pièce demandée"
        example="Statuts signés"
        maxLength={200}
        value={values['piece']}
        error={errors['piece']}
        readers={readersOf('piece.asked')}
      />
      <TextArea
        name="explanation"
        label="Explication"
        rows={3}
        optional
        value={values['explanation']}
        error={errors['explanation']}
        readers={readersOf('piece.asked')}
      />
      <DateField name="dueOn" label="Attendue pour le" min={today} value={values['dueOn']} error={errors['dueOn']} />
    </>
  )
}
