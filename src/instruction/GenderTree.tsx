import { Badge } from '#platform/kit/Badge.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { ANSWER_FIELDS, answerFields, answersBefore, QUESTION_FIELDS, questionNow } from './gender-answers.ts'
import { CRITERIA, type GenderAnswers, type Marker, type TreeQuestion, walkTree } from './gender-tree.ts'
import {
  CRITERION_HINTS,
  CRITERION_NAMES,
  MARKER_WORDS,
  markerName,
  NOT_A_PENALTY,
  TREE_QUESTIONS,
  thresholdWords,
} from './gender-words.ts'

const YES_NO = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
]

export interface GenderTreeProps {
  /** Where the page answers: each question is a GET, so that the way back is the browser’s. */
  action: string
  answers: GenderAnswers
  criteriaNeeded: number
  /** Whether an answer was sent and was missing. */
  missing: boolean
}

/** The question that comes now, alone on the page, under those already answered. */
export function GenderTree(props: GenderTreeProps): Html {
  const question = questionNow(props.answers, props.criteriaNeeded)
  return (
    <>
      <Answered {...props} />
      {question === undefined ? null : <Question {...props} question={question} />}
    </>
  )
}

function Question({ action, answers, missing, question }: GenderTreeProps & { question: TreeQuestion }): Html {
  const error = missing ? 'Répondez par oui ou par non' : undefined
  const before = { ...answerFields(answersBefore(question, answers)), question }
  return (
    <Form action={action} method="get" hidden={before} label="Question du marqueur">
      {question === 'Q3A' ? (
        <Criteria answers={answers} error={error} />
      ) : (
        <RadioField name={QUESTION_FIELDS[question]} label={TREE_QUESTIONS[question]} options={YES_NO} error={error} />
      )}
      <div class="row">
        <Submit>Continuer</Submit>
      </div>
    </Form>
  )
}

function Criteria({ answers, error }: { answers: GenderAnswers; error: string | undefined }): Html {
  return (
    <>
      <p class="key">{TREE_QUESTIONS.Q3A}</p>
      {CRITERIA.map((criterion) => {
        const said = answers.criteria?.[criterion]
        return (
          <RadioField
            name={ANSWER_FIELDS[criterion]}
            label={CRITERION_NAMES[criterion]}
            hint={CRITERION_HINTS[criterion]}
            options={YES_NO}
            value={said === undefined ? undefined : said ? 'oui' : 'non'}
            error={said === undefined ? error : undefined}
          />
        )
      })}
    </>
  )
}

/** What was answered, each with the way back to it. */
function Answered({ action, answers, criteriaNeeded }: GenderTreeProps): Html | null {
  const question = questionNow(answers, criteriaNeeded)
  const path = walkTree(answers, criteriaNeeded).path.filter((step) => step.question !== question)
  if (path.length === 0) return null
  return (
    <Items
      ordered
      items={path.map((step) => ({
        text: TREE_QUESTIONS[step.question],
        hint: step.question === 'Q3A' ? criteriaWords(answers) : undefined,
        end: (
          <>
            <b>{step.answer === 'oui' ? 'Oui' : 'Non'}</b>{' '}
            <a href={`${action}?${new URLSearchParams(answerFields(answersBefore(step.question, answers)))}`}>
              Changer<span class="vh">{`\u00A0: ${TREE_QUESTIONS[step.question]}`}</span>
            </a>
          </>
        ),
      }))}
    />
  )
}

/** « Diagnostic sexué : oui ; … ». */
export function criteriaWords({ criteria = {} }: GenderAnswers): string {
  const said = (yes: boolean | undefined): string => (yes === undefined ? 'sans réponse' : yes ? 'oui' : 'non')
  return CRITERIA.map((criterion) => `${CRITERION_NAMES[criterion]}\u00A0: ${said(criteria[criterion])}`).join('\u202F; ')
}

export function MarkerBadge({ marker }: { marker: Marker | null }): Html {
  return marker === null ? <Badge word={markerName(null)} icon="circle-dashed" /> : <Badge word={markerName(marker)} icon="scale" />
}

/** The value with its meaning and the threshold it was given with. */
export function MarkerResult({ marker, criteriaNeeded }: { marker: Marker; criteriaNeeded: number }): Html {
  return (
    <Notice title={`${markerName(marker)}\u00A0: ${MARKER_WORDS[marker].toLowerCase()}`}>
      <p>{`Seuil appliqué aux trois critères\u00A0: ${thresholdWords(criteriaNeeded)}. ${NOT_A_PENALTY}`}</p>
    </Notice>
  )
}
