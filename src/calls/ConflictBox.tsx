import { formatInstant } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Box } from '#platform/kit/Notice.tsx'
import type { AnswerConflict } from './answer-store.ts'
import { applicationPaths } from './calls-paths.ts'
import { labelOfField } from './field-labels.ts'
import type { SectionView } from './section-store.ts'

/** Two texts for one field: both are shown, with who and when, until somebody chooses. */
export function ConflictBox({ conflict, view }: { conflict: AnswerConflict; view: SectionView }): Html {
  const question = view.section.questions.find(({ key }) => key === conflict.field)
  const label = labelOfField({ field: conflict.field, ...(question ? { question } : {}) }, view.content.choices)
  const inPlace = view.file.answers.find(({ subjectId, field }) => subjectId === conflict.subjectId && field === conflict.field)
  return (
    <Box title={`Deux textes pour « ${label} »`} state="warning" id={`conflit-${conflict.id}`}>
      <p>Deux personnes ont écrit en même temps. Rien n’est perdu&nbsp;: choisissez le texte à garder.</p>
      <div class="cols">
        <Version title="Texte en place" author={inPlace?.authorName ?? ''} savedAt={inPlace?.savedAt} raw={inPlace?.raw ?? ''} />
        <Version title="Texte gardé à côté" author={conflict.authorName} savedAt={conflict.savedAt} raw={conflict.raw} />
      </div>
      <Form
        action={applicationPaths.conflict(view.file.id, conflict.id)}
        hidden={{ revision: String(inPlace?.revision ?? 0) }}
        class="stack"
      >
        <RadioField
          name="choice"
          id={`choix-${conflict.id}`}
          label="Quel texte garder ?"
          value="theirs"
          options={[
            { value: 'theirs', label: 'Le texte en place' },
            { value: 'mine', label: 'Le texte gardé à côté' },
            { value: 'third', label: 'Un troisième texte, que j’écris ci-dessous' },
          ]}
        />
        <TextArea name="text" id={`texte-${conflict.id}`} label="Troisième texte" optional rows={4} value={conflict.raw} />
        <div class="row">
          <Submit kind="second">Garder ce texte</Submit>
        </div>
      </Form>
    </Box>
  )
}

function Version({ title, author, savedAt, raw }: { title: string; author: string; savedAt: Date | undefined; raw: string }): Html {
  return (
    <div class="stack tight">
      <h4>{title}</h4>
      <p class="hint">{savedAt === undefined ? author : `${author}, le ${formatInstant(savedAt)}`}</p>
      <div class="box tint">{raw === '' ? 'Texte effacé' : raw}</div>
    </div>
  )
}
