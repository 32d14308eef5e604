import { readersOf } from '#access/field-readers.ts'
import { formatInstant } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Box } from '#platform/kit/Notice.tsx'
import type { Answer, AnswerConflict } from './answer-store.ts'
import { applicationPaths } from './calls-paths.ts'
import { conflictAuthors, conflictWords } from './conflict-words.ts'
import { labelOfField } from './field-labels.ts'
import { fieldsOfSection } from './form-fields.ts'
import type { SectionView } from './section-store.ts'

export interface ConflictBoxProps {
  conflict: AnswerConflict
  view: SectionView
  readerId: string
}

/** Two texts for one field: both are shown, with who and when, until somebody chooses. */
export function ConflictBox({ conflict, view, readerId }: ConflictBoxProps): Html {
  const field = fieldsOfSection(view.section, view.content.choices).find((each) => each.field === conflict.field)
  const label = labelOfField(field ?? { field: conflict.field }, view.content.choices)
  const words = conflictWords(field?.spec.kind ?? 'text')
  const inPlace = view.file.answers.find(({ subjectId, field }) => subjectId === conflict.subjectId && field === conflict.field)
  return (
    <Box title={`${words.two} pour « ${label} »`} state="warning" id={`conflit-${conflict.id}`}>
      <p>{`${authorsOf(conflict, inPlace, readerId)}. Rien n’est perdu\u00A0: ${words.choose}.`}</p>
      <div class="cols">
        <Version title={words.inPlace} author={inPlace?.authorName ?? ''} savedAt={inPlace?.savedAt} raw={inPlace?.raw ?? ''} />
        <Version title={words.beside} author={conflict.authorName} savedAt={conflict.savedAt} raw={conflict.raw} />
      </div>
      <Choice {...{ conflict, view, words }} revision={inPlace?.revision ?? 0} />
    </Box>
  )
}

interface ChoiceProps {
  conflict: AnswerConflict
  view: SectionView
  words: ReturnType<typeof conflictWords>
  revision: number
}

function Choice({ conflict, view, words, revision }: ChoiceProps): Html {
  return (
    <Form action={applicationPaths.conflict(view.file.id, conflict.id)} hidden={{ revision: String(revision) }} class="stack">
      <RadioField
        name="choice"
        id={`choix-${conflict.id}`}
        label={words.which}
        value="theirs"
        options={[
          { value: 'theirs', label: words.theirs },
          { value: 'mine', label: words.mine },
          { value: 'third', label: words.third },
        ]}
      />
      <TextArea
        name="text"
        id={`texte-${conflict.id}`}
        label={words.thirdLabel}
        readers={readersOf('application.draft')}
        optional
        rows={4}
        value={conflict.raw}
      />
      <div class="row">
        <Submit kind="second">{words.keep}</Submit>
      </div>
    </Form>
  )
}

function authorsOf(conflict: AnswerConflict, inPlace: Answer | undefined, readerId: string): string {
  return conflictAuthors({
    inPlace: inPlace && { id: inPlace.authorId, name: inPlace.authorName },
    beside: { id: conflict.authorId, name: conflict.authorName },
    readerId,
  })
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
