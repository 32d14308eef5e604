import type { Child } from 'hono/jsx'
import { Badge, type BadgeState } from './Badge.tsx'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

export type TaskState = 'todo' | 'started' | 'done' | 'error' | 'locked'

const STATES = {
  todo: { word: 'À faire', icon: 'circle-dashed' },
  started: { word: 'Commencé', icon: 'pencil', state: 'info' },
  done: { word: 'Terminé', icon: 'circle-check', state: 'success' },
  error: { word: 'À corriger', icon: 'octagon-alert', state: 'error' },
  locked: { word: 'Pas encore', icon: 'lock' },
} as const satisfies Record<TaskState, { word: string; icon: IconName; state?: BadgeState }>

export interface Task {
  label: string
  href?: string
  state: TaskState
  word?: string
  hint?: Child
  current?: boolean
}

function TaskLine({ task }: { task: Task }): Html {
  const look: { word: string; icon: IconName; state?: BadgeState } = STATES[task.state]
  const open = task.href !== undefined && task.state !== 'locked'
  return (
    <li>
      {open ? (
        <a href={task.href} aria-current={task.current ? 'step' : undefined}>
          {task.label}
        </a>
      ) : (
        <span class="soft">{task.label}</span>
      )}{' '}
      {open ? (
        <Badge plain word={task.word ?? look.word} icon={look.icon} state={look.state} />
      ) : (
        <span class="readers">{task.word ?? look.word}</span>
      )}
      {task.hint ? <span class="hint">{task.hint}</span> : null}
    </li>
  )
}

export interface TaskListProps {
  label: string
  tasks: readonly Task[]
  /** With it, the list folds on narrow screens: « Étapes de votre demande ». */
  foldTitle?: string
}

/** A long form as a list that one can leave and find again. */
export function TaskList({ label, tasks, foldTitle }: TaskListProps): Html {
  const done = tasks.filter((task) => task.state === 'done').length
  const list = (
    <ol class="tasks">
      {tasks.map((task) => (
        <TaskLine task={task} />
      ))}
    </ol>
  )
  return (
    <nav class="pin" aria-label={label}>
      {foldTitle ? (
        <details class="fold" open>
          <summary>
            <span>{foldTitle}</span> <span class="badge">{`${done} sur ${tasks.length}`}</span>
            <Icon name="chevron-down" />
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </nav>
  )
}
