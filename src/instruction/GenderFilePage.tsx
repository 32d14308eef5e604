import { readersOf } from '#access/field-readers.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { CheckField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { GenderHistory } from './GenderHistory.tsx'
import { GenderTree, MarkerBadge, MarkerResult } from './GenderTree.tsx'
import type { GenderState } from './gender-agreement.ts'
import { answerFields, missingField, questionNow } from './gender-answers.ts'
import type { Assessment, SettledMarker } from './gender-store.ts'
import { type GenderAnswers, walkTree } from './gender-tree.ts'
import { GENDER_STATE_SENTENCES, thresholdWords } from './gender-words.ts'
import { meansPaths } from './means-paths.ts'
import { instructionPaths } from './paths.ts'

export interface GenderFilePageProps {
  frame: Frame
  file: { applicationId: string; partId: string; title: string; organisationName: string }
  given: readonly Assessment[]
  settled: readonly SettledMarker[]
  state: GenderState
  answers: GenderAnswers
  criteriaNeeded: number
  missing: boolean
  /** Who looks, to tell one’s own answers. */
  personId: string
  mayAssess: boolean
  newId: string
  sentBack?: { values: Record<string, string>; present: readonly string[]; errors: readonly FormError[] } | undefined
}

/** The marker of one action: the tree, one’s own answers, those of the others, and the discussion when they differ. */
export function GenderFilePage(props: GenderFilePageProps): Html {
  const { file, state, criteriaNeeded, settled } = props
  const current = settled.find(({ endedOn }) => endedOn === null)
  return (
    <AgentPage
      frame={props.frame}
      title={`Marqueur égalité, ${file.title}`}
      heading="Marqueur égalité femmes-hommes"
      crumbs={[
        { label: 'Dossiers', href: instructionPaths.files },
        { label: file.title, href: instructionPaths.file(file.applicationId) },
        { label: 'Marqueur égalité' },
      ]}
      meta={[
        file.organisationName,
        <MarkerBadge marker={current?.marker ?? null} />,
        `Seuil\u00A0: ${thresholdWords(current?.criteriaNeeded ?? criteriaNeeded)}`,
      ]}
      errors={[
        ...(props.sentBack?.errors ??
          (props.missing
            ? [{ field: missingField(props.answers, criteriaNeeded), message: 'Répondez à la question pour continuer' }]
            : [])),
      ]}
    >
      <Notice state={state.state === 'diverging' ? 'warning' : 'info'}>{GENDER_STATE_SENTENCES[state.state]}</Notice>
      {props.mayAssess ? <Mine {...props} /> : null}
      <GenderHistory given={props.given} settled={settled} />
    </AgentPage>
  )
}

function Mine(props: GenderFilePageProps): Html {
  const { file, answers, criteriaNeeded, missing } = props
  const { marker } = walkTree(answers, criteriaNeeded)
  const over = questionNow(answers, criteriaNeeded) === undefined
  return (
    <Section title="Vos réponses" id="reponses">
      <GenderTree {...{ answers, criteriaNeeded, missing }} action={meansPaths.marker(file.applicationId, file.partId)} />
      {over && marker !== null ? (
        <>
          <MarkerResult {...{ marker, criteriaNeeded }} />
          <KeepForm {...props} />
        </>
      ) : null}
    </Section>
  )
}

/** The same answers are one’s own, or those of a discussion when the persons differ and one of them records it. */
function KeepForm(props: GenderFilePageProps): Html {
  const { file, answers, sentBack, state } = props
  const [values, errors] = [sentBack?.values ?? {}, errorsOf([...(sentBack?.errors ?? [])])]
  const discussing = state.state === 'diverging'
  return (
    <Form
      action={meansPaths.marker(file.applicationId, file.partId)}
      id={values['id'] ?? props.newId}
      hidden={answerFields(answers)}
      label="Enregistrer"
    >
      <TextArea
        name="evidence"
        label="Éléments du dossier qui l’appuient"
        rows={3}
        optional
        value={values['evidence']}
        error={errors['evidence']}
        readers={readersOf('gender.comment')}
      />
      <TextArea
        name="comment"
        label={discussing ? 'Ce que la discussion a retenu' : 'Remarque'}
        hint={discussing ? 'À remplir si vous enregistrez une discussion.' : undefined}
        rows={2}
        optional
        value={values['comment']}
        error={errors['comment']}
        readers={readersOf('gender.comment')}
      />
      {discussing ? <Present {...props} error={errors['present']} /> : null}
      <div class="row">
        <Submit kind={discussing ? 'second' : 'filled'}>Enregistrer mes réponses</Submit>
        {discussing ? (
          <Submit formaction={meansPaths.discussion(file.applicationId, file.partId)}>Enregistrer les réponses de la discussion</Submit>
        ) : null}
      </div>
    </Form>
  )
}

function Present({ given, sentBack, personId, error }: GenderFilePageProps & { error: string | undefined }): Html {
  const persons = new Map(given.map((one) => [one.personId, `${one.personName} (${one.organisationName})`]))
  return (
    <CheckField
      name="present"
      label="Qui a pris part à la discussion"
      optional
      options={[...persons].map(([value, label]) => ({ value, label: value === personId ? `${label}, vous` : label }))}
      values={sentBack?.present ?? [...persons.keys()]}
      error={error}
    />
  )
}
