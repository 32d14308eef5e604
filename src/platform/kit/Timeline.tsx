import type { Child } from 'hono/jsx'
import type { BadgeState } from './Badge.tsx'
import type { Html } from './html.ts'

export interface TimelineEvent {
  /** « 26 février », « depuis 9 jours » */
  when: string
  iso?: string
  title: Child
  detail?: Child
  state?: BadgeState
}

/** What happened, latest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }): Html {
  return (
    <ol class="timeline">
      {events.map((event) => (
        <li data-state={event.state}>
          <time datetime={event.iso}>{event.when}</time>
          <b>{event.title}</b>
          {event.detail ? <span class="soft">{event.detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}

export interface AgendaDay {
  day: string
  month: string
  iso?: string
  title: Child
  detail?: Child
  href?: string
  current?: boolean
}

/** What comes. */
export function Agenda({ days }: { days: readonly AgendaDay[] }): Html {
  return (
    <ol class="agenda">
      {days.map((entry) => (
        <li aria-current={entry.current ? 'date' : undefined}>
          <time datetime={entry.iso}>
            <b>{entry.day}</b>
            {entry.month}
          </time>
          <span>
            {entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}
            {entry.detail ? (
              <>
                <br />
                <span class="soft">{entry.detail}</span>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

export interface Step {
  name: Child
  detail?: Child
  phase: 'done' | 'current' | 'next'
}

/** The year in order. */
export function Steps({ steps }: { steps: readonly Step[] }): Html {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li class={step.phase === 'done' ? 'done' : undefined} aria-current={step.phase === 'current' ? 'step' : undefined}>
          <b>
            {step.name}
            {step.phase === 'done' ? <span class="vh"> (fait)</span> : null}
          </b>
          {step.detail ? <span class="soft">{step.detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}
