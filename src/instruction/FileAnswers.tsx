import { LEGAL_FORMS } from '#access/legal-forms.ts'
import { type FormSection, isAsked, type Question, READERS, type Subject, sectionsOf } from '#calls/form-version.ts'
import { formatDayShort, isDay } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Fold } from './Fold.tsx'
import type { FileView } from './file-view-store.ts'

/** The questions of the form with what was answered, each with who reads it. What the page shows elsewhere is not said again. */
export function FileAnswers({ view }: { view: FileView }): Html {
  return (
    <Section title="Réponses du porteur" id="reponses">
      <SubjectAnswers view={view} subject="application" subjectId={view.file.id} />
      {view.parts.map(({ part }) => (
        <SubjectAnswers view={view} subject="part" subjectId={part.id} title={view.parts.length > 1 ? part.title : undefined} />
      ))}
    </Section>
  )
}

interface SubjectProps {
  view: FileView
  subject: Subject
  subjectId: string
  title?: string | undefined
}

function SubjectAnswers({ view, subject, subjectId, title }: SubjectProps): Html {
  const answers = new Map(view.file.answers.filter((answer) => answer.subjectId === subjectId).map(({ field, raw }) => [field, raw]))
  const blocks = sectionsOf(view.form, subject).map((section) => ({ section, questions: questionsOf(view, section, answers) }))
  return (
    <>
      {title ? <h3>{title}</h3> : null}
      {blocks
        .filter(({ questions }) => questions.length > 0)
        .map(({ section, questions }) => (
          <Fold title={section.title}>
            <dl class="stack">
              {questions.map((question) => (
                <AnswerLine question={question} words={answerWords(question, answers.get(question.key) ?? '', view)} />
              ))}
            </dl>
          </Fold>
        ))}
    </>
  )
}

function questionsOf(view: FileView, section: FormSection, answers: ReadonlyMap<string, string>): Question[] {
  const legalForm = LEGAL_FORMS.find((form) => form === view.file.legalForm)
  return section.questions.filter((question) => legalForm !== undefined && isAsked(question, legalForm, answers))
}

function AnswerLine({ question, words }: { question: Question; words: string }): Html {
  return (
    <div>
      <dt>{question.label}</dt>
      <dd>{words === '' ? <span class="soft">Sans réponse</span> : words}</dd>
      <dd class="hint">{`Lu par ${READERS[question.readers].replace('votre demande', 'la demande').replace('votre organisation', 'l’organisation')}`}</dd>
    </div>
  )
}

/** An answer in words: the label of a choice, a day written out, else the text as it was typed. */
function answerWords(question: Question, raw: string, view: FileView): string {
  const named = NAMED[question.kind]?.(raw, view)
  if (named !== undefined) return named
  const option = question.options?.find(({ value }) => value === raw)
  if (option) return option.label
  if (question.kind === 'box' && raw === 'oui') return 'Oui'
  return isDay(raw) ? formatDayShort(raw) : raw
}

const NAMED: Partial<Record<Question['kind'], (raw: string, view: FileView) => string | undefined>> = {
  orientation: (raw, { choices }) => choices.orientations.find(({ id }) => id === raw)?.label,
  theme: (raw, { choices }) => choices.themes.find(({ code }) => code === raw)?.label,
}
