import type { Html } from '#platform/kit/html.ts'
import { type Task, TaskList } from '#platform/kit/TaskList.tsx'
import { applicationPaths } from './calls-paths.ts'
import { type DraftContent, draftItems } from './completeness-of-draft.ts'
import { type DraftStep, draftSteps } from './draft-steps.ts'
import { submissionPaths } from './submission-paths.ts'

export interface DraftTasksProps {
  content: DraftContent
  partId: string
  /** Key of the page in sight. */
  current?: string
  fold?: boolean
  /** The call is over for this draft. */
  closed?: boolean
}

/** The pages of the form for one action, with the state of each, then the attachments and the sending. */
export function DraftTasks({ content, partId, current, fold = false, closed = false }: DraftTasksProps): Html {
  const steps = draftSteps(content, partId)
  const tasks = [...steps.map((step) => taskOf(content, step, current)), ...lastTasks(content, closed)]
  return <TaskList label="Étapes de votre demande" tasks={tasks} {...(fold ? { foldTitle: 'Étapes de votre demande' } : {})} />
}

function taskOf(content: DraftContent, step: DraftStep, current: string | undefined): Task {
  const { section, subjectId, state, left } = step
  const partId = section.subject === 'part' ? subjectId : undefined
  return {
    label: section.title,
    href: applicationPaths.section(content.applicationId, { section: section.key, partId }),
    state,
    current: section.key === current,
    ...(left > 0 ? { word: left === 1 ? '1 point' : `${left} points` } : {}),
  }
}

function lastTasks(content: DraftContent, closed: boolean): Task[] {
  const left = draftItems(content).length
  const review: Task = { label: 'Relire et envoyer', href: submissionPaths.review(content.applicationId), state: 'todo' }
  if (closed) return [{ ...review, label: 'Relire', word: 'Appel clos' }]
  return [
    { label: 'Les pièces à joindre', href: submissionPaths.attachments(content.applicationId), state: 'todo', word: 'À joindre' },
    left === 0 ? review : { ...review, state: 'locked', hint: leftWords(left, content.parts.length) },
  ]
}

/** The same points as those of every page: of all the actions when there are several. */
function leftWords(left: number, parts: number): string {
  const words = left === 1 ? 'Il reste un point à compléter' : `Il reste ${left} points à compléter`
  return parts > 1 ? `${words} dans toute la demande` : words
}
