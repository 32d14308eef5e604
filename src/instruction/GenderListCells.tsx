import type { Html } from '#platform/kit/html.ts'
import type { Column } from '#platform/kit/Table.tsx'
import type { GenderListPageProps } from './GenderListPage.tsx'
import { ANSWER_FIELDS } from './gender-answers.ts'
import type { ListedPart } from './gender-list.ts'
import { GENDER_STATE_NAMES, markerName } from './gender-words.ts'
import { meansPaths } from './means-paths.ts'

/** The short words of the questions in a row. */
const QUESTIONS = {
  mixedPublic: 'Public mixte',
  mainGoal: 'Objectif principal',
  C1: 'Diagnostic sexué',
  C2: 'Participation équilibrée',
  C3: 'Indicateurs sexués',
  coherentPublic: 'Public non mixte cohérent',
} satisfies Record<keyof typeof ANSWER_FIELDS, string>

export function answerName(key: keyof typeof ANSWER_FIELDS, partId: string): string {
  return `${ANSWER_FIELDS[key]}-${partId}`
}

export const ANSWER_KEYS = ['mixedPublic', 'mainGoal', 'C1', 'C2', 'C3', 'coherentPublic'] as const satisfies (keyof typeof ANSWER_FIELDS)[]

export function markColumns(): Column<ListedPart>[] {
  return [
    { key: 'number', head: 'N°', numeric: true, cell: ({ number }) => (number === null ? null : String(number)) },
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      cell: (part) => ({
        text: part.title || 'Sans titre',
        href: meansPaths.marker(part.applicationId, part.partId),
        sub: part.organisationName,
      }),
    },
    { key: 'applicant', head: 'Ce que dit le porteur', wide: true, cell: ({ applicant }) => applicantWords(applicant) },
    {
      key: 'state',
      head: 'Marqueur',
      cell: ({ state, answered }) =>
        state.state === 'settled'
          ? { text: markerName(state.marker), sub: state.way === 'agreement' ? 'réponses concordantes' : 'après discussion' }
          : { text: GENDER_STATE_NAMES[state.state], soft: true, ...(answered ? { sub: 'vous avez répondu' } : {}) },
    },
  ]
}

/** « Public mixte : oui ; objectif principal : non ». */
function applicantWords(applicant: Record<string, string>): { text: string; soft?: boolean } {
  const said = [
    ['mixedPublic', QUESTIONS.mixedPublic],
    ['equalityGoal', QUESTIONS.mainGoal],
    ['sexedDiagnosis', QUESTIONS.C1],
    ['balancedParticipation', QUESTIONS.C2],
    ['sexedIndicators', QUESTIONS.C3],
    ['coherentPublic', QUESTIONS.coherentPublic],
  ].flatMap(([field = '', label = '']) => (applicant[field] ? [`${label}\u00A0: ${applicant[field]}`] : []))
  return said.length === 0 ? { text: 'Non précisé', soft: true } : { text: said.join('\u202F; ') }
}

/** The six answers of a row, folded until they are wanted; those already given are changed on the page of the action. */
export function AnswerCell({ part, newIds, sentBack }: { part: ListedPart } & Pick<GenderListPageProps, 'newIds' | 'sentBack'>): Html {
  if (part.answered) return <a href={meansPaths.marker(part.applicationId, part.partId)}>Revoir mes réponses</a>
  const error = sentBack?.errors.find(({ field }) => field === answerName('mixedPublic', part.partId))?.message
  const values = sentBack?.values ?? {}
  const open = error !== undefined || ANSWER_KEYS.some((key) => (values[answerName(key, part.partId)] ?? '') !== '')
  return (
    <details class="fold" open={open}>
      <summary>
        Répondre<span class="vh">{` pour ${part.title}`}</span>
      </summary>
      <input type="hidden" name={`id-${part.partId}`} value={values[`id-${part.partId}`] ?? newIds.get(part.partId) ?? ''} />
      {error ? (
        <p class="error" id={`${answerName('mixedPublic', part.partId)}-faute`}>
          {error}
        </p>
      ) : null}
      <div class="stack tight">
        {ANSWER_KEYS.map((key) => (
          <YesNo
            name={answerName(key, part.partId)}
            label={QUESTIONS[key]}
            about={part.title}
            value={values[answerName(key, part.partId)] ?? ''}
          />
        ))}
      </div>
    </details>
  )
}

function YesNo({ name, label, about, value }: { name: string; label: string; about: string; value: string }): Html {
  return (
    <div class="row spread">
      <label for={name}>
        {label}
        <span class="vh">{`, ${about}`}</span>
      </label>
      <select id={name} name={name}>
        {[
          ['', '–'],
          ['oui', 'Oui'],
          ['non', 'Non'],
        ].map(([option, word]) => (
          <option value={option} selected={option === value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}
